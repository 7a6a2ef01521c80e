import { z } from 'zod';
import { parseConfig } from './config';
import { folderSchema } from './keys';

/** Reads the folder that a configuration key names, if it is set; throws when there is no such folder. */
export function readFolder(key: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = parseConfig(z.looseObject({ [key]: folderSchema }), env)[key];
  return typeof folder === 'string' ? folder : undefined;
}
