import { type OrganizationSlug, agreementId, organizationId } from '../contract/ids';
import type { AgreementSlug } from '../contract/ids';
import { DEMO_AGREEMENTS } from './agreements';
import { addDays, DEMO_TODAY } from './calendar';
import type { StoryBlock } from './story.types';
import type { Day } from './vocabulary.types';

/** What a person is to an organisation that has a reason to know of it. */
export type BasisKind = 'REGISTRATION' | 'NOMINATION' | 'ENROLMENT' | 'PLACEMENT' | 'INTERNSHIP';

/** A reason for which an organisation may know of a person at an agency. */
export interface StoryBasis {
  readonly personId: string;
  /** The organisation whose people these are. */
  readonly keeperId: string;
  readonly organizationId: string;
  readonly kind: BasisKind;
  readonly agreementId: string | null;
  /** City, district or province in which the person counts. */
  readonly region: string;
  readonly from: Day;
  readonly until: Day | null;
}

const BBPVP = organizationId('bbpvp-serang');
const APINDO = organizationId('apindo');
const SCHOOLS = organizationId('dinas-pendidikan-banten');
/** Parties that read for themselves; a city's government does so through its labour office. */
const READERS: readonly OrganizationSlug[] = [
  'disnakertrans-kota-serang',
  'disnaker-kota-cilegon',
  'bbpvp-serang',
  'apindo',
];
/** An employer writes the report on an intern after the last day. */
const REPORTING_DAYS = 90;

/** Agencies that keep people. */
export type KeepingAgency = 'labor-office' | 'training-center' | 'province' | 'employers';

/** The reasons of a block's people at one agency: of its own acts, and of what the others will tell it. */
export function basesAt(agency: KeepingAgency, story: StoryBlock): readonly StoryBasis[] {
  return onceEach(MAKERS[agency](story));
}

const MAKERS: Readonly<Record<KeepingAgency, (story: StoryBlock) => StoryBasis[]>> = {
  'labor-office': (story) => {
    const homes = new Map(story.people.map((person) => [person.id, person]));
    const kept = (personId: string): Pick<StoryBasis, 'personId' | 'keeperId' | 'region'> => {
      const home = homes.get(personId);
      return { personId, keeperId: home?.officeId ?? SCHOOLS, region: home?.district ?? '36' };
    };
    return [
      ...story.people.flatMap(({ id, registrations }) =>
        registrations.map(({ officeId, registeredOn }) => ({
          ...kept(id),
          ...{ keeperId: officeId, organizationId: officeId, kind: 'REGISTRATION' as const },
          ...{ agreementId: null, from: registeredOn, until: null },
        })),
      ),
      ...nominees(story).flatMap((nominee) =>
        partnersOf(nominee.agreement, nominee.officeId).map((organization) => ({
          ...kept(nominee.personId),
          ...{ keeperId: nominee.officeId, organizationId: organization, kind: 'NOMINATION' as const },
          ...{ agreementId: idOf(nominee.agreement), from: nominee.from, until: nominee.until },
        })),
      ),
      ...staff(story).map((hired) => ({ ...kept(hired.personId), ...hired })),
    ];
  },

  'training-center': (story) => {
    const kept = (personId: string, region: string) => ({ personId, keeperId: BBPVP, region });
    const enrolments = new Map(story.enrolments.map((enrolment) => [enrolment.nominationId, enrolment]));
    const districts = new Map(story.people.map(({ id, district }) => [id, district]));
    const homeOf = (personId: string): string => districts.get(personId) ?? '36';
    return [
      ...[
        ...story.enrolments.map(({ personId, history }) => ({ personId, from: history[0].on })),
        ...story.certificates.map(({ personId, issuedOn }) => ({ personId, from: issuedOn })),
      ].map(({ personId, from }) => ({
        ...kept(personId, homeOf(personId)),
        ...{ organizationId: BBPVP, kind: 'ENROLMENT' as const, agreementId: null, from, until: null },
      })),
      ...nominees(story).flatMap(({ id, personId, agreement, from, until }) =>
        partnersOf(agreement, BBPVP).map((organization) => ({
          ...kept(personId, homeOf(personId)),
          ...{
            organizationId: organization,
            kind: enrolments.has(id) ? ('ENROLMENT' as const) : ('NOMINATION' as const),
          },
          ...{ agreementId: idOf(agreement), from, until },
        })),
      ),
      ...staff(story).map((hired) => ({ ...kept(hired.personId, homeOf(hired.personId)), ...hired })),
    ];
  },

  province: ({ internships }) =>
    internships.flatMap(({ id, studentId, employerId, startsOn, endsOn }) => {
      const kept = {
        personId: studentId ?? id,
        keeperId: SCHOOLS,
        region: '36',
        kind: 'INTERNSHIP' as const,
      };
      const planned = startsOn < DEMO_TODAY ? startsOn : DEMO_TODAY;
      const practised = { from: planned, until: addDays(endsOn, REPORTING_DAYS) };
      return [
        { ...kept, organizationId: SCHOOLS, agreementId: null, from: planned, until: null },
        { ...kept, organizationId: BBPVP, agreementId: agreementId('D4'), from: planned, until: null },
        ...(employerId === null
          ? []
          : [{ ...kept, ...practised, organizationId: employerId, agreementId: null }]),
      ];
    }),

  employers: (story) =>
    story.placements.flatMap(({ personId, originDistrict, employerId, agreement, startsOn, endsOn }) => {
      const kept = {
        personId,
        keeperId: APINDO,
        region: originDistrict,
        kind: 'PLACEMENT' as const,
        from: startsOn,
      };
      return [
        { ...kept, organizationId: APINDO, agreementId: null, until: null },
        ...partnersOf(agreement, APINDO).map((organization) => ({
          ...{ ...kept, organizationId: organization, agreementId: idOf(agreement), until: null },
        })),
        ...(employerId === null
          ? []
          : [{ ...kept, organizationId: employerId, agreementId: null, until: endsOn }]),
      ];
    }),
};

