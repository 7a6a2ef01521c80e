import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPublicKeys } from '../identity/gateway-keys';
import { readSigningKey } from '../keys/signing-key';
import { prepareGatewayKeys } from './gateway-keys';

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'simpul-keys-')), 'keys');
afterAll(() => {
  rmSync(path.dirname(folder), { recursive: true });
});

it('makes one pair that fits, the private key for this account only, and keeps it', () => {
  const { privateKey, publicKeys } = prepareGatewayKeys(folder);
  const made = readFileSync(privateKey, 'utf8');

  expect([...readPublicKeys(publicKeys).keys()]).toEqual([readSigningKey(privateKey).kid]);
  expect((statSync(privateKey).mode & 0o777).toString(8)).toBe('600');
  expect(readFileSync(publicKeys, 'utf8')).not.toContain('"d"');
  prepareGatewayKeys(folder);
  expect(readFileSync(privateKey, 'utf8')).toBe(made);
});
