import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSigningKey } from '../keys/signing-key';
import { openLog } from '../log/log';
import { type PublicJwks, PublicKeyFile, makeKeyPair, publicJwksOf, readPublicKeys } from './gateway-keys';

const folder = mkdtempSync(path.join(tmpdir(), 'simpul-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(content: unknown): string {
  const name = path.join(folder, `${String(Math.random())}.json`);
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const kidOf = ({ keys: [{ kid }] }: PublicJwks): string => kid;
const [first, second] = [makeKeyPair(), makeKeyPair()];

describe('the private key', () => {
  it('has the same name, its thumbprint, as a JWK and as PEM, and the set of its public half agrees', () => {
    const key = createPrivateKey({ key: first.privateJwk, format: 'jwk' });
    const pem = key.export({ format: 'pem', type: 'pkcs8' });
    const names = [readSigningKey(file(first.privateJwk)).kid, readSigningKey(file(String(pem))).kid];
    expect(names).toEqual([kidOf(first.publicJwks), kidOf(publicJwksOf(key))]);
    expect(names[0]).toBe(names[1]);
  });

  it('is an Ed25519 key', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(() => readSigningKey(file(privateKey.export({ format: 'jwk' })))).toThrow('no Ed25519 key');
    expect(() => readSigningKey(file('{}'))).toThrow();
    expect(() => readSigningKey(file('hello'))).toThrow();
  });
});

describe('the public keys', () => {
  it('are a set of public keys, each with a name of its own', () => {
    const { keys } = first.publicJwks;
    expect(readPublicKeys(file(first.publicJwks)).size).toBe(1);
    expect(() => readPublicKeys(file({ keys: [...keys, ...keys] }))).toThrow('two keys of one name');
    expect(() => readPublicKeys(file({ keys: [{ ...first.privateJwk, kid: 'k' }] }))).toThrow();
    expect(() => readPublicKeys(file({ keys: [] }))).toThrow();
  });

  it('are read again for an unknown name, at most once in ten seconds', () => {
    let now = 0;
    const name = file(first.publicJwks);
    const keys = new PublicKeyFile(name, openLog('test', 'silent'), () => now);
    expect(keys.find(kidOf(second.publicJwks))).toBeUndefined();

    writeFileSync(name, JSON.stringify(second.publicJwks));
    now = 9_999;
    expect(keys.find(kidOf(second.publicJwks))).toBeUndefined();
    expect(keys.find(kidOf(first.publicJwks))).toBeDefined();
    now = 10_000;
    expect(keys.find(kidOf(second.publicJwks))).toBeDefined();
  });

  it('are taken at once when a new key begins after a quiet time', () => {
    let now = 0;
    const name = file(first.publicJwks);
    const keys = new PublicKeyFile(name, openLog('test', 'silent'), () => now);
    now = 5_000;
    writeFileSync(name, JSON.stringify(second.publicJwks));
    expect(keys.find(kidOf(second.publicJwks))).toBeDefined();
  });

  it('end within ten seconds of being withdrawn', () => {
    let now = 0;
    const name = file(first.publicJwks);
    const keys = new PublicKeyFile(name, openLog('test', 'silent'), () => now);
    writeFileSync(name, JSON.stringify(second.publicJwks));
    now = 10_000;
    expect(keys.find(kidOf(first.publicJwks))).toBeUndefined();
  });

  it('stay when their file cannot be read', () => {
    let now = 0;
    const name = file(first.publicJwks);
    const keys = new PublicKeyFile(name, openLog('test', 'silent'), () => now);
    writeFileSync(name, '{"keys":[');
    now = 60_000;
    expect(keys.find(kidOf(first.publicJwks))).toBeDefined();
  });
});