/** Who was nominated, from when; and until when if nothing came of it. */
function nominees({ nominations }: StoryBlock) {
  return nominations.map(({ status, nominatedOn, decidedOn, ...nomination }) => ({
    ...nomination,
    from: nominatedOn,
    until: status === 'REJECTED' || status === 'WITHDRAWN' ? decidedOn : null,
  }));
}

/** Whom employers of the demonstration have, or had, as staff or as interns. */
function staff({ placements, internships }: StoryBlock) {
  const none = { agreementId: null };
  return [
    ...placements.flatMap(({ personId, employerId, startsOn, endsOn }) =>
      employerId === null
        ? []
        : [
            {
              ...none,
              personId,
              organizationId: employerId,
              kind: 'PLACEMENT' as const,
              from: startsOn,
              until: endsOn,
            },
          ],
    ),
    ...internships.flatMap(({ studentId, employerId, startsOn, endsOn }) =>
      employerId === null || studentId === null
        ? []
        : [
            {
              ...{ ...none, personId: studentId, organizationId: employerId, kind: 'INTERNSHIP' as const },
              ...{ from: startsOn, until: addDays(endsOn, REPORTING_DAYS) },
            },
          ],
    ),
  ];
}

/** The parties of an agreement that read for themselves, but for the one whose people these are. */
function partnersOf(agreement: AgreementSlug | null, keeperId: string): string[] {
  if (agreement === null || !(agreement in DEMO_AGREEMENTS)) return [];
  const { parties } = DEMO_AGREEMENTS[agreement as keyof typeof DEMO_AGREEMENTS];
  return parties
    .filter((slug) => READERS.includes(slug))
    .map((slug) => organizationId(slug))
    .filter((id) => id !== keeperId);
}

function idOf(agreement: AgreementSlug | null): string | null {
  return agreement === null ? null : agreementId(agreement);
}

/** Of reasons that differ in their days alone the earliest counts. */
function onceEach(bases: readonly StoryBasis[]): StoryBasis[] {
  const earliest = new Map<string, StoryBasis>();
  for (const basis of bases) {
    const key = [basis.personId, basis.organizationId, basis.keeperId, basis.kind, basis.agreementId].join(
      ' ',
    );
    const known = earliest.get(key);
    if (!known) earliest.set(key, basis);
    else
      earliest.set(key, {
        ...known,
        from: basis.from < known.from ? basis.from : known.from,
        until: laterOf(known.until, basis.until),
      });
  }
  return [...earliest.values()];
}

function laterOf(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
