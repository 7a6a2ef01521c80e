import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { HttpFault } from './http-fault';

/** Largest body that is read, counted after decompression. */
export const BODY_LIMIT = 1_000_000;

// A caller who is answered while still sending sees a reset connection instead of the answer; so a body that is
// too large is read to its end and thrown away, as long as that stays cheap.
const DISCARD_LIMIT = 16 * BODY_LIMIT;

const DECODERS = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) };

/** Reads the whole body as text; refuses what is too large, wrongly compressed or not UTF-8. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && !isDecoder(encoding)) {
    throw new HttpFault(
      'UNSUPPORTED_MEDIA_TYPE',
      `Send the body plain or compressed with ${Object.keys(DECODERS).join(', ')}.`,
    );
  }
  const sent = await collect(request);
  const plain = isDecoder(encoding) ? await decompress(encoding, sent) : sent;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw new HttpFault('BAD_REQUEST', 'The body is not valid UTF-8.');
  }
}

function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
      if (size > DISCARD_LIMIT) {
        request.pause();
        reject(tooLarge({ connection: 'close' }));
      }
    });
    request.on('end', () => {
      if (size > BODY_LIMIT) reject(tooLarge());
      else resolve(Buffer.concat(chunks));
    });
    request.on('error', () => {
      reject(new HttpFault('BAD_REQUEST', 'The body broke off.'));
    });
  });
}

async function decompress(encoding: keyof typeof DECODERS, sent: Buffer): Promise<Buffer> {
  try {
    return await DECODERS[encoding](sent, { maxOutputLength: BODY_LIMIT });
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge();
    throw new HttpFault('BAD_REQUEST', `The body is not valid ${encoding}.`);
  }
}

function isTooLarge(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  );
}

function isDecoder(encoding: string): encoding is keyof typeof DECODERS {
  return Object.hasOwn(DECODERS, encoding);
}

function tooLarge(headers?: Record<string, string>): HttpFault {
  return new HttpFault('PAYLOAD_TOO_LARGE', `The body is larger than ${String(BODY_LIMIT)} bytes.`, headers);
}
