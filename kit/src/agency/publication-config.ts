import { z } from 'zod';
import { readConfig } from '../config/config';
import { type SigningKey, readSigningKey } from '../keys/signing-key';

/** Reads the key that signs an agency's publication; exits with code 78 when there is none to read. */
export function readPublicationKey(keyFile: string, env: NodeJS.ProcessEnv = process.env): SigningKey {
  const read = readConfig(z.looseObject({ [keyFile]: keySchema }), env)[keyFile];
  if (!read) throw new Error('A configuration was accepted without its key.');
  return read;
}

const keySchema = z
  .string('set it to the file of the private Ed25519 key that signs what this agency publishes')
  .transform((file, context) => {
    try {
      return readSigningKey(file);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a file with a private Ed25519 key (JWK or PEM)' });
      return z.NEVER;
    }
  });
