import { z } from 'zod';
import { readConfig } from '../config/config';
import { REGARDLESS, logLevelSchema, refuseUnknownKeys } from '../config/keys';
import { hostSchema } from '../http/listen';

/** Configuration of the development issuer's process, which the launcher writes. */
export interface IssuerConfig {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly explorerOrigins: readonly string[];
  readonly logLevel: string;
}

const schema = z
  .looseObject({
    HOST: hostSchema,
    PORT: z.coerce.number().int().min(0).max(65_535),
    SIMPUL_DATA: z.string().min(1, 'must be a folder'),
    EXPLORER_ORIGINS: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(z.url('must be origins, separated by commas'))),
    LOG_LEVEL: logLevelSchema,
    NODE_ENV: z
      .string()
      .optional()
      .refine((mode) => mode !== 'production', 'must not be production: this issuer asks for no password'),
  })
  .superRefine(refuseUnknownKeys, REGARDLESS);

/** Reads the issuer's configuration, or ends the process with a list of all bad keys. */
export function issuerConfig(env: NodeJS.ProcessEnv = process.env): IssuerConfig {
  const read = readConfig(schema, env);
  return {
    host: read.HOST,
    port: read.PORT,
    dataFolder: read.SIMPUL_DATA,
    explorerOrigins: read.EXPLORER_ORIGINS,
    logLevel: read.LOG_LEVEL,
  };
}
