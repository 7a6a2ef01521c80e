import {
  type AccessBundle,
  type BundleGrant,
  PERSONAL_DATA_CATEGORIES,
} from '@simpul/schema/contract/bundle';
import { PURPOSES } from '@simpul/schema/contract/identity';
import { z } from 'zod';
import { SignatureRefused, signText, verifiedText } from './jws';
import type { KeyFinder, SigningKey } from '../keys/signing-key';

/** A grant without what its sides signed it with: the matter of their signatures. */
export type UnsignedGrant = Omit<BundleGrant, 'countersignatures'>;

const grantSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  agreement: z.string(),
  clause: z.string().nullable(),
  provider: z.string(),
  recipient: z.string(),
  categories: z.array(z.enum(PERSONAL_DATA_CATEGORIES)).min(1),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  regions: z.array(z.string()),
  onlyUnderAgreement: z.boolean(),
  fields: z.array(z.string()),
  legalBasis: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  countersignatures: z.array(z.strictObject({ organization: z.string(), signature: z.string() })),
});
const bundleSchema = z.strictObject({
  version: z.int().positive(),
  asOf: z.iso.datetime(),
  grants: z
    .array(grantSchema)
    .refine((grants) => new Set(grants.map(({ id }) => id)).size === grants.length, 'two grants of one id'),
});

/** A bundle that must not be used although its signature holds: it is older, or newer, than a bundle in use can be. */
export class BundleExpired extends Error {
  constructor(readonly asOf: string) {
    super(`The bundle of grants as of ${asOf} is out of date.`);
    this.name = 'BundleExpired';
  }
}

/** How old a bundle may be, and what time it is. */
export interface Freshness {
  readonly now: Date;
  readonly maxAgeMs: number;
}

/** Clocks of two machines may differ by this much. */
const SKEW_MS = 5000;

/** The one text of a grant that both sides sign: members in a fixed order, lists sorted, nothing between. */
export function canonicalGrant(grant: UnsignedGrant): string {
  const { id, version, agreement, clause, provider, recipient } = grant;
  return JSON.stringify({
    ...{ id, version, agreement, clause, provider, recipient },
    categories: sorted(grant.categories),
    purposes: sorted(grant.purposes),
    regions: sorted(grant.regions),
    onlyUnderAgreement: grant.onlyUnderAgreement,
    fields: sorted(grant.fields),
    legalBasis: grant.legalBasis,
    validFrom: grant.validFrom,
    validTo: grant.validTo,
  });
}

/** Signs a grant for one side, as a JWS whose payload is detached (RFC 7515 appendix F). */
export async function signGrant(grant: UnsignedGrant, key: SigningKey): Promise<string> {
  const [header, , signature] = (await signText('simpul-grant+jws', canonicalGrant(grant), key)).split('.');
  return `${String(header)}..${String(signature)}`;
}

/** Throws {@link SignatureRefused} unless one of the keys signed just this grant. */
export async function verifyCountersignature(
  grant: UnsignedGrant,
  signature: string,
  keys: KeyFinder,
): Promise<void> {
  const [header, payload, mark, ...rest] = signature.split('.');
  if (payload !== '' || mark === undefined || rest.length > 0) throw new SignatureRefused('MALFORMED');
  const matter = Buffer.from(canonicalGrant(grant)).toString('base64url');
  await verifiedText('simpul-grant+jws', `${String(header)}.${matter}.${mark}`, keys);
}

/** Signs a bundle as a compact JWS. */
export function signBundle(bundle: AccessBundle, key: SigningKey): Promise<string> {
  return signText('simpul-access-bundle+jws', JSON.stringify(bundle), key);
}

/** The bundle in a JWS, if one of the province's keys signed it and it is fresh enough to be used. */
export async function verifyBundle(
  jws: string,
  keys: KeyFinder,
  { now, maxAgeMs }: Freshness,
): Promise<AccessBundle> {
  const bundle = parseBundle(await verifiedText('simpul-access-bundle+jws', jws, keys));
  const age = now.getTime() - Date.parse(bundle.asOf);
  if (age > maxAgeMs || age < -SKEW_MS) throw new BundleExpired(bundle.asOf);
  return bundle;
}

function parseBundle(text: string): AccessBundle {
  const read = bundleSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new SignatureRefused('MALFORMED');
  return read.data;
}

/** By code unit, as every language can. */
function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
