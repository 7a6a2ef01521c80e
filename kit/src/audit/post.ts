import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { TlsIdentity } from '../config/tls';
import type { Post } from './head-sender';

const PATIENCE_MS = 5000;

/** Posts texts to an address, with the certificate of this agency where it has one. */
export function postTo(url: string, tls: TlsIdentity | null): Post {
  const { protocol } = new URL(url);
  const options = { method: 'POST', timeout: PATIENCE_MS, headers: { 'content-type': 'application/jose' } };
  return (text) =>
    new Promise((resolve, reject) => {
      const sent =
        protocol === 'https:' ? requestSecure(url, { ...options, ...tls }) : requestPlain(url, options);
      sent.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('timeout', () => sent.destroy(new Error('The witness does not answer.')));
      sent.on('error', reject);
      sent.end(text);
    });
}
