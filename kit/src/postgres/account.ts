import { readFileSync } from 'node:fs';
import { CannotStart } from './cannot-start';

/** A system account, by its numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account that the server runs as when we are root, since PostgreSQL refuses to run as root; undefined: our own. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('nobody:'))
      ?.split(':') ?? [];
  if (!uid || !gid) {
    throw new CannotStart(
      'PostgreSQL refuses to run as root and there is no account "nobody". Start as another user.',
    );
  }
  // Some systems write nobody as -2, which the system calls know as an unsigned number.
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}
