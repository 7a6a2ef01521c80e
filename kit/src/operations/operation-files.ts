import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { CLIENT_CLASSES, type ClientClass, folderOf } from '@simpul/schema/contract/client-class';

const EXTENSION = '.graphql';

/** An operation as it is registered for a class of clients. */
export interface OperationFile {
  readonly clientClass: ClientClass;
  /** Name of its file, without the ending. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Reads `<folder>/<class>/*.graphql`, in order; a folder that is not there holds none. */
export async function readOperationFiles(folder: string): Promise<OperationFile[]> {
  const files: OperationFile[] = [];
  for (const clientClass of CLIENT_CLASSES) {
    const below = path.join(folder, folderOf(clientClass));
    for (const file of await operationsIn(below)) {
      const name = path.basename(file, EXTENSION);
      const text = await readFile(path.join(below, file), 'utf8');
      files.push({ clientClass, name, path: path.join(below, file), text });
    }
  }
  return files;
}

async function operationsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(EXTENSION)).sort();
}
