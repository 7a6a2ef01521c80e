import { z } from 'zod';

/** Bytes of every key in a file of secrets. */
export const KEY_BYTES = 32;

/** A key in a file of secrets, in base64. */
export const keySchema = z
  .base64('must be base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ length }) => length === KEY_BYTES, `must be ${String(KEY_BYTES)} bytes`);

/** Keys by their names, and the name of the one in use: the others are there for what was made before. */
export const namedKeys = z.strictObject({
  active: z.string(),
  keys: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be named in lower case'), keySchema),
});

/** Reads a file of named keys; what is wrong is told by name, and no value with it. */
export function readNamedKeys<T extends z.output<typeof namedKeys>>(
  form: z.ZodType<T>,
  text: string,
  complaint: string,
): T {
  const whole = form.refine(({ active, keys }) => active in keys, {
    path: ['active'],
    message: 'must be one of keys',
  });
  const read = whole.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const faults = read.error.issues.map(
    ({ path, code, message }) =>
      `${path.join('.') || 'the file'} ${code === 'invalid_type' ? 'is missing or of the wrong kind' : message}`,
  );
  throw new Error(`${complaint}: ${[...new Set(faults)].join(', ')}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
