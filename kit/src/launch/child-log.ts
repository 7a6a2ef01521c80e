import { existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const WARN = 40;
const MOST_LINES = 20;
const record = z.looseObject({ level: z.number(), msg: z.string().default('') });

/** The file that one child process writes to. It begins anew at each start; the one before is kept beside it. */
export class ChildLog {
  readonly path: string;

  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.path = path.join(folder, `${name}.log`);
    if (existsSync(this.path)) renameSync(this.path, path.join(folder, `${name}.previous.log`));
  }

  /** A descriptor for the child's standard output and error; the caller closes it. */
  open(): number {
    return openSync(this.path, 'a', 0o600);
  }

  /** The last warnings and errors, and what was written without the logger, such as a refused configuration. */
  complaints(): string[] {
    return readFileSync(this.path, 'utf8').split('\n').flatMap(complaintIn).slice(-MOST_LINES);
  }
}

function complaintIn(line: string): string[] {
  if (line.trim() === '') return [];
  const parsed = record.safeParse(parseJson(line));
  if (!parsed.success) return [line];
  return parsed.data.level >= WARN ? [parsed.data.msg] : [];
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
