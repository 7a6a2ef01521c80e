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

  /** The last warnings and errors. */
  warnings(): string[] {
    return this.lines().flatMap(warningIn).slice(-MOST_LINES);
  }

  /** The same, with what was written without the logger, such as a refused configuration: for a process that failed. */
  complaints(): string[] {
    return this.lines()
      .flatMap((line) => (parseRecord(line) === undefined ? [line] : warningIn(line)))
      .slice(-MOST_LINES);
  }

  private lines(): string[] {
    return readFileSync(this.path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
  }
}

function warningIn(line: string): string[] {
  const entry = parseRecord(line);
  return entry !== undefined && entry.level >= WARN ? [entry.msg] : [];
}

function parseRecord(line: string): z.output<typeof record> | undefined {
  try {
    return record.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
