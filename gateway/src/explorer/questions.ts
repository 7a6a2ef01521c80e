import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the prepared questions of a folder in the order of their names; a folder that is not there holds none. */
export async function readQuestions(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const documents = names.filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(documents.map((name) => readFile(join(folder, name), 'utf8')));
}
