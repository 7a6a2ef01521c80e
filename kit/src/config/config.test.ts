import { z } from 'zod';
import { ConfigError, parseConfig, refuseUnknownKeys } from './config';

const schema = z
  .looseObject({
    PORT: z.coerce.number().int(),
    SECRET: z.string().min(8),
    SIMPUL_DAY: z.iso.date().optional(),
  })
  .superRefine(refuseUnknownKeys(['SIMPUL_DAY']));

it('names every bad key at once and no value', () => {
  const env = { PORT: 'eighty', SECRET: 'hunter2', SIMPUL_DYA: '2026-06-15', PATH: '/bin' };
  const attempt = (): unknown => parseConfig(schema, env);
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(/PORT[^]*SECRET/);
  expect(attempt).not.toThrow(/hunter2|eighty/);
});

it('refuses a misspelt key of ours, and tells the right ones', () => {
  expect(() => parseConfig(schema, { PORT: '1', SECRET: 'long enough', SIMPUL_DYA: '2026-06-15' })).toThrow(
    /SIMPUL_DYA: unknown key; known are SIMPUL_DAY/,
  );
});

it('leaves keys of others alone', () => {
  expect(parseConfig(schema, { PORT: '80', SECRET: 'long enough', PATH: '/bin' })).toMatchObject({
    PORT: 80,
  });
});
