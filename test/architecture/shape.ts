/** The roles a file of a record kind can have; the suffix is the layer. */
export const ROLES = [
  'entity',
  'type',
  'input',
  'resolver',
  'service',
  'policy',
  'repository',
  'loader',
  'test',
  'db.test',
] as const;

/** A layer is no use alone: what asks, what answers and what is stored come together. */
const COMPANIONS: Partial<Record<string, string[]>> = {
  resolver: ['service', 'type'],
  repository: ['service'],
  entity: ['repository'],
  policy: ['service'],
  'db.test': ['repository'],
};

/** Folders of an agency that hold no record kind, with the parts that each may have. */
const OTHER_FOLDERS: Record<string, RegExp> = {
  foreign: /^foreign[.]type[.]ts$/,
  seed: /^(facts|demo)(-[a-z0-9]+)*([.](main|test|db[.]test))?[.]ts$/,
};

/** Words that say nothing about what a file holds. */
const EMPTY_WORD = /(^|[-/.])(managers?|helpers?|utils?|common|misc|data|info|base|impl)([/.]|$)/;

/** What comes with the first change, test or file of secrets of an agency; the rest it has from the start. */
const LATER = /([.](policy|loader|test)|^secrets([.]main)?)[.]ts$/;

/** What two agencies must have in common, from their paths below `src`: entries, kinds of seed, and roles in use. */
export function shapeOf(paths: readonly string[]): string[] {
  const parts = paths
    .filter((path) => !LATER.test(path))
    .map((path) => {
      const [folder = '', file] = path.split('/');
      if (file === undefined) return folder;
      if (folder in OTHER_FOLDERS) return `${folder}/${file.replace(/^([a-z]+)(-[a-z0-9]+)*/, '$1')}`;
      return `<noun>/<noun>.${roleOf(file)}.ts`;
    });
  return [...new Set(parts)].sort();
}

/** What is wrong with an agency's files by themselves, from their paths below `src`. */
export function shapeFaults(paths: readonly string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const [folder = '', file, deeper] = path.split('/');
    if (deeper !== undefined) return [`${path}: one folder per record kind, and none inside it`];
    if (file !== undefined) folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [
    ...paths.filter((path) => EMPTY_WORD.test(path)).map((path) => `${path}: name it after what it holds`),
    ...[...folders].flatMap(([folder, files]) => folderFaults(folder, files)),
  ];
}

function folderFaults(folder: string, files: readonly string[]): string[] {
  const closed =
    OTHER_FOLDERS[folder] ?? new RegExp(`^([a-z0-9]+-)*${folder}(-[a-z0-9]+)*[.](${ROLES.join('|')})[.]ts$`);
  const strangers = files.filter((file) => !closed.test(file));
  const roles = new Set(files.map(roleOf));
  const missing = [...roles].flatMap((role) =>
    (COMPANIONS[role] ?? [])
      .filter((needed) => !roles.has(needed))
      .map((needed) => `has a ${role} and no ${needed}`),
  );
  return [
    ...strangers.map((file) => `${folder}/${file}: its name is not of the form noun.role.ts`),
    ...(folder in OTHER_FOLDERS ? [] : missing.map((fault) => `${folder}: ${fault}`)),
  ];
}

function roleOf(file: string): string {
  return file.replace(/^[^.]*[.]/, '').replace(/[.]ts$/, '');
}
