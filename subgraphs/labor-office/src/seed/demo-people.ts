import { type NewRow, insertRows } from '@simpul/kit/database/rows';
import { DEMO_TODAY } from '@simpul/schema/demo/calendar';
import { personEchoes } from '@simpul/schema/demo/echoes';
import type { StoryPerson, StoryRegistration } from '@simpul/schema/demo/person.types';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { demoEvent } from './demo-event';
import { markOf, particularsOf } from './demo-particulars';

/** When the echoes of the demonstration were last brought up to date. */
export const ECHOES_AS_OF = `${DEMO_TODAY}T00:00:00+07:00`;

const INTERVIEW_NOTE = {
  RECOMMENDED: null,
  DEFERRED: 'Diundang kembali setelah kelas berikutnya dibuka (contoh).',
  NOT_RECOMMENDED: 'Diarahkan ke pelatihan dasar lebih dulu (contoh).',
  ABSENT: 'Tidak hadir tanpa kabar (contoh).',
} as const;

/** Writes the people of a block with their steps, interests and registrations. */
export async function loadPeople(db: EntityManager, story: StoryBlock): Promise<void> {
  const { people } = story;
  await insertRows(db, 'person', people.map(personRow));
  await insertRows(db, 'person_step', people.flatMap(stepRows));
  await insertRows(db, 'interview', people.flatMap(interviewRows));
  await insertRows(db, 'interest_mapping', people.flatMap(mappingRows));
  await insertRows(db, 'interest_in_occupation', people.flatMap(occupationRows));
  await insertRows(db, 'interest_in_country', people.flatMap(countryRows));
  await insertRows(
    db,
    'registration',
    people.flatMap((person) =>
      person.registrations.map((registration) => registrationRow(person, registration)),
    ),
  );
  await insertRows(
    db,
    'person_echo',
    personEchoes(story).map(({ personId, enrolledSince, placedSince, placedScheme }) => ({
      person_id: personId,
      enrolled_since: enrolledSince,
      placed_since: placedSince,
      scheme: placedScheme,
      as_of: ECHOES_AS_OF,
    })),
  );
  await insertRows(db, 'event', people.flatMap(eventRows));
}

function presentStep({ journey }: StoryPerson): StoryPerson['journey'][number] {
  return journey.at(-1) ?? journey[0];
}

function personRow(person: StoryPerson): NewRow {
  const { name, phone, email, address, domicileVerified } = particularsOf(person);
  const { stage, since } = presentStep(person);
  return {
    ...{ id: person.id, name, birth_date: person.birthDate, sex: person.sex, education: person.education },
    disability: person.disability,
    domicile_region_code: person.district,
    domicile_address: address,
    domicile_verified_by: domicileVerified ? person.officeId : null,
    domicile_verified_on: domicileVerified ? person.registrations[0].registeredOn : null,
    ...{ phone, email },
    office_id: person.officeId,
    stage,
    stage_since: since,
    siapkerja: person.registrations.some(({ siapkerja }) => siapkerja),
    office_count: new Set(person.registrations.map(({ officeId }) => officeId)).size,
    registered_until: registeredUntil(person),
    version: 1,
    demo: true,
  };
}

function registeredUntil({ registrations }: StoryPerson): string | null {
  const lasting = registrations.filter(({ status }) => status !== 'PLACED' && status !== 'REMOVED');
  return (
    lasting
      .map(({ validUntil }) => validUntil)
      .sort()
      .at(-1) ?? null
  );
}

function stepRows({ id, officeId, journey }: StoryPerson): NewRow[] {
  return journey.map(({ stage, since, until }, position) => ({
    ...{ person_id: id, position, stage, since, until, office_id: officeId },
  }));
}

function interviewRows({ id, interview }: StoryPerson): NewRow[] {
  if (!interview) return [];
  const { id: interviewId, heldOn, result } = interview;
  const note = INTERVIEW_NOTE[result];
  return [{ person_id: id, id: interviewId, held_on: heldOn, result, note, demo: true }];
}

function mappingRows({ id, interests }: StoryPerson): NewRow[] {
  if (!interests) return [];
  const { id: mappingId, mappedOn, occupations, regions, countries, schemes } = interests;
  return [
    {
      ...{ person_id: id, id: mappingId, mapped_on: mappedOn, occupations, regions, countries, schemes },
      demo: true,
    },
  ];
}

function occupationRows({ id, interests }: StoryPerson): NewRow[] {
  return (interests?.occupations ?? []).map((code) => ({ person_id: id, occupation_code: code }));
}

function countryRows({ id, interests }: StoryPerson): NewRow[] {
  return (interests?.countries ?? []).map((country) => ({ person_id: id, country }));
}

function registrationRow({ id }: StoryPerson, registration: StoryRegistration): NewRow {
  const { status, city, registeredOn } = registration;
  const endedAs = status === 'PLACED' || status === 'REMOVED' ? status : null;
  return {
    person_id: id,
    id: registration.id,
    office_id: registration.officeId,
    region_code: city,
    ak1_number: `AK1-DEMO/${city}/${registeredOn.slice(0, 4)}/${markOf(registration.id)}`,
    siapkerja_reference: registration.siapkerja ? `SK-DEMO-${markOf(id)}` : null,
    registered_on: registeredOn,
    valid_until: registration.validUntil,
    last_reported_on: registration.lastReportedOn,
    next_report_due: registration.nextReportDue,
    ended_as: endedAs,
    ended_on: endedAs && registration.endedOn,
    occupations: registration.occupations,
    version: 1,
    demo: true,
  };
}

function eventRows(person: StoryPerson): NewRow[] {
  const { stage, since } = presentStep(person);
  return [
    demoEvent('Person', 'PersonRecorded', {
      id: person.id,
      on: person.registrations[0].registeredOn,
      payload: { office: person.officeId, stage, stageSince: since },
    }),
    ...person.registrations.map(({ id, registeredOn: on, officeId, status, validUntil, nextReportDue }) =>
      demoEvent('Registration', 'JobSeekerRegistered', {
        id,
        on,
        payload: { person: person.id, office: officeId, status, validUntil, nextReportDue },
      }),
    ),
  ];
}
