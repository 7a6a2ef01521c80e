import {
  type BundleGrant,
  PERSONAL_DATA_CATEGORIES,
  type PersonalDataCategory,
} from '@simpul/schema/contract/bundle';
import type { Purpose } from '@simpul/schema/contract/identity';
import { grouped } from '../context/grouped';
import { type ReadableField, reachableAmong } from '../graphql/guard/personal-fields';
import { anybodyOf } from '../policy/anybody';
import type { Policy } from '../policy/policy';
import { STRANGER, type Standing } from '../policy/reach';
import { type Reacher, liesIn } from '../policy/standing';

/** An organisation that reads under an agreement, for one purpose. */
export interface Reader extends Reacher {
  readonly organization: string;
  readonly purpose: Purpose;
}

/** Fields of one category that an organisation could no longer read, of one keeper's people and for one purpose. */
export interface ClosingAccess {
  readonly provider: string;
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly category: PersonalDataCategory;
  /** `Type.field`, sorted. */
  readonly fields: readonly string[];
}

/** What ends with an agreement, by the policy of an agency: decided with the grants in force, and without its own. */
export class Closing {
  /** All who read something by its grants today. */
  readonly readers: readonly Reader[];
  readonly accesses: readonly ClosingAccess[];

  constructor(
    private readonly policy: Policy,
    private readonly agreement: string,
    private readonly fields: readonly ReadableField[],
    today: string,
  ) {
    this.readers = this.readersOn(today);
    this.accesses = this.readers.flatMap((reader) => this.accessesOf(reader));
  }

  /** What a reader who stands to somebody like this could no longer read. */
  closingFor(reader: Reader, standing: Standing): readonly ReadableField[] {
    const others = standing.grants.filter((grant) => !this.isOwn(grant));
    if (others.length === standing.grants.length) return [];
    const openBy = (grants: readonly BundleGrant[]): readonly ReadableField[] =>
      reachableAmong(
        this.fields,
        (field) => this.policy.decide(reader, field, { ...standing, grants }).verdict === 'ALLOW',
      );
    const left = new Set(openBy(others));
    return openBy(standing.grants).filter((field) => !left.has(field));
  }

  private readersOn(today: string): Reader[] {
    const own = this.policy.grants.filter((grant) => this.isOwn(grant));
    const readers = own.flatMap(({ recipient: organization, purposes }) =>
      purposes.map((purpose) => {
        const asker = { identity: anybodyOf(organization), purpose, today };
        return { ...asker, organization, reach: this.policy.reachOf(asker) };
      }),
    );
    const once = new Map(readers.map((reader) => [`${reader.organization} ${reader.purpose}`, reader]));
    return [...once.values()].filter(({ reach }) => reach.grants.some((grant) => this.isOwn(grant)));
  }

  private accessesOf(reader: Reader): ClosingAccess[] {
    const { organization: recipient, purpose, reach } = reader;
    const own = reach.grants.filter((grant) => this.isOwn(grant));
    return [...grouped(own, ({ provider }) => provider)].flatMap(([provider, grants]) => {
      const closing = new Set(
        grants.flatMap((grant) => this.closingFor(reader, leastStanding(grant, reach.grants))),
      );
      return PERSONAL_DATA_CATEGORIES.map((category) => ({
        ...{ provider, recipient, purpose, category },
        fields: [...closing]
          .filter((field) => field.category === category)
          .map(({ coordinate }) => coordinate)
          .sort(),
      })).filter(({ fields }) => fields.length > 0);
    });
  }

  private isOwn({ agreement }: BundleGrant): boolean {
    return agreement === this.agreement;
  }
}

/** How a reader stands at least to everybody whom a grant is about: by it, and by grants that leave out nobody of these. */
function leastStanding(grant: BundleGrant, grants: readonly BundleGrant[]): Standing {
  const wider = grants.filter((other) => other !== grant && includesAllOf(other, grant));
  return { ...STRANGER, grants: [grant, ...wider], consented: grant.categories };
}

function includesAllOf(wide: BundleGrant, narrow: BundleGrant): boolean {
  const isEverywhere = wide.regions.length === 0;
  const isWider = narrow.regions.every((region) => wide.regions.some((one) => liesIn(region, one)));
  return (
    wide.provider === narrow.provider &&
    (!wide.onlyUnderAgreement || (narrow.onlyUnderAgreement && wide.agreement === narrow.agreement)) &&
    (wide.legalBasis !== 'CONSENT' || narrow.legalBasis === 'CONSENT') &&
    (isEverywhere || (narrow.regions.length > 0 && isWider))
  );
}
