import { randomBytes } from 'node:crypto';

/** The environment of a run of the tests; the first three are its caller's, the others are what the set-up tells the tests. */
export interface RunConfig {
  /** A PostgreSQL to use instead of one of our own, as its superuser. */
  readonly databaseUrl: string | undefined;
  readonly binFolder: string | undefined;
  readonly searchPath: string | undefined;
  readonly serverUrl: string | undefined;
  /** How the name of every database of this run begins. */
  readonly databasePrefix: string | undefined;
}

/** Reads the environment anew: the set-up changes it before the tests see it. */
export function readRunConfig(): RunConfig {
  const { DATABASE_URL, SIMPUL_POSTGRES_BIN, PATH } = process.env;
  const { SIMPUL_TEST_DATABASE_URL, SIMPUL_TEST_DATABASE_PREFIX } = process.env;
  return {
    databaseUrl: DATABASE_URL,
    binFolder: SIMPUL_POSTGRES_BIN,
    searchPath: PATH,
    serverUrl: SIMPUL_TEST_DATABASE_URL,
    databasePrefix: SIMPUL_TEST_DATABASE_PREFIX,
  };
}

/**
 * Tells the tests, which run in processes of their own, where the server of the run is, and how they name databases there:
 * apart from any other run's, since what an earlier one prepared is what earlier code made.
 */
export function announceServer(url: string): void {
  process.env.SIMPUL_TEST_DATABASE_URL = url;
  process.env.SIMPUL_TEST_DATABASE_PREFIX = `template_${randomBytes(4).toString('hex')}_`;
}
