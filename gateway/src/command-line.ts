import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigError } from '@simpul/kit/config/config';

const OPTIONS = {
  supergraph: { type: 'string' },
  port: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export const HELP = `Serves a composed supergraph at /graphql, on loopback.

  node gateway/dist/main.js [--supergraph FILE] [--port N] [--profile open]

  --supergraph FILE  the composed supergraph (default: SUPERGRAPH, else schema/supergraph.graphql)
  --port N           the port to listen on, 0 for a free one (default: PORT, else 4000)
  --profile open     serve any Federation 2 supergraph by itself: the addresses of its subgraphs are
                     those in the file (join__Graph), not SUBGRAPH_URL_<NAME> of the environment,
                     and requests to them are not signed
  --help             print this

Environment: HOST, PORT, SUPERGRAPH, SUBGRAPH_URL_<NAME>, SUBGRAPH_DEADLINE_MS, GATEWAY_KEY_FILE,
SUBGRAPH_CERT_FILE, SUBGRAPH_KEY_FILE, SUBGRAPH_CA_FILE, OIDC_ISSUER, OIDC_AUDIENCE, OIDC_CLAIMS,
QUESTIONS, PUBLIC_OPERATIONS, CORS_ORIGINS, NODE_ENV, LOG_LEVEL.
`;

/** What was asked for on the command line; `env` stands in for the keys of the environment that flags replace. */
export interface CommandLine {
  readonly help: boolean;
  readonly open: boolean;
  readonly env: Readonly<Record<string, string>>;
}

/** Reads the command line; refuses what it does not know and says what to write instead. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values } = parsed(args);
  if (values.profile !== undefined && values.profile !== 'open') {
    throw new ConfigError(
      '--profile can only be open; leave it out to serve the agencies of the environment.',
    );
  }
  return {
    help: values.help === true,
    open: values.profile === 'open',
    env: {
      ...(values.supergraph === undefined ? {} : { SUPERGRAPH: values.supergraph }),
      ...(values.port === undefined ? {} : { PORT: values.port }),
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not understood';
    throw new ConfigError(
      `${reason}\nThe flags are ${Object.keys(OPTIONS)
        .map((name) => `--${name}`)
        .join(', ')}; --help explains them.`,
    );
  }
}
