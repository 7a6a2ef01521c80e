import type { ClaimMap } from '@simpul/kit/config/oidc-keys';
import type { Arrival } from '@simpul/kit/http/graphql-route';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import type { Log } from '@simpul/kit/log/log';
import { bearerTokenOf } from './bearer';
import { type Fetch, IssuerKeys } from './issuer-keys';
import { KeyRing } from './key-ring';
import { TokenVerifier } from './token-verifier';

/** Tells who sent a request; throws when its credential is a bad one. */
export type Identify = (arrival: Arrival) => Promise<Identity>;

/** Whose word on callers is taken, and how it is written. */
export interface IssuerTrust {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: ClaimMap;
  readonly log: Log;
  /** Tests bring their own. */
  readonly fetchDocument?: Fetch;
  readonly now?: () => number;
}

/** Identifies callers by the access tokens of one issuer; whoever brings none is anonymous. */
export function identifiedBy({ issuer, audience, claims, log, fetchDocument, now }: IssuerTrust): Identify {
  const issuerKeys = new IssuerKeys(issuer, fetchDocument);
  const keys = new KeyRing({
    fetchKeys: () => issuerKeys.fetch(),
    now: now ?? (() => performance.now()),
    log,
  });
  const verifier = new TokenVerifier({
    issuer,
    audience,
    claims,
    keys,
    today: () => (now === undefined ? new Date() : new Date(now())),
  });
  return async (arrival) => {
    const token = bearerTokenOf(arrival);
    return token === null ? anonymous : verifier.identify(token);
  };
}

/** Identifies nobody: for a gateway whose supergraph asks for no identity. */
export function unidentified(): Promise<Identity> {
  return Promise.resolve(anonymous);
}
