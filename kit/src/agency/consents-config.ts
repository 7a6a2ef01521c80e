import { z } from 'zod';
import { readConfig } from '../config/config';
import { keysIn, jwksFileSchema, signingKeySchema } from '../config/key-files';
import type { TlsIdentity } from '../config/tls';
import type { Log } from '../log/log';
import type { ConsentSource } from './consent-holder';

const schema = z.object({
  CONSENTS_URL: z
    .string('set it to where the labour office tells of consents, e.g. https://labour-office:4001/consents')
    .refine(isAddress, 'must be an http or https URL without a query'),
  CONSENTS_KEYS_FILE: jwksFileSchema('the public keys of the labour office'),
  CONSENTS_READER_KEY_FILE: signingKeySchema('that this agency asks for consents with'),
});

/** Reads where an agency hears of consents; exits with code 78 when a key is missing or bad. */
export function readConsentSource(
  tls: TlsIdentity | null,
  log: Log,
  env: NodeJS.ProcessEnv = process.env,
): ConsentSource {
  const read = readConfig(schema, env);
  return {
    url: new URL(read.CONSENTS_URL),
    keys: keysIn(read.CONSENTS_KEYS_FILE, log),
    readerKey: read.CONSENTS_READER_KEY_FILE,
    tls,
  };
}

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
}
