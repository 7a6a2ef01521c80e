import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openClock } from '@simpul/kit/clock/clock';
import { ConfigError, EXIT_CONFIG } from '@simpul/kit/config/config';
import { closeOnSignal, listen } from '@simpul/kit/http/listen';
import { exitWithParent } from '@simpul/kit/launch/child';
import { PublicKeyFile } from '@simpul/kit/identity/gateway-keys';
import { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import { type Log, openLog } from '@simpul/kit/log/log';
import { BundleHolder } from '@simpul/kit/policy/bundle-holder';
import { bundleRequest } from '@simpul/kit/policy/bundle-request';
import { everyGrant } from '@simpul/kit/policy/honoured-grants';
import { fixedGrants } from '@simpul/kit/policy/policy-source';
import { houseRule } from './access/agreement-rule';
import { openRule } from './access/open-rule';
import { type GatewayParts, createGateway } from './app';
import { HELP, parseCommandLine } from './command-line';
import { type GatewayConfig, gatewayConfig, supergraphFile } from './config';
import { OPEN_POLICY, housePolicy } from './edge/edge-policy';
import { RegisteredOperations } from './edge/registered-operations';
import { readQuestions } from './explorer/questions';
import { identifiedBy, unidentified } from './identity/identify';
import { type Supergraph, readSupergraph } from './supergraph/supergraph';
import { SupergraphError } from './supergraph/supergraph-error';

const OPERATIONS = resolve(__dirname, '../../schema/operations');

async function main(args: readonly string[]): Promise<void> {
  const command = parseCommandLine(args);
  if (command.help) {
    process.stdout.write(HELP);
    return;
  }
  exitWithParent();
  const supergraph = readSupergraph(await readSupergraphFile(supergraphFile(command.env)));
  const names = supergraph.subgraphs.map(({ name }) => name);
  const config = gatewayConfig(command.env, command.open ? undefined : names);
  const log = openLog('gateway', config.logLevel);
  for (const feature of supergraph.securityFeatures) {
    log.warn({ feature }, 'no rule here knows this directive: what it restricts is withheld from all');
  }
  const app = await createGateway({
    supergraph,
    urls: command.open ? addressesIn(supergraph) : config.urls,
    deadlineMs: config.deadlineMs,
    questions: command.open ? [] : await readQuestions(config.questionsFolder),
    ...callers(supergraph, config, log),
    edge: command.open ? OPEN_POLICY : housePolicy(config.publicOperations),
    registered: command.open ? new RegisteredOperations() : await RegisteredOperations.load(OPERATIONS),
    corsOrigins: config.corsOrigins,
    guardsNumbers: !command.open,
    log,
    signer: config.signingKey && new InternalTokenSigner(config.signingKey),
    tls: config.tls,
  });
  const origin = await listen(app, config);
  closeOnSignal(app, log);
  process.stdout.write(`ready ${origin}/graphql\n`);
}

/** Who is told apart, and what of the graph each may use: under the open profile nobody and all but what is restricted. */
function callers(
  supergraph: Supergraph,
  { oidc, bundle, tls, today }: GatewayConfig,
  log: Log,
): Pick<GatewayParts, 'identify' | 'rule' | 'grants' | 'signIn'> {
  if (oidc === undefined || bundle === null) {
    const rule = openRule(supergraph.restricted);
    return { identify: unidentified, rule, grants: fixedGrants(null), signIn: null };
  }
  const grants = new BundleHolder({
    request: bundleRequest(bundle.url, tls),
    keys: new PublicKeyFile(bundle.keysFile, log),
    check: everyGrant,
    log,
  });
  return {
    identify: identifiedBy({ ...oidc, log }),
    rule: houseRule(supergraph, grants.start(), openClock(today)),
    grants,
    signIn: { issuer: oidc.issuer, client: 'explorer' },
  };
}

async function readSupergraphFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new ConfigError(
      `The supergraph ${file} cannot be read; give its path with --supergraph or SUPERGRAPH.`,
    );
  }
}

function addressesIn({ subgraphs }: Supergraph): ReadonlyMap<string, string> {
  const unusable = subgraphs.filter(({ url }) => !/^https?:\/\//.test(url) || !URL.canParse(url));
  if (unusable.length > 0) {
    const names = unusable.map(({ name }) => name).join(', ');
    throw new ConfigError(
      `The supergraph has no http address for ${names}; compose it with the addresses of its subgraphs.`,
    );
  }
  return new Map(subgraphs.map(({ name, url }) => [name, url]));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof ConfigError || error instanceof SupergraphError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT_CONFIG;
});
