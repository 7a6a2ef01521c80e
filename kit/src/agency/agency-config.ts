import { z } from 'zod';
import { readConfig } from '../config/config';
import { DATABASE_FORM, REGARDLESS, isDatabaseUrl, logLevelSchema, refuseUnknownKeys } from '../config/keys';
import { hostSchema } from '../http/listen';
import { databaseName } from '../database/roles';
import { type SecretFile, Secrets, secretFileSchema } from '../secrets/secret-file';
import type { Agency } from './agency';

/** Configuration of one agency's process. */
export interface AgencyConfig {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly today?: string | undefined;
  readonly logLevel: string;
  readonly secrets: Secrets;
}

/** Reads an agency's configuration from the environment; exits with code 78 when a key is missing or bad. */
export function readAgencyConfig(
  { name, secretFiles = [] }: Pick<Agency, 'name' | 'secretFiles'>,
  env: NodeJS.ProcessEnv = process.env,
): AgencyConfig {
  const urlKey = `DATABASE_URL_${databaseName(name).toUpperCase()}`;
  const config = readConfig(schemaFor(urlKey, secretFiles), env);
  return {
    host: config.HOST,
    port: config.PORT,
    databaseUrl: String(config[urlKey]),
    today: config.SIMPUL_TODAY,
    logLevel: config.LOG_LEVEL,
    secrets: new Secrets(new Map(secretFiles.map(({ key }) => [key, config[key]]))),
  };
}

function schemaFor(urlKey: string, secretFiles: readonly SecretFile<unknown>[]) {
  return z
    .looseObject({
      HOST: hostSchema,
      PORT: z.coerce.number().int().min(0).max(65_535).default(0),
      SIMPUL_TODAY: z.iso.date('must be a day, for example 2026-06-15').optional(),
      NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
      LOG_LEVEL: logLevelSchema,
    })
    .extend(secretKeys(secretFiles))
    .superRefine(refuseUnknownKeys, REGARDLESS)
    .superRefine((env, context) => {
      const refuse = (key: string, message: string): void => {
        context.addIssue({ code: 'custom', path: [key], message });
      };
      const { [urlKey]: url, NODE_ENV, SIMPUL_TODAY } = env;
      if (url === undefined)
        refuse(urlKey, "set it to the URL of this agency's database, as its administrator");
      else if (!isDatabaseUrl(url)) refuse(urlKey, DATABASE_FORM);
      if (NODE_ENV === 'production' && SIMPUL_TODAY !== undefined)
        refuse('SIMPUL_TODAY', 'the clock can be set in development only');
    }, REGARDLESS);
}

/** Their keys are known when the process starts and not to the compiler. */
function secretKeys(
  files: readonly SecretFile<unknown>[],
): object & { readonly [key: `${string}_KEYS_FILE`]: z.ZodType } {
  return Object.fromEntries(files.map((file) => [file.key, secretFileSchema(file)]));
}
