import { serverAccount } from './account';
import { socketUrl } from './address';
import { findBinaries, type BinarySources } from './binaries';
import { prepareServerFolders } from './folders';
import { Server } from './server';

/** Which server to start. */
export interface PostgresOptions extends BinarySources {
  readonly dataFolder: string;
  /** False gives up the promise that a committed row outlives a crash of the machine. */
  readonly durable: boolean;
}

/** A server that runs. */
export interface Postgres {
  /** A connection URL, as the superuser unless another role is named. */
  url(database: string, role?: string): string;
  /** Stops the server in an orderly way, after which nothing of it runs. */
  stop(): Promise<void>;
  /** True when the server ran before, left by a process that was killed or used by one that still runs. */
  readonly alreadyRunning: boolean;
}

/** Starts the server of a data folder, making its cluster the first time; takes over one that runs on it already. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const account = serverAccount();
  const folders = prepareServerFolders(options.dataFolder, account);
  const programs = await findBinaries(options, folders.binaries, account);
  const server = new Server({ folders, programs, account, durable: options.durable });
  await server.initialise();
  const startedHere = !(await server.isServing()) && (await server.start());
  return {
    url: (database, role) => socketUrl(folders.socket, database, role),
    stop: () => server.stop(),
    alreadyRunning: !startedHere,
  };
}
