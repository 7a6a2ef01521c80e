import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ShallowHistory, previousVersions } from './previous-versions';

const FILE = 'api.graphql';
const UNRELEASED = '## Unreleased\n';
const RELEASED = `${UNRELEASED}\n## 0.1.0\n`;

describe('the versions that clients may know', () => {
  let root: string;
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
      cwd: root,
      stdio: 'pipe',
    });
  const write = (text: string, changelog = UNRELEASED) => {
    writeFileSync(join(root, FILE), text);
    writeFileSync(join(root, 'CHANGELOG.md'), changelog);
  };
  const commit = (text: string, changelog = UNRELEASED) => {
    write(text, changelog);
    git('add', '.');
    git('commit', '--quiet', '--message', text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'simpul-history-'));
    git('init', '--quiet', '--initial-branch', 'main');
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('are none before the first commit', async () => {
    write('one');
    expect(await previousVersions(root, FILE)).toEqual([]);
  });

  it('are none where the file has never been committed', async () => {
    commit('one');
    expect(await previousVersions(root, 'other.graphql')).toEqual([]);
  });

  it('are all of the main branch before the first release', async () => {
    commit('one');
    commit('two');
    write('three');
    expect(await previousVersions(root, FILE)).toEqual(['two', 'one']);
  });

  it('are those that the main branch had, not those of a branch on its way', async () => {
    commit('one');
    git('switch', '--quiet', '--create', 'change');
    commit('two');
    commit('three');
    git('switch', '--quiet', 'main');
    git('merge', '--quiet', '--no-ff', 'change');
    write('four');
    expect(await previousVersions(root, FILE)).toEqual(['three', 'one']);
  });

  it('are the released one and what followed it', async () => {
    commit('one');
    commit('two');
    commit('two', RELEASED);
    commit('three', RELEASED);
    commit('four', RELEASED);
    expect(await previousVersions(root, FILE)).toEqual(['four', 'three', 'two']);
  });

  it('are the newest alone while its release is being made', async () => {
    commit('one');
    commit('two');
    write('two', RELEASED);
    expect(await previousVersions(root, FILE)).toEqual(['two']);
    commit('two', RELEASED);
    expect(await previousVersions(root, FILE)).toEqual(['two']);
  });

  it('are the main branch’s on any other branch', async () => {
    commit('one');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    commit('two');
    commit('three');
    expect(await previousVersions(root, FILE)).toEqual(['one']);
  });

  it('cannot be told from a shallow clone', async () => {
    commit('one');
    commit('two');
    git('clone', '--quiet', '--depth', '1', pathToFileURL(root).href, 'shallow');
    await expect(previousVersions(join(root, 'shallow'), FILE)).rejects.toThrow(ShallowHistory);
  });

  it('cannot be told without a repository', async () => {
    write('one');
    rmSync(join(root, '.git'), { recursive: true });
    await expect(previousVersions(root, FILE)).rejects.toThrow('git rev-parse');
  });
});
