import { dropDatabases, startTestCluster, type TestCluster } from './cluster';
import { announceServer, readRunConfig } from './config';

let cluster: TestCluster | undefined;

/** Before all tests: one PostgreSQL for the run, the one of DATABASE_URL if that is set. */
export default async function setup(): Promise<void> {
  const config = readRunConfig();
  if (config.databaseUrl === undefined) cluster = await startTestCluster(config);
  const url = config.databaseUrl ?? cluster?.url;
  if (url !== undefined) announceServer(url);
}

/** Leaves nothing of the run behind: a server of its own stops, on another one its databases go. */
export async function clearRun(): Promise<void> {
  const { serverUrl, databasePrefix } = readRunConfig();
  if (cluster !== undefined) await cluster.stop();
  else if (serverUrl !== undefined && databasePrefix !== undefined)
    await dropDatabases(serverUrl, databasePrefix);
}
