import { z } from 'zod';
import { readConfig, refuseUnknownKeys } from '../config/config';
import { hostSchema } from '../http/listen';
import { databaseName } from '../database/roles';

/** Configuration of one agency's process. */
export interface AgencyConfig {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly today?: string | undefined;
  readonly logLevel: string;
}

/** Reads an agency's configuration from the environment; exits with code 78 when a key is missing or bad. */
export function readAgencyConfig(agency: string): AgencyConfig {
  const urlKey = `DATABASE_URL_${databaseName(agency).toUpperCase()}`;
  const { [urlKey]: url, ...others } = process.env;
  const schema = z
    .looseObject({
      databaseUrl: z
        .string({ error: `set ${urlKey} to the URL of this agency's database, as its administrator` })
        .regex(/^postgres(ql)?:/, `${urlKey} must start with postgresql:`),
      HOST: hostSchema,
      PORT: z.coerce.number().int().min(0).max(65_535).default(0),
      SIMPUL_TODAY: z.iso.date().optional(),
      NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    })
    .superRefine(refuseUnknownKeys(['SIMPUL_TODAY']), { when: () => true })
    .refine(({ NODE_ENV, SIMPUL_TODAY }) => NODE_ENV !== 'production' || SIMPUL_TODAY === undefined, {
      path: ['SIMPUL_TODAY'],
      message: 'the clock can be set in development only',
    });
  const config = readConfig(schema, { ...others, databaseUrl: url });
  return {
    host: config.HOST,
    port: config.PORT,
    databaseUrl: config.databaseUrl,
    today: config.SIMPUL_TODAY,
    logLevel: config.LOG_LEVEL,
  };
}
