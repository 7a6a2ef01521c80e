import {
  type BundleGrant,
  PERSONAL_DATA_CATEGORIES,
  type PersonalDataCategory,
} from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../context/context';
import { type ReadableField, reachableAmong } from '../graphql/guard/personal-fields';
import type { Verdict } from './access-rules';
import { anybodyOf } from './anybody';
import type { Policy } from './policy';
import { STRANGER, type Standing } from './reach';
import { type Basis, type Reacher, covers, findBases, standingsBy } from './standing';

/** What an organisation may read about one person, of one category and in one way. */
export interface Opening {
  readonly category: PersonalDataCategory;
  /** `Type.field`, sorted. */
  readonly fields: readonly string[];
  readonly masked: boolean;
  /** The grant that opens it; null where the person is the organisation's own. */
  readonly grant: BundleGrant | null;
  /** Last day; null: open. */
  readonly validUntil: string | null;
}

/** Whom an organisation would read about, and for what. */
export interface AccessAsked {
  readonly personId: string;
  readonly organization: string;
  readonly purpose: Purpose;
}

/** What an organisation may read about a person today, by the policy that would decide on its own request. */
export async function openingsTo(
  ctx: RequestContext,
  { personId, organization, purpose }: AccessAsked,
  fields: readonly ReadableField[],
): Promise<readonly Opening[]> {
  const asker = { identity: anybodyOf(organization), purpose, today: ctx.clock.today() };
  const reacher: Reacher = { ...asker, reach: ctx.policy.reachOf(asker) };
  const [bases, consents] = await ctx.read(async (db) => [
    await findBases(db, reacher, [personId]),
    await findConsents(db, reacher, personId),
  ]);
  const standing = standingsBy(reacher, [personId], bases).get(personId) ?? STRANGER;
  const opener = new Opener(ctx.policy, reacher, standing, fields);
  const granted = reacher.reach.grants.filter((grant) => standing.grants.includes(grant));
  return [...opener.byRelation(bases), ...granted.flatMap((grant) => opener.byGrant(grant, bases, consents))];
}

/** A category that the person lets somebody have, and until when. */
interface Consented {
  readonly category: PersonalDataCategory;
  readonly validUntil: string | null;
}

/** Of several consents to the same the longest counts. */
function findConsents(
  db: EntityManager,
  { identity, purpose, today }: Reacher,
  personId: string,
): Promise<Consented[]> {
  return db.query<Consented[]>(
    `/* standing */ SELECT category, CASE WHEN bool_and(valid_until IS NOT NULL) THEN max(valid_until) END AS "validUntil"
     FROM consent_echo, unnest(categories) AS category
     WHERE person_id = $1 AND recipient_id = $2 AND purpose = $3
       AND valid_from <= $4 AND (valid_until IS NULL OR valid_until >= $4)
     GROUP BY category`,
    [personId, identity.organization, purpose, today],
  );
}

class Opener {
  /** What everything together opens: a way to a field may be open for another reason than the field. */
  private readonly fields: readonly ReadableField[];

  constructor(
    private readonly policy: Policy,
    private readonly reacher: Reacher,
    private readonly standing: Standing,
    fields: readonly ReadableField[],
  ) {
    this.fields = reachableAmong(fields, (field) => this.verdictOn(field, standing) !== 'DENY');
  }

  byRelation(bases: readonly Basis[]): Opening[] {
    const own = bases.filter(({ organizationId }) => this.reacher.reach.own.includes(organizationId));
    const validUntil = latest(own.map((basis) => basis.validUntil));
    const standing = { ...STRANGER, relations: this.standing.relations };
    return PERSONAL_DATA_CATEGORIES.flatMap((category) =>
      (['ALLOW', 'MASK'] as const).map((verdict) => ({
        ...{ category, masked: verdict === 'MASK', grant: null, validUntil },
        fields: this.opened(category, standing, verdict),
      })),
    ).filter(opensAnything);
  }

  byGrant(grant: BundleGrant, bases: readonly Basis[], consents: readonly Consented[]): Opening[] {
    const reasons = bases.filter((basis) => covers(grant, basis, this.reacher.identity.organization));
    const until = [grant.validTo, latest(reasons.map(({ validUntil }) => validUntil))];
    const standing = { ...this.standing, relations: [], grants: [grant] };
    return PERSONAL_DATA_CATEGORIES.map((category) => {
      const given = consents.filter((consent) => consent.category === category);
      const agreed =
        grant.legalBasis === 'CONSENT' ? latest(given.map(({ validUntil }) => validUntil)) : null;
      return {
        ...{ category, grant, masked: false, validUntil: earliest([...until, agreed]) },
        fields: this.opened(category, standing, 'ALLOW'),
      };
    }).filter(opensAnything);
  }

  private opened(category: PersonalDataCategory, standing: Standing, verdict: Verdict): string[] {
    return this.fields
      .filter((field) => field.category === category && this.verdictOn(field, standing) === verdict)
      .map(({ coordinate }) => coordinate)
      .sort();
  }

  /** What has nothing to show in a masked form is denied then. */
  private verdictOn(field: ReadableField, standing: Standing): Verdict {
    const { verdict } = this.policy.decide(this.reacher, field, standing);
    return verdict === 'MASK' && (field.mask === 'NONE' || field.mask === 'HIDE') ? 'DENY' : verdict;
  }
}

function opensAnything({ fields }: Opening): boolean {
  return fields.length > 0;
}

/** The last of several last days, of which any is enough; null is later than every day. */
function latest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  return known.length < days.length ? null : (known.at(-1) ?? null);
}

/** The first of several last days, each of which ends it. */
function earliest(days: readonly (string | null)[]): string | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
