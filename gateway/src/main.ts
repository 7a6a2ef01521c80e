import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError, EXIT_CONFIG } from '@simpul/kit/config/config';
import { closeOnSignal, listen } from '@simpul/kit/http/listen';
import { exitWithParent } from '@simpul/kit/launch/child';
import { InternalTokenSigner } from '@simpul/kit/identity/internal-token-signer';
import { type Log, openLog } from '@simpul/kit/log/log';
import { baseRule } from './access/base-rule';
import { openRule } from './access/open-rule';
import { type GatewayParts, createGateway } from './app';
import { HELP, parseCommandLine } from './command-line';
import { type OidcConfig, gatewayConfig, supergraphFile } from './config';
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
    ...callers(supergraph, config.oidc, log),
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
  oidc: OidcConfig | undefined,
  log: Log,
): Pick<GatewayParts, 'identify' | 'rule' | 'signIn'> {
  if (oidc === undefined) {
    return { identify: unidentified, rule: openRule(supergraph.restricted), signIn: null };
  }
  return {
    identify: identifiedBy({ ...oidc, log }),
    rule: baseRule(supergraph),
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
