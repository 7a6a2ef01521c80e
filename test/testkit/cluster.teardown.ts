import { stopCluster } from './cluster.setup';

/** After all tests: the server of the run goes, with its folder. */
export default async function teardown(): Promise<void> {
  await stopCluster();
}
