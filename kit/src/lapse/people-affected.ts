import type { BundleGrant, PersonalDataCategory } from '@simpul/schema/contract/bundle';
import { STRANGER, type Standing } from '../policy/reach';
import type { Closing, Reader } from './closing';
import type { PeopleReached, Way } from './lapse.repository';

/** What leads a reader to people. */
interface Lead {
  readonly reader: Reader;
  /** Null: the reader keeps them itself. */
  readonly grant: BundleGrant | null;
  /** What they must have consented to; null where nothing. */
  readonly consented: PersonalDataCategory | null;
}

/** People, counted, and whether any of them is made up. */
export type PeopleAffected = Pick<PeopleReached, 'people' | 'demo'>;

/** Of whom somebody could read less: everything that leads to a person decides together. */
export class AffectedPeople {
  private readonly leads: readonly Lead[];

  constructor(private readonly closing: Closing) {
    this.leads = closing.readers.flatMap(leadsOf);
  }

  /** What has to be counted. */
  get ways(): readonly Way[] {
    return this.leads.flatMap(({ reader, grant, consented }, position) =>
      (grant === null || grant.regions.length === 0 ? [null] : grant.regions).map((region) => ({
        ...{ position, recipient: reader.organization, purpose: reader.purpose, region, consented },
        keeper: grant?.provider ?? null,
        agreement: grant?.onlyUnderAgreement ? grant.agreement : null,
      })),
    );
  }

  /** How many of those counted are affected. */
  among(reached: readonly PeopleReached[]): PeopleAffected {
    const affected = reached.filter(({ ways }) => {
      const leads = ways.flatMap((position) => this.leads[position] ?? []);
      return this.closing.readers.some(
        (reader) => this.closing.closingFor(reader, standingBy(leads, reader)).length > 0,
      );
    });
    return {
      people: affected.reduce((sum, { people }) => sum + people, 0),
      demo: affected.some(({ demo }) => demo),
    };
  }
}

function leadsOf(reader: Reader): Lead[] {
  const { own, grants } = reader.reach;
  return [
    ...(own.length > 0 ? [{ reader, grant: null, consented: null }] : []),
    ...grants.flatMap((grant) =>
      (grant.legalBasis === 'CONSENT' ? grant.categories : [null]).map((consented) => ({
        reader,
        grant,
        consented,
      })),
    ),
  ];
}

function standingBy(leads: readonly Lead[], reader: Reader): Standing {
  const own = leads.filter((lead) => lead.reader === reader);
  return {
    ...STRANGER,
    relations: own.some(({ grant }) => grant === null) ? ['OWN'] : [],
    grants: [...new Set(own.flatMap(({ grant }) => grant ?? []))],
    consented: own.flatMap(({ consented }) => consented ?? []),
  };
}
