import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { TlsIdentity } from '../config/tls';

/** A bundle with some thousands of grants is smaller. */
const LONGEST = 8 * 1024 * 1024;

/** Fetches the signed bundle of grants; the signal ends it wherever it is. */
export type BundleRequest = (signal: AbortSignal) => Promise<string>;

/** The bundle did not come. */
export class BundleUnavailable extends Error {
  constructor(reason: string) {
    super(`The bundle of grants cannot be had: ${reason}.`);
    this.name = 'BundleUnavailable';
  }
}

/** Fetches from an address, with a certificate if the publisher asks for one. */
export function bundleRequest(url: string, tls: TlsIdentity | null): BundleRequest {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return (signal) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { ...tls, signal, headers: { accept: 'application/jose' } }, (answer) => {
        const chunks: Buffer[] = [];
        let length = 0;
        answer.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length > LONGEST) sent.destroy(new BundleUnavailable('the answer is too long'));
        });
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'));
          else reject(new BundleUnavailable(`answered ${String(answer.statusCode)}`));
        });
      });
      sent.on('error', reject);
      sent.end();
    });
}
