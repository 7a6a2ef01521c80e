import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account';
import { SUPERUSER, socketUrl } from './address';
import { CannotStart } from './cannot-start';
import { hasCode } from './database';
import type { ServerFolders } from './folders';
import { answers, forgetForeignPid, runningPostmaster } from './postmaster';
import { runProgram } from './program';
import { serverSettings } from './settings';

/** What one server is made of. */
export interface ServerParts {
  readonly folders: ServerFolders;
  /** The folder with initdb and postgres. */
  readonly programs: string;
  readonly account: Account | undefined;
  readonly durable: boolean;
}

const STOPS_WITHIN_MS = 60_000;
const PREDECESSOR_LEAVES_WITHIN_MS = 15_000;
/** Ends the open sessions, writes everything down, goes. */
const FAST_SHUTDOWN = 'SIGINT';
const UNFINISHED = 'unfinished-';
const ABANDONED_AFTER_MS = 600_000;

/** One PostgreSQL on one cluster, by means of its own programs. */
export class Server {
  private child: ChildProcess | undefined;

  constructor(private readonly parts: ServerParts) {}

  /** Makes the cluster the first time. It gets its name only when whole: the rest of an interrupted initdb is never used. */
  async initialise(): Promise<void> {
    const { folders, programs, account, durable } = this.parts;
    const { server, cluster } = folders;
    this.removeLeftovers();
    if (existsSync(cluster)) return;
    const unfinished = path.join(server, UNFINISHED + randomUUID());
    const args = ['--pgdata', unfinished, '--username', SUPERUSER, '--auth', 'trust', '--encoding', 'UTF8'];
    args.push('--locale', 'C', '--data-checksums', ...(durable ? [] : ['--no-sync']));
    const { succeeded, output } = await runProgram(path.join(programs, 'initdb'), args, account);
    if (!succeeded) throw new CannotStart(`PostgreSQL could not make its cluster:\n${output}`);
    try {
      renameSync(unfinished, cluster);
    } catch (error) {
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      rmSync(unfinished, { recursive: true, force: true });
    }
  }

  /** Whether a server runs on the cluster and can be reached; one that runs and cannot is stopped. */
  async isServing(): Promise<boolean> {
    const { cluster, socket } = this.parts.folders;
    if (await answers(cluster, socketUrl(socket, 'postgres'))) return true;
    await this.stop();
    return false;
  }

  /** Starts the server; false if another process was faster. */
  async start(): Promise<boolean> {
    const { cluster, log, socket } = this.parts.folders;
    const deadline = Date.now() + PREDECESSOR_LEAVES_WITHIN_MS;
    for (;;) {
      forgetForeignPid(cluster, socket);
      const before = readLog(log).length;
      if (await this.comesUp(this.spawnServer())) return true;
      if (await this.isServing()) return false;
      const reason = readLog(log).slice(before).trim();
      // The last sessions of a killed server need a moment to see that it is gone.
      if (!reason.includes('shared memory block') || Date.now() > deadline) {
        throw new CannotStart(`PostgreSQL did not start. Its log, ${log}, says:\n${reason}`);
      }
      await pause(500);
    }
  }

  /** Stops the server, ending the sessions that are open; does nothing if none runs. */
  async stop(): Promise<void> {
    const { cluster } = this.parts.folders;
    const pid = runningPostmaster(cluster);
    if (pid !== undefined) {
      process.kill(pid, FAST_SHUTDOWN);
      const deadline = Date.now() + STOPS_WITHIN_MS;
      while (runningPostmaster(cluster) === pid) {
        if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${String(pid)}) does not stop.`);
        await pause(20);
      }
    }
    await this.reap();
  }

  private removeLeftovers(): void {
    const { server } = this.parts.folders;
    for (const name of readdirSync(server).filter((entry) => entry.startsWith(UNFINISHED))) {
      const folder = path.join(server, name);
      if (Date.now() - statSync(folder).mtimeMs > ABANDONED_AFTER_MS)
        rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * Our direct child, rather than one that pg_ctl leaves to the init process: then we reap it, and nothing is left in the
   * list of processes after a stop. It has a session of its own, so Ctrl-C does not reach it before its clients are gone.
   */
  private spawnServer(): ChildProcess {
    const { folders, programs, account, durable } = this.parts;
    const output = openSync(folders.log, 'a', 0o600);
    const settings = Object.entries(serverSettings(folders.socket, durable));
    const child = spawn(
      path.join(programs, 'postgres'),
      ['-D', folders.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...account, cwd: '/', env: { LC_ALL: 'C' }, detached: true, stdio: ['ignore', output, output] },
    );
    closeSync(output);
    child.on('error', (error) => {
      appendFileSync(folders.log, `${error.message}\n`);
    });
    child.unref();
    this.child = child;
    return child;
  }

  /** Waits until the process serves, or has given up. */
  private async comesUp(child: ChildProcess): Promise<boolean> {
    const { cluster, socket } = this.parts.folders;
    while (isRunning(child)) {
      const doesAnswer = await answers(cluster, socketUrl(socket, 'postgres'));
      if (doesAnswer && runningPostmaster(cluster) === child.pid) return true;
      await pause(20);
    }
    return false;
  }

  private async reap(): Promise<void> {
    if (this.child === undefined || !isRunning(this.child)) return;
    this.child.ref();
    await once(this.child, 'exit');
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function readLog(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
