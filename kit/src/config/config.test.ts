import { z } from 'zod';
import { ConfigError, parseConfig } from './config';
import { HOUSE_KEYS, REGARDLESS, questionsSchema, refuseUnknownKeys } from './keys';

const schema = z
  .looseObject({
    PORT: z.coerce.number().int(),
    SECRET: z.string().min(8),
    SIMPUL_TODAY: z.iso.date().optional(),
  })
  .superRefine(refuseUnknownKeys, REGARDLESS);

it('names every bad key at once and no value', () => {
  const env = { PORT: 'eighty', SECRET: 'hunter2', SIMPUL_TODYA: '2026-06-15', PATH: '/bin' };
  const attempt = (): unknown => parseConfig(schema, env);
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(/PORT[^]*SECRET[^]*SIMPUL_TODYA/);
  expect(attempt).not.toThrow(/hunter2|eighty/);
});

it('refuses a misspelt key of ours, and tells the right ones', () => {
  expect(() => parseConfig(schema, { PORT: '1', SECRET: 'long enough', SIMPUL_TODYA: '2026-06-15' })).toThrow(
    /SIMPUL_TODYA: unknown key; known are SIMPUL_DATA, SIMPUL_POSTGRES_BIN, SIMPUL_TODAY/,
  );
});

it('leaves keys of others alone', () => {
  expect(parseConfig(schema, { PORT: '80', SECRET: 'long enough', PATH: '/bin' })).toMatchObject({
    PORT: 80,
  });
});

it('leaves keys of ours alone that concern another process', () => {
  const exported = Object.fromEntries(HOUSE_KEYS.map((key) => [key, '2026-06-15']));
  expect(() => parseConfig(schema, { PORT: '80', SECRET: 'long enough', ...exported })).not.toThrow();
});

it('refuses a folder of questions that is named and not there', () => {
  expect(questionsSchema.safeParse(undefined).success).toBe(true);
  expect(questionsSchema.safeParse(__dirname).success).toBe(true);
  expect(questionsSchema.safeParse(__filename).success).toBe(false);
  expect(questionsSchema.safeParse('/nowhere').success).toBe(false);
});
