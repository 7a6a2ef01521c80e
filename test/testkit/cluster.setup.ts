import { startTestCluster, type TestCluster } from './cluster';
import { announceServer, readRunConfig } from './config';

let cluster: TestCluster | undefined;

/** Before all tests: one PostgreSQL for the run, the one of DATABASE_URL if that is set. */
export default async function setup(): Promise<void> {
  const config = readRunConfig();
  if (config.databaseUrl === undefined) cluster = await startTestCluster(config);
  const url = config.databaseUrl ?? cluster?.url;
  if (url !== undefined) announceServer(url);
}

/** Stops what the set-up started. */
export async function stopCluster(): Promise<void> {
  await cluster?.stop();
}
