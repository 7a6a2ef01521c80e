import type { z } from 'zod';

/** Exit code of a process whose configuration is wrong (EX_CONFIG of sysexits). */
export const EXIT_CONFIG = 78;

/** What is wrong with a configuration: names of keys and rules, never values. */
export class ConfigError extends Error {}

/** Reads a process's configuration in one pass; throws one error that lists every bad key. */
export function parseConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv): z.output<T> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || issue.code}: ${issue.message}`,
  );
  throw new ConfigError(`The configuration is not usable:\n${lines.join('\n')}`);
}

/** Like {@link parseConfig}, for the start of a process: prints every bad key and exits with code 78. */
export function readConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv): z.output<T> {
  try {
    return parseConfig(schema, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}
