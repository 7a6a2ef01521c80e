import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previousVersion } from './previous-version';

const FILE = 'api.graphql';

describe('the version that clients know', () => {
  let root: string;
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'pipe' });
  const write = (text: string) => {
    writeFileSync(join(root, FILE), text);
  };
  const commit = (text: string) => {
    write(text);
    git('add', FILE);
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', text);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'simpul-history-'));
    git('init', '--quiet', '--initial-branch', 'main');
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('is unknown before the first commit and in it', async () => {
    write('one');
    expect(await previousVersion(root, FILE)).toBeNull();
    commit('one');
    expect(await previousVersion(root, FILE)).toBeNull();
  });

  it('is the committed one while the file is being changed', async () => {
    commit('one');
    write('two');
    expect(await previousVersion(root, FILE)).toBe('one');
  });

  it('is the one before on the main branch', async () => {
    commit('one');
    commit('two');
    expect(await previousVersion(root, FILE)).toBe('one');
  });

  it('is the main branch’s on any other branch, however many commits ago', async () => {
    commit('one');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    commit('two');
    commit('three');
    expect(await previousVersion(root, FILE)).toBe('one');
  });
});
