import { z } from 'zod';
import { isLoopback } from '../http/listen';

/** What the gateway needs of an access token; everything but subject and client may be missing from it. */
export const CLAIMS = ['subject', 'client', 'organization', 'office', 'employer', 'person', 'roles'] as const;

/** Where each of them stands in a token: names of claims, one inside another. */
export type ClaimMap = Readonly<Record<(typeof CLAIMS)[number], readonly string[]>>;

const pathSchema = z
  .string()
  .regex(/^[^.]+(\.[^.]+){0,7}$/, 'must be names of claims with dots between, e.g. realm_access.roles')
  .transform((path) => path.split('.'));

const mapSchema = z.strictObject(
  {
    subject: pathSchema.default(['sub']),
    client: pathSchema.default(['client_id']),
    organization: pathSchema.default(['organization']),
    office: pathSchema.default(['office']),
    employer: pathSchema.default(['employer']),
    person: pathSchema.default(['person']),
    roles: pathSchema.default(['roles']),
  },
  { error: ({ code }) => (code === 'unrecognized_keys' ? `known are ${CLAIMS.join(', ')}` : undefined) },
);

const claimsSchema = z
  .string()
  .default('{}')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON, e.g. {"roles":"realm_access.roles"}' });
      return z.NEVER;
    }
  })
  .pipe(mapSchema);

/** The keys that say whose word on callers the gateway takes. */
export const oidcKeys = {
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'must be the https URL of an OpenID Connect issuer (http on loopback only)'),
  OIDC_AUDIENCE: z.string().min(1).max(256).default('simpul'),
  OIDC_CLAIMS: claimsSchema,
};

/** Keys that come over a line that anybody on the way can write to are nobody's keys. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search !== '' || hash !== '' || username !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(host));
}
