import { type RequestOptions, request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { TlsIdentity } from '../config/tls';

/** What is asked of another server by GET. */
export interface TextAsked {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** What this side shows over https, and whose certificates it trusts; null: what the platform trusts. */
  readonly tls: TlsIdentity | null;
  /** Ends the request, from its connection to the last byte of its answer. */
  readonly signal: AbortSignal;
}

/** An answer that is not the text that was asked for. */
export class TextRefused extends Error {}

/** No text that agencies tell each other is longer: a bundle with some thousands of grants is shorter. */
const MAX_BYTES = 8_000_000;

/** Asks another server for a text; throws on every answer but 200, and on one without end. */
export function getText({ url, headers, tls, signal }: TextAsked): Promise<string> {
  const options: RequestOptions = { headers, signal, ...tls };
  const request = url.protocol === 'https:' ? requestByHttps : requestByHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MAX_BYTES) sent.destroy(new TextRefused('The answer is too long.'));
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode } = response;
        if (statusCode === 200) resolve(Buffer.concat(chunks).toString('utf8'));
        else reject(new TextRefused(`The answer has the status ${String(statusCode)}.`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
