import { clearRun } from './cluster.setup';

/** After all tests: what the run made goes, including what an interrupted test could not drop. */
export default async function teardown(): Promise<void> {
  await clearRun();
}
