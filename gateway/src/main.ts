import { readFile } from 'node:fs/promises';
import { ConfigError, EXIT_CONFIG } from '@simpul/kit/config/config';
import { closeOnSignal, listen } from '@simpul/kit/http/listen';
import { exitWithParent } from '@simpul/kit/launch/child';
import { openLog } from '@simpul/kit/log/log';
import { createGateway } from './app';
import { HELP, parseCommandLine } from './command-line';
import { gatewayConfig, supergraphFile } from './config';
import { readQuestions } from './explorer/questions';
import { type Supergraph, readSupergraph } from './supergraph/supergraph';
import { SupergraphError } from './supergraph/supergraph-error';

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
    log.warn(
      { feature },
      'no caller has an identity yet: what this directive restricts is withheld from all',
    );
  }
  const app = await createGateway({
    supergraph,
    urls: command.open ? addressesIn(supergraph) : config.urls,
    deadlineMs: config.deadlineMs,
    questions: command.open ? [] : await readQuestions(config.questionsFolder),
    guardsNumbers: !command.open,
    log,
  });
  const origin = await listen(app, config);
  closeOnSignal(app, log);
  process.stdout.write(`ready ${origin}/graphql\n`);
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
