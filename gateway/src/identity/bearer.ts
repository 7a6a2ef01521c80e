import type { Arrival } from '@simpul/kit/http/graphql-route';
import { refused } from './refused';

const TOKEN_LIMIT = 8192;
const BEARER = /^bearer +([^ ]+)$/i;
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The token that came with a request, or null; refuses everything that is not exactly one bearer token in its header. */
export function bearerTokenOf({
  authorizations,
  url,
}: Pick<Arrival, 'authorizations' | 'url'>): string | null {
  if (/[?&]access_token=/.test(url)) {
    throw refused('Send the token in the Authorization header: addresses end up in logs.');
  }
  const [credential, ...others] = authorizations;
  if (credential === undefined) return null;
  if (others.length > 0) throw refused('Send one Authorization header.');
  if (credential.length > TOKEN_LIMIT) throw refused('The credential is too long.');
  const token = BEARER.exec(credential)?.[1];
  if (token === undefined) throw refused('The Authorization header must be the word Bearer and one token.');
  if (!COMPACT.test(token) || !token.split('.').every(isCanonical)) {
    throw refused('The credential is not a signed access token.');
  }
  return token;
}

/** One token has one spelling, so that whatever is kept by its text is kept once. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}
