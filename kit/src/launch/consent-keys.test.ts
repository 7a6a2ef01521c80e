import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPublicKeys } from '../identity/gateway-keys';
import { readSigningKey } from '../keys/signing-key';
import { consentKeys } from './consent-keys';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-consent-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const READERS = ['lighthouse', 'harbour'];
const fileOf = (agency: string, name: string): string =>
  consentKeys(folder, READERS)(agency).get(name) ?? 'no file';
const kidOf = (agency: string, name: string): string => readSigningKey(fileOf(agency, name)).kid;

it('gives each reader a key of its own that the others know the public half of', () => {
  const kids = READERS.map((reader) => kidOf(reader, 'CONSENTS_READER_KEY_FILE'));
  expect([...readPublicKeys(fileOf('office', 'CONSENTS_READERS_FILE')).keys()]).toEqual(kids);
  expect(new Set(kids).size).toBe(2);
  expect(fileOf('office', 'CONSENTS_READER_KEY_FILE')).toBe('no file');
});

it('gives whoever tells a key that readers know the public half of, and keeps what it finds', () => {
  const kid = kidOf('office', 'CONSENTS_KEY_FILE');
  expect([...readPublicKeys(fileOf('harbour', 'CONSENTS_KEYS_FILE')).keys()]).toEqual([kid]);
  expect(kidOf('office', 'CONSENTS_KEY_FILE')).toBe(kid);
});

it('lets private halves be read by their owner only, and publishes none', () => {
  for (const name of ['CONSENTS_KEY_FILE', 'CONSENTS_READER_KEY_FILE'])
    expect(statSync(fileOf('harbour', name)).mode & 0o777).toBe(0o600);
  for (const name of ['CONSENTS_KEYS_FILE', 'CONSENTS_READERS_FILE'])
    expect(readFileSync(fileOf('harbour', name), 'utf8')).not.toContain('"d"');
});
