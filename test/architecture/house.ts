import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** A source file of the house: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

export const AGENCIES = foldersOf('subgraphs').filter((name) =>
  existsSync(join(ROOT, 'subgraphs', name, 'package.json')),
);

/** Everything that is written by hand in TypeScript, workspace by workspace. */
export const SOURCE_FOLDERS = [
  'schema/src',
  'kit/src',
  'gateway/src',
  ...AGENCIES.map((name) => `subgraphs/${name}/src`),
  ...foldersOf('test')
    .filter((name) => name !== 'dist')
    .map((name) => `test/${name}`),
];

/** The TypeScript files below a folder, built and installed ones left out. */
export function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) =>
      relative(ROOT, join(ROOT, folder, file))
        .split(sep)
        .join('/'),
    )
    .filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !/(^|\/)(dist|node_modules)\//.test(path),
    )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

export function agencyOf(path: string): string | undefined {
  return /^subgraphs\/([^/]+)\//.exec(path)?.[1];
}

export function nameOf(path: string): string {
  return basename(path);
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
