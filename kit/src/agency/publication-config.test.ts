import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSigningKey, publicJwk } from '../keys/signing-key';
import { openLog } from '../log/log';
import { readConsentSource } from './consents-config';
import { type PublicationKeys, readPublicationKeys } from './publication-config';

const log = openLog('test', 'silent');
const folder = mkdtempSync(path.join(tmpdir(), 'simpul-publication-'));
let files = 0;
const fileWith = (content: unknown): string => {
  files += 1;
  const file = path.join(folder, String(files));
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const ended = jest.spyOn(process, 'exit').mockImplementation(() => {
  throw new Error('ended');
});
const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => {
  said.mockClear();
  ended.mockClear();
});
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const sign = (): Promise<string> => Promise.resolve('');
const almanac = { path: '/almanac', keyFile: 'ALMANAC_KEY_FILE', sign };
const tidings = {
  ...{ path: '/tidings', keyFile: 'TIDINGS_KEY_FILE', readersFile: 'TIDINGS_READERS_FILE', sign },
  read: (): Promise<number> => Promise.resolve(0),
};
const read = (env: NodeJS.ProcessEnv): PublicationKeys =>
  readPublicationKeys({ publications: [almanac], feeds: [tidings] }, log, env);

const key = makeSigningKey();
const privateFile = fileWith(key.key.export({ format: 'jwk' }));
const publicFile = fileWith({ keys: [publicJwk(key)] });
const GOOD = {
  ALMANAC_KEY_FILE: privateFile,
  TIDINGS_KEY_FILE: fileWith(key.key.export({ format: 'pem', type: 'pkcs8' }).toString()),
  TIDINGS_READERS_FILE: publicFile,
};

it('reads private Ed25519 keys, as JWK or PEM, under the same name, and the keys of readers', () => {
  const { signing, readers } = read(GOOD);
  expect([...signing].map(([name, { kid }]) => [name, kid])).toEqual([
    ['ALMANAC_KEY_FILE', key.kid],
    ['TIDINGS_KEY_FILE', key.kid],
  ]);
  expect(readers.get('TIDINGS_READERS_FILE')?.get(key.kid)).toBeDefined();
  expect(readers.get('TIDINGS_READERS_FILE')?.get('another')).toBeUndefined();
});

it('reads nothing where nothing is published', () => {
  expect(readPublicationKeys({}, log, {})).toEqual({ signing: new Map(), readers: new Map() });
});

const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
it.each([
  ['no key named', 'ALMANAC_KEY_FILE', undefined],
  ['no file', 'ALMANAC_KEY_FILE', path.join(folder, 'nowhere')],
  ['no key in the file', 'TIDINGS_KEY_FILE', fileWith('lamp oil')],
  ['a key of another kind', 'TIDINGS_KEY_FILE', fileWith(foreign)],
  ['no readers named', 'TIDINGS_READERS_FILE', undefined],
  ['a private key for the readers', 'TIDINGS_READERS_FILE', privateFile],
])('ends the process for %s, naming the configuration key', (_, name, file) => {
  expect(() => read({ ...GOOD, [name]: file })).toThrow('ended');
  expect(ended).toHaveBeenCalledWith(78);
  expect(said.mock.calls.join('')).toContain(name);
});

const HEARD = {
  CONSENTS_URL: 'http://127.0.0.1:4001/consents',
  CONSENTS_KEYS_FILE: publicFile,
  CONSENTS_READER_KEY_FILE: privateFile,
};

it('reads where consents are heard of', () => {
  const { url, keys, readerKey, tls } = readConsentSource(null, log, HEARD);
  expect([url.href, readerKey.kid, tls]).toEqual([HEARD.CONSENTS_URL, key.kid, null]);
  expect(keys.get(key.kid)).toBeDefined();
});

it('names all that is wrong about it at once', () => {
  const env = { CONSENTS_URL: 'ftp://127.0.0.1/consents', CONSENTS_KEYS_FILE: privateFile };
  expect(() => readConsentSource(null, log, env)).toThrow('ended');
  expect(ended).toHaveBeenCalledWith(78);
  for (const name of Object.keys(HEARD)) expect(said.mock.calls.join('')).toContain(name);
  expect(() =>
    readConsentSource(null, log, { ...HEARD, CONSENTS_URL: `${HEARD.CONSENTS_URL}?after=0` }),
  ).toThrow('ended');
});
