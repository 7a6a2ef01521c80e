import { existsSync, statSync } from 'node:fs';
import { z } from 'zod';

/** Every `SIMPUL_*` key of the house. Each process accepts all of them, so that one can be exported for the whole house. */
export const HOUSE_KEYS: readonly string[] = ['SIMPUL_DATA', 'SIMPUL_POSTGRES_BIN', 'SIMPUL_TODAY'];

/** The configuration key `LOG_LEVEL`. */
export const logLevelSchema = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  .default('info');

/** The gateway's key `SUBGRAPH_DEADLINE_MS`. */
export const deadlineSchema = z.coerce.number().int().min(1).max(600_000).default(5000);

/** The gateway's key `QUESTIONS`: a folder, which must be there when it is named. */
export const questionsSchema = z
  .string()
  .refine(isFolder, 'must be a folder that is there, of prepared questions (*.graphql)')
  .optional();

/** A folder, which must be there when it is named. */
export const folderSchema = z.string().refine(isFolder, 'must be a folder that is there').optional();

/** What the URL of a database must look like, for the person who wrote another. */
export const DATABASE_FORM =
  'must be postgresql://role:password@host:port/database (for a socket: postgresql://role@localhost/database?host=/folder)';

/** Whether a value can be the URL of a PostgreSQL database. */
export function isDatabaseUrl(url: unknown): url is string {
  return typeof url === 'string' && /^postgres(ql)?:/.test(url) && URL.canParse(url);
}

/** Lets a check of the whole run when a single key is bad too; else not every bad key would be named. */
export const REGARDLESS = { when: (): boolean => true };

/** Refuses keys that look like ours but are not known, so that a misspelt one is not silently ignored. */
export function refuseUnknownKeys(env: Record<string, unknown>, context: z.RefinementCtx): void {
  for (const key of Object.keys(env)) {
    if (!key.startsWith('SIMPUL_') || HOUSE_KEYS.includes(key)) continue;
    const message = `unknown key; known are ${HOUSE_KEYS.join(', ')}`;
    context.addIssue({ code: 'custom', path: [key], message });
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
