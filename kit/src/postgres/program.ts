import { spawn } from 'node:child_process';
import type { Account } from './account';

/** How a program ended, and what it said. */
export interface ProgramResult {
  readonly succeeded: boolean;
  readonly output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end, as the given account.
 * It runs in a session of its own: Ctrl-C at the terminal must not interrupt an initdb half-way.
 */
export function runProgram(file: string, args: readonly string[], account?: Account): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...account,
      cwd: '/',
      env: { LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    const collect = (chunk: Buffer): void => {
      chunks.push(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => {
      resolve({ succeeded: false, output: error.message });
    });
    child.once('close', (code) => {
      resolve({ succeeded: code === 0, output: Buffer.concat(chunks).toString('utf8').trim() });
    });
  });
}
