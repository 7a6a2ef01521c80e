import { hash } from 'node:crypto';
import { PURPOSES, type Purpose, ROLES } from '@simpul/schema/contract/identity';
import { z } from 'zod';
import type { Identity } from './identity';

/** Type of the gateway's word to an agency, in the header of the token: no token made for anything else has it. */
export const TOKEN_TYPE = 'simpul+jwt';

const ISSUER = 'simpul-gateway';

/** Longest life of a token, in seconds; one that claims a longer one is refused. */
export const LIFETIME_S = 30;

/** How far the clocks of the gateway and of an agency may be apart, in seconds. */
export const CLOCK_TOLERANCE_S = 5;

/** On whose behalf the gateway asks an agency. */
export interface Caller {
  readonly identity: Identity;
  readonly purpose: Purpose | null;
  /** Version of the bundle of data grants that the gateway decided by; null when it holds none. */
  readonly bundleVersion: number | null;
}

const name = z.string().min(1).max(256);

/** What the gateway says to one agency about one request; nothing may be missing and nothing else may be said. */
export const claimsSchema = z.strictObject({
  iss: z.literal(ISSUER),
  aud: name,
  iat: z.int(),
  exp: z.int(),
  jti: z.string().regex(/^[\w-]{16,64}$/),
  sub: name,
  client: name,
  org: name.nullable(),
  office: name.nullable(),
  employer: name.nullable(),
  person: name.nullable(),
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
  purpose: z.enum(PURPOSES).nullable(),
  bv: z.int().min(0).nullable(),
  bh: z.string().regex(/^[\w-]{43}$/),
});

/** Claims of a token that was verified. */
export type Claims = Readonly<z.output<typeof claimsSchema>>;

/** One request to one agency, as its token speaks of it. */
export interface SpokenFor {
  readonly audience: string;
  readonly caller: Caller;
  /** The body as it is sent, byte for byte. */
  readonly body: string | Buffer;
  /** Differs from every other token's. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** The claims about one request. */
export function claimsOf({ audience, caller, body, id, issuedAt }: SpokenFor): Claims {
  const { identity, purpose, bundleVersion } = caller;
  return {
    iss: ISSUER,
    aud: audience,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_S,
    jti: id,
    sub: identity.subject,
    client: identity.client,
    org: identity.organization,
    office: identity.office,
    employer: identity.employer,
    person: identity.person,
    roles: [...identity.roles],
    purpose,
    bv: bundleVersion,
    bh: bodyHash(body),
  };
}

/** Who asks and for what, by the word of the gateway. */
export function callerIn(claims: Claims): Caller {
  return {
    identity: {
      subject: claims.sub,
      client: claims.client,
      organization: claims.org,
      office: claims.office,
      employer: claims.employer,
      person: claims.person,
      roles: claims.roles,
    },
    purpose: claims.purpose,
    bundleVersion: claims.bv,
  };
}

/** What binds a token to the one body it was made for. */
export function bodyHash(body: string | Buffer): string {
  return hash('sha256', body, 'base64url');
}
