import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { Batch } from '../context/context';
import type { Reach, Relation, Standing } from './reach';

/** A reason that holds today for somebody the caller is, or speaks for, or has a grant from. */
interface Basis {
  readonly personId: string;
  readonly keeperId: string;
  readonly organizationId: string;
  readonly agreementId: string | null;
  readonly regionCode: string | null;
  readonly consented: readonly PersonalDataCategory[] | null;
}

interface Found {
  readonly relations: Set<Relation>;
  readonly grants: Set<BundleGrant>;
  consented: readonly PersonalDataCategory[];
}

/** How the caller stands to each of many people, by the reasons that the agency has on record. */
export const standings: Batch<Standing> = async (ctx, personIds) => {
  const { reach } = ctx;
  if (!opensAnything(reach)) return new Map();
  const own = new Set(reach.own);
  const bases = await ctx.read((db) =>
    db.query<Basis[]>(BASES, [
      personIds,
      [...own, ...(reach.staff === null ? [] : [reach.staff]), ctx.identity.organization].filter(Boolean),
      [...new Set(reach.grants.map(({ provider }) => provider))],
      ctx.clock.today(),
      ctx.identity.organization,
      ctx.purpose,
    ]),
  );
  const found = new Map<string, Found>();
  const standingOf = (personId: string): Found => {
    const known = found.get(personId) ?? { relations: new Set(), grants: new Set(), consented: [] };
    found.set(personId, known);
    return known;
  };
  if (reach.self !== null && personIds.includes(reach.self)) standingOf(reach.self).relations.add('SELF');
  for (const basis of bases) {
    const standing = standingOf(basis.personId);
    standing.consented = basis.consented ?? [];
    if (own.has(basis.organizationId)) standing.relations.add('OWN');
    if (basis.organizationId === reach.staff) standing.relations.add('STAFF');
    for (const grant of reach.grants) {
      if (covers(grant, basis, ctx.identity.organization)) standing.grants.add(grant);
    }
  }
  return new Map(
    [...found].map(([id, { relations, grants, consented }]) => [
      id,
      { relations: [...relations], grants: [...grants], consented },
    ]),
  );
};

/** Announced as no select of data: what it reads is shown to nobody. */
const BASES = `/* standing */ SELECT basis.person_id AS "personId", keeper_id AS "keeperId", organization_id AS "organizationId",
    agreement_id AS "agreementId", region_code AS "regionCode", consent.categories AS consented
  FROM disclosure_basis basis
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT category) AS categories FROM consent_echo, unnest(categories) AS category
    WHERE consent_echo.person_id = basis.person_id AND recipient_id = $5 AND purpose = $6
      AND valid_from <= $4 AND (valid_until IS NULL OR valid_until >= $4)
  ) AS consent ON true
  WHERE basis.person_id = ANY ($1) AND (organization_id = ANY ($2) OR keeper_id = ANY ($3))
    AND valid_from <= $4 AND (valid_until IS NULL OR valid_until >= $4)`;

function opensAnything({ own, staff, self, grants }: Reach): boolean {
  return own.length > 0 || staff !== null || self !== null || grants.length > 0;
}

/** Whether a grant is about people like this one. */
function covers(
  { provider, agreement, onlyUnderAgreement, regions, legalBasis }: BundleGrant,
  { keeperId, organizationId, agreementId, regionCode, consented }: Basis,
  recipient: string | null,
): boolean {
  if (provider !== keeperId) return false;
  if (onlyUnderAgreement && (agreementId !== agreement || organizationId !== recipient)) return false;
  if (legalBasis === 'CONSENT' && consented === null) return false;
  return regions.length === 0 || regions.some((region) => lies(regionCode, region));
}

/** Codes are dotted: 36.73.01 lies in 36.73. */
function lies(code: string | null, region: string): boolean {
  return code !== null && (code === region || code.startsWith(`${region}.`));
}
