import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSigningKey } from '../keys/signing-key';
import { readPublicationKey } from './publication-config';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-publication-'));
const fileWith = (text: string): string => {
  const file = path.join(folder, 'key');
  writeFileSync(file, text);
  return file;
};
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('reads a private Ed25519 key, as JWK or PEM, under the same name', () => {
  const { kid, key } = makeSigningKey();
  const jwk = fileWith(JSON.stringify(key.export({ format: 'jwk' })));
  expect(readPublicationKey('ALMANAC_KEY_FILE', { ALMANAC_KEY_FILE: jwk }).kid).toBe(kid);
  const pem = fileWith(key.export({ format: 'pem', type: 'pkcs8' }).toString());
  expect(readPublicationKey('ALMANAC_KEY_FILE', { ALMANAC_KEY_FILE: pem }).kid).toBe(kid);
});

it.each([
  ['no key named', () => undefined],
  ['no file', () => path.join(folder, 'nowhere')],
  ['no key in the file', () => fileWith('lamp oil')],
  [
    'a key of another kind',
    () =>
      fileWith(
        JSON.stringify(
          generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
        ),
      ),
  ],
])('ends the process for %s, naming the configuration key', (_, file) => {
  const said: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  try {
    expect(() => readPublicationKey('ALMANAC_KEY_FILE', { ALMANAC_KEY_FILE: file() })).toThrow('ended');
    expect(exit).toHaveBeenCalledWith(78);
    expect(said.join('')).toContain('ALMANAC_KEY_FILE');
  } finally {
    write.mockRestore();
    exit.mockRestore();
  }
});
