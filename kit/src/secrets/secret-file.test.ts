import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SecretFile, Secrets, ensureSecretFile, secretFileSchema } from './secret-file';

const root = mkdtempSync(path.join(tmpdir(), 'simpul-secrets-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

let made = 0;
const file: SecretFile<number> = {
  key: 'LAMP_KEYS_FILE',
  parse: (text) => {
    if (!/^\d+$/.test(text)) throw new Error('is no number');
    return Number(text);
  },
  generate: () => String((made += 1)),
};

it('makes a file once, for its owner alone', () => {
  const folder = path.join(root, 'lamp');
  const name = ensureSecretFile(folder, file);
  expect(ensureSecretFile(folder, file)).toBe(name);
  expect(path.basename(name)).toBe('lamp-keys.json');
  expect(readFileSync(name, 'utf8')).toBe('1');
  expect(statSync(name).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual(['lamp-keys.json']);
});

it('reads a file that nobody else may read, and no other', () => {
  const schema = secretFileSchema(file);
  const name = ensureSecretFile(path.join(root, 'other'), file);
  expect(schema.parse(name)).toBe(made);
  chmodSync(name, 0o640);
  expect(schema.safeParse(name).error?.issues[0]?.message).toMatch(/chmod 600/);
  expect(schema.safeParse(undefined).error?.issues[0]?.message).toMatch(/set it to a file/);
  expect(schema.safeParse(path.join(root, 'none')).error?.issues[0]?.message).toMatch(/that is there/);
});

it('hands out only what the process was given', () => {
  expect(new Secrets(new Map([[file.key, 5]])).of(file)).toBe(5);
  expect(() => new Secrets().of(file)).toThrow('LAMP_KEYS_FILE');
});
