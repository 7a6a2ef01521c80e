/** The environment of a run of the tests; the first three are its caller's, the last is what the set-up tells the tests. */
export interface RunConfig {
  /** A PostgreSQL to use instead of one of our own, as its superuser. */
  readonly databaseUrl: string | undefined;
  readonly binFolder: string | undefined;
  readonly searchPath: string | undefined;
  readonly serverUrl: string | undefined;
}

/** Reads the environment anew: the set-up changes it before the tests see it. */
export function readRunConfig(): RunConfig {
  const { DATABASE_URL, SIMPUL_POSTGRES_BIN, PATH, SIMPUL_TEST_DATABASE_URL } = process.env;
  return {
    databaseUrl: DATABASE_URL,
    binFolder: SIMPUL_POSTGRES_BIN,
    searchPath: PATH,
    serverUrl: SIMPUL_TEST_DATABASE_URL,
  };
}

/** Tells the tests, which run in processes of their own, where the server of the run is. */
export function announceServer(url: string): void {
  process.env.SIMPUL_TEST_DATABASE_URL = url;
}
