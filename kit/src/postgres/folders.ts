import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from './account';
import { CannotStart } from './cannot-start';

const PASS_FOR_OTHERS = 0o001;

/** Where one server keeps its things. */
export interface ServerFolders {
  /** Holds the cluster; owned by the server's account. */
  readonly server: string;
  /** The cluster itself, made by initdb. */
  readonly cluster: string;
  /** What the server says; opened by us, so that its account needs no access. */
  readonly log: string;
  /** Copies of binaries that the server's account cannot run where npm put them. */
  readonly binaries: string;
  /** Holds the socket; open to the server's account and root only. */
  readonly socket: string;
}

/** Makes the data folder, or takes the one of an earlier start; answers with its real path. */
export function prepareDataFolder(dataFolder: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    return realpathSync(dataFolder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The data folder cannot be made (${reason}). Choose another one by SIMPUL_DATA.`);
  }
}

/** Makes the server's folders under a data folder, or takes those of an earlier start. */
export function prepareServerFolders(dataFolder: string, account?: Account): ServerFolders {
  const data = prepareDataFolder(dataFolder);
  if (account) letPass(data);
  const server = path.join(data, 'postgres');
  const socket = socketFolder(data);
  const logs = path.join(data, 'log');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  makeOwnFolder(server, account);
  makeOwnFolder(socket, account);
  return {
    server,
    cluster: path.join(server, 'cluster'),
    log: path.join(logs, 'postgres.log'),
    binaries: path.join(data, 'postgres-binaries'),
    socket,
  };
}

/** Removes a data folder and all that belongs to it elsewhere; nothing of it may run any more. */
export function deleteDataFolder(dataFolder: string): void {
  const data = realpathSync(dataFolder);
  rmSync(socketFolder(data), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}

/**
 * The path of a socket holds at most 107 bytes (103 on macOS), that of a data folder may be longer. So the socket lives
 * under /tmp, in a folder named after the data folder: whoever starts on the same data finds the server that runs already.
 */
function socketFolder(data: string): string {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 12);
  return path.join('/tmp', `simpul-${name}`);
}

/**
 * The server's account has to pass through every folder above its own; what it passes, it can neither list nor change.
 * The data folder is opened for it, and so is what root made for itself among temporary files; a home is not.
 */
function letPass(data: string): void {
  const temporary = realpathSync(tmpdir()) + path.sep;
  for (let folder = data; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const { mode } = statSync(folder);
    if ((mode & PASS_FOR_OTHERS) !== 0) continue;
    if (folder !== data && !folder.startsWith(temporary)) {
      throw new CannotStart(
        `As root, PostgreSQL runs as the account "nobody", which cannot enter ${folder}. ` +
          'Choose a data folder elsewhere by SIMPUL_DATA, for example /var/lib/simpul.',
      );
    }
    chmodSync(folder, mode | PASS_FOR_OTHERS);
  }
}

/** The name under /tmp is predictable and /tmp is everybody's: a folder that somebody else put there first is refused. */
function makeOwnFolder(folder: string, account?: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (account && found.isDirectory() && found.uid === 0) chownSync(folder, account.uid, account.gid);
  const owner = account?.uid ?? process.getuid?.();
  const { uid, mode } = lstatSync(folder);
  if (!found.isDirectory() || uid !== owner || (mode & 0o077) !== 0) {
    throw new CannotStart(
      `${folder} must be a folder that only the account of the server (uid ${owner}) can enter. ` +
        'Remove it, or choose another data folder by SIMPUL_DATA.',
    );
  }
}
