import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The clone holds the newest commits only: nothing is wrong with the schema, but its past cannot be seen from here. */
export class ShallowHistory extends Error {}

const CHANGELOG = 'CHANGELOG.md';
const NEWEST_RELEASE = /^## \[?\d\S*/m;

/**
 * The versions of a file that clients may know, newest first: the newest release's and every later one of the main
 * branch; all of them before the first release. The main branch counts as far as this one has taken it over. Empty
 * when its history holds none; fails where the history cannot be read to its end.
 */
export async function previousVersions(root: string, file: string): Promise<string[]> {
  const git = gitIn(root);
  if ((await git('rev-parse', '--is-shallow-repository')).trim() !== 'false')
    throw new ShallowHistory('the clone is shallow; fetch the history: git fetch --unshallow');
  if ((await git('rev-list', '--all', '--max-count=1')) === '') return [];
  const main = await mainBranch(git);
  const release = await newestRelease(root, git, main);
  const history = ['log', '--first-parent', '--format=%H', '--diff-filter=AM'];
  const commits =
    release === undefined
      ? await git(...history, main, '--', file)
      : (await git(...history, `${release}..${main}`, '--', file)) +
        (await git(...history, '--max-count=1', release, '--', file));
  const texts = await Promise.all(lines(commits).map((commit) => git('show', `${commit}:${file}`)));
  return [...new Set(texts)];
}

type Git = (...words: string[]) => Promise<string>;

/** What git says; where it is missing or refuses, that is an error. */
function gitIn(root: string): Git {
  return async (...words) => (await run('git', words, { cwd: root, maxBuffer: 16 * 1024 * 1024 })).stdout;
}

/** Where this branch left the main one; without a remote repository, or on the main branch itself, its newest commit. */
async function mainBranch(git: Git): Promise<string> {
  const remote = await git('for-each-ref', '--format=%(objectname)', 'refs/remotes/origin/main');
  return (await git('merge-base', 'HEAD', remote.trim() || 'HEAD')).trim();
}

/** The commit that gave the changelog the heading of its newest release; undefined before the first one. */
async function newestRelease(root: string, git: Git, main: string): Promise<string | undefined> {
  const [heading] = NEWEST_RELEASE.exec(readFileSync(join(root, CHANGELOG), 'utf8')) ?? [];
  if (heading === undefined) return undefined;
  const commits = await git('log', '--first-parent', '--format=%H', `-S${heading}`, main, '--', CHANGELOG);
  // A heading that is not committed yet is a release in the making, and the main branch what it releases.
  return lines(commits).at(-1) ?? main;
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
