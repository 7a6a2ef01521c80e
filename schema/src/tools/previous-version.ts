import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The version of a file that clients know: the main branch's, or, on the main branch itself, the one before the
 * newest. Null when the history of the folder holds none, as in a first commit.
 */
export async function previousVersion(root: string, file: string): Promise<string | null> {
  const base = (await git(root, 'merge-base', 'HEAD', 'origin/main'))?.trim() ?? 'HEAD';
  const published = await git(root, 'show', `${base}:${file}`);
  if (published !== null && published !== readFileSync(join(root, file), 'utf8')) return published;
  const commits = await git(root, 'log', '--format=%H', '-2', base, '--', file);
  const previous = commits?.trim().split('\n')[1];
  return previous === undefined ? null : git(root, 'show', `${previous}:${file}`);
}

/** What git says; null when it refuses, for want of a repository, a commit or a file. */
async function git(root: string, ...words: string[]): Promise<string | null> {
  return run('git', words, { cwd: root, maxBuffer: 16 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    () => null,
  );
}
