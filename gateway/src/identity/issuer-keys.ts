import { isLoopback } from '@simpul/kit/http/listen';
import type { JWK } from 'jose' with { 'resolution-mode': 'import' };
import { z } from 'zod';

const ANSWER_WITHIN_MS = 2000;
const DOCUMENT_LIMIT = 256 * 1024;

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url().refine(isTrustworthy) });
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

/** Fetches a document; the global one, unless a test has another. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** The public keys that an issuer publishes, at the address that its own metadata tells (OpenID Connect Discovery). */
export class IssuerKeys {
  private address: string | undefined;

  constructor(
    private readonly issuer: string,
    private readonly fetchDocument: Fetch = fetch,
  ) {}

  /** Asks the issuer; throws when it does not answer in time, or with something else. */
  async fetch(): Promise<readonly JWK[]> {
    const address = (this.address ??= await this.discover());
    try {
      return keySetSchema.parse(await this.read(address)).keys;
    } catch (error) {
      // The keys may have moved: the next attempt begins at the metadata.
      this.address = undefined;
      throw error;
    }
  }

  private async discover(): Promise<string> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const metadata = metadataSchema.parse(await this.read(address));
    if (metadata.issuer !== this.issuer) throw new Error('The metadata is that of another issuer.');
    return metadata.jwks_uri;
  }

  private async read(url: string): Promise<unknown> {
    const response = await this.fetchDocument(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!response.ok) throw new Error(`The issuer answers ${response.status}.`);
    const text = await response.text();
    if (text.length > DOCUMENT_LIMIT) throw new Error('The issuer answers too much.');
    return JSON.parse(text);
  }
}

/** Keys that come over a line that others can write to are nobody's keys. */
function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}
