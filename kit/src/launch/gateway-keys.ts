import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeKeyPair, publicJwksOf, readPublicKeys } from '../identity/gateway-keys';
import { readSigningKey } from '../keys/signing-key';

/** Where the gateway's keys are: the private one for the gateway alone, the public one for every agency. */
export interface KeyFiles {
  readonly privateKey: string;
  readonly publicKeys: string;
}

/** The files of a folder, whether they are there or not. */
export function gatewayKeyFiles(folder: string): KeyFiles {
  return {
    privateKey: path.join(folder, 'gateway-key.json'),
    publicKeys: path.join(folder, 'gateway-jwks.json'),
  };
}

/** Makes the gateway a key pair, unless it has one; the private key can be read by this account only. */
export function prepareGatewayKeys(folder: string): KeyFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = gatewayKeyFiles(folder);
  if (!existsSync(files.privateKey)) {
    writeFileSync(files.privateKey, JSON.stringify(makeKeyPair().privateJwk), { mode: 0o600, flag: 'wx' });
  }
  const { kid, key } = readSigningKey(files.privateKey);
  if (!isKnown(files.publicKeys, kid))
    writeFileSync(files.publicKeys, `${JSON.stringify(publicJwksOf(key), null, 2)}\n`);
  return files;
}

/** Whether agencies know the key already, perhaps beside another that it is about to give way to. */
function isKnown(file: string, kid: string): boolean {
  try {
    return readPublicKeys(file).has(kid);
  } catch {
    return false;
  }
}
