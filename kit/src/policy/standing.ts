import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import type { EntityManager } from 'typeorm';
import type { Batch } from '../context/context';
import type { Asker } from './policy';
import type { Reach, Relation, Standing } from './reach';

/** Who asks, and whose rows it may read: the caller of a request, or whoever a question is about. */
export interface Reacher extends Asker {
  readonly reach: Reach;
}

/** A reason that holds today for somebody the caller is, or speaks for, or has a grant from. */
export interface Basis {
  readonly personId: string;
  readonly keeperId: string;
  readonly organizationId: string;
  readonly agreementId: string | null;
  readonly regionCode: string | null;
  /** Last day of the reason; null: open. */
  readonly validUntil: string | null;
  readonly consented: readonly PersonalDataCategory[] | null;
}

interface Found {
  readonly relations: Set<Relation>;
  readonly grants: Set<BundleGrant>;
  consented: readonly PersonalDataCategory[];
}

/** How the caller stands to each of many people, by the reasons that the agency has on record. */
export const standings: Batch<Standing> = async (ctx, personIds) => {
  const { identity, purpose, reach } = ctx;
  if (!opensAnything(reach)) return new Map();
  const reacher = { identity, purpose, today: ctx.clock.today(), reach };
  const bases = await ctx.read((db) => findBases(db, reacher, personIds));
  return standingsBy(reacher, personIds, bases);
};

/** The reasons on record that bring somebody to these people. */
export function findBases(
  db: EntityManager,
  { identity, purpose, today, reach }: Reacher,
  personIds: readonly string[],
): Promise<Basis[]> {
  return db.query<Basis[]>(BASES, [
    personIds,
    [...reach.own, reach.staff, identity.organization].filter(Boolean),
    [...new Set(reach.grants.map(({ provider }) => provider))],
    today,
    identity.organization,
    purpose,
  ]);
}

/** How somebody stands to people by such reasons; strangers are left out. */
export function standingsBy(
  { identity, reach }: Reacher,
  personIds: readonly string[],
  bases: readonly Basis[],
): ReadonlyMap<string, Standing> {
  const own = new Set(reach.own);
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
      if (covers(grant, basis, identity.organization)) standing.grants.add(grant);
    }
  }
  return new Map(
    [...found].map(([id, { relations, grants, consented }]) => [
      id,
      { relations: [...relations], grants: [...grants], consented },
    ]),
  );
}

/** Announced as no select of data: what it reads is shown to nobody. */
const BASES = `/* standing */ SELECT basis.person_id AS "personId", keeper_id AS "keeperId", organization_id AS "organizationId",
    agreement_id AS "agreementId", region_code AS "regionCode", valid_until AS "validUntil",
    consent.categories AS consented
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
export function covers(
  { provider, agreement, onlyUnderAgreement, regions, legalBasis }: BundleGrant,
  { keeperId, organizationId, agreementId, regionCode, consented }: Basis,
  recipient: string | null,
): boolean {
  if (provider !== keeperId) return false;
  if (onlyUnderAgreement && (agreementId !== agreement || organizationId !== recipient)) return false;
  if (legalBasis === 'CONSENT' && consented === null) return false;
  return regions.length === 0 || regions.some((region) => liesIn(regionCode, region));
}

/** Whether a region is another one or lies in it; codes are dotted: 36.73.01 lies in 36.73. */
export function liesIn(code: string | null, region: string): boolean {
  return code !== null && (code === region || code.startsWith(`${region}.`));
}
