import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SOCKET_PORT } from './address';
import { hasCode, withClient } from './database';

const SOCKET_RECORD = `.s.PGSQL.${SOCKET_PORT}.lock`;
const ANSWER_WITHIN_MS = 5_000;

/** The process id of the server that runs on a cluster, if one does. */
export function runningPostmaster(cluster: string): number | undefined {
  const pid = recordedPid(pidFile(cluster));
  return pid !== undefined && isAlive(pid) && !isForeign(pid, cluster) ? pid : undefined;
}

/**
 * Takes away the records of a server that is gone when another process has its number by now, as happens after a reboot or
 * in a new container; what a kill -9 leaves of a server until the system clears it away counts as another process too.
 * PostgreSQL would take that process for its own and refuse to start.
 */
export function forgetForeignPid(cluster: string, socketFolder: string): void {
  for (const record of [pidFile(cluster), path.join(socketFolder, SOCKET_RECORD)]) {
    const pid = recordedPid(record);
    if (pid !== undefined && isAlive(pid) && isForeign(pid, cluster)) rmSync(record, { force: true });
  }
}

/** Waits until the server of a cluster answers; false if it ends, or does not in good time since its socket is gone. */
export async function answers(cluster: string, url: string): Promise<boolean> {
  let deadline = Date.now() + ANSWER_WITHIN_MS;
  while (Date.now() < deadline && runningPostmaster(cluster) !== undefined) {
    try {
      await withClient(url, (client) => client.query('select'));
      return true;
    } catch (error) {
      // It recovers from a crash, or shuts down: both may take a while, and both end.
      if (hasCode(error, '57P03')) deadline = Date.now() + ANSWER_WITHIN_MS;
      else if (!hasCode(error, 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P01')) throw error;
    }
    await pause(100);
  }
  return false;
}

/** Whether a process of that number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function pidFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

function recordedPid(record: string): number | undefined {
  try {
    const pid = Number(readFileSync(record, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Whether a process is surely not the server of a cluster: the server was told its cluster on its command line. */
function isForeign(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EACCES', 'EPERM', 'ESRCH')) return false;
    throw error;
  }
}
