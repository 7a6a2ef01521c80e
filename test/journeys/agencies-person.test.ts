import { TODAY } from '../testkit/agency';
import { askerOf } from '../testkit/askers';
import { type AgencyName, type House, openHouse } from '../testkit/house';
import { type Row, answer, byKey, namesIn } from '../testkit/question';
import { reachedBy } from '../testkit/reached';

let house: House;
let organizations: Map<unknown, string>;
/** Whom the caller reaches at each agency. */
let reached: Record<'labor-office' | 'training-center' | 'employers', ReadonlySet<string>>;
beforeAll(async () => {
  house = await openHouse(8);
  organizations = await namesIn(house.agencies.province, 'organization');
  const reach = (agency: AgencyName) => reachedBy(house, agency, askerOf('agencies-08'));
  reached = {
    'labor-office': await reach('labor-office'),
    'training-center': await reach('training-center'),
    employers: await reach('employers'),
  };
});
afterAll(() => house.close());

describe('agencies 8: registered at both offices, and counted in two programmes', () => {
  const CHOICES = {
    'registered at two offices': [
      'labor-office',
      'SELECT person_id FROM registration GROUP BY 1 HAVING count(DISTINCT office_id) = 2 ORDER BY 1',
    ],
    'counted in two programmes': [
      'training-center',
      `SELECT person_id FROM enrolment JOIN training_class ON training_class.id = class_id
       WHERE stage IN ('RESERVED', 'ENROLLED', 'COMPLETED') GROUP BY 1 HAVING count(DISTINCT programme_id) > 1 ORDER BY 1`,
    ],
    'perhaps recorded twice': [
      'labor-office',
      'SELECT second_person_id AS person_id FROM duplicate_candidate WHERE across_offices ORDER BY id',
    ],
    'placed today': [
      'employers',
      `SELECT person_id FROM placement GROUP BY 1 HAVING bool_or(ends_on < '${TODAY}') AND bool_or(ends_on IS NULL) ORDER BY 1`,
    ],
  } as const;

  it.each(Object.keys(CHOICES) as (keyof typeof CHOICES)[])(
    'tells all of a person who is %s',
    async (choice) => {
      const [agency, statement] = CHOICES[choice];
      const people = await house.agencies[agency].sql<{ person_id: string }>(statement);
      const person = people.find(
        ({ person_id }) => reached['labor-office'].has(person_id) && reached[agency].has(person_id),
      )?.person_id;
      if (person === undefined) throw new Error('The office keeps no such person.');
      expect((await answer(house, 'agencies-08', { person })).at('person').value).toEqual({
        id: person,
        registrations: await registrationsOf(person),
        duplicateCandidates: await duplicatesOf(person),
        enrolments: await enrolmentsOf(person),
        placements: await placementsOf(person),
      });
    },
  );

  it('says nothing of a person whom the other office keeps', async () => {
    const people = await house.agencies['labor-office'].sql<{ id: string }>(
      'SELECT id FROM person ORDER BY id',
    );
    const strangers = people.filter(({ id }) => !reached['labor-office'].has(id));
    expect(strangers.length).toBeGreaterThan(100);
    for (const { id: person } of strangers.slice(0, 5))
      expect((await answer(house, 'agencies-08', { person })).value).toEqual({ person: null });
  });

  async function placementsOf(person: string): Promise<Row[]> {
    if (!reached.employers.has(person)) return [];
    return house.agencies.employers.sql(
      `SELECT scheme, channel, starts_on::text AS "startsOn",
         CASE WHEN employer_id IS NOT NULL THEN jsonb_build_object('name', name) END AS employer
       FROM placement LEFT JOIN employer ON employer.id = employer_id
       WHERE person_id = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2) ORDER BY starts_on DESC, placement.id`,
      [person, TODAY],
    );
  }

  async function registrationsOf(person: unknown): Promise<Row[]> {
    const regions = await namesIn(house.agencies.province, 'region', 'code');
    const rows = await house.agencies['labor-office'].sql<Row>(
      `SELECT office_id, region_code, registered_on::text, CASE WHEN ended_as IS NOT NULL THEN ended_as WHEN valid_until < $2 THEN 'LAPSED'
         WHEN next_report_due < $2 THEN 'DUE_REPORT' ELSE 'ACTIVE' END AS status
       FROM registration WHERE person_id = $1 ORDER BY registered_on DESC, id`,
      [person, TODAY],
    );
    return rows.map(({ office_id, region_code: code, registered_on, status }) => ({
      ...{ status, registeredOn: registered_on, region: { code, name: regions.get(code) } },
      office: { name: organizations.get(office_id) },
    }));
  }

  async function duplicatesOf(person: unknown): Promise<Row[]> {
    const rows = await house.agencies['labor-office'].sql<Row & { both: string[] }>(
      `SELECT id, match, likeness::float, across_offices AS "acrossOffices", status, ARRAY[first_person_id, second_person_id] AS both
       FROM duplicate_candidate WHERE $1 IN (first_person_id, second_person_id) ORDER BY likeness DESC, id`,
      [person],
    );
    const pairs: Row[] = [];
    for (const { both, ...pair } of rows) {
      const people: Row[] = [];
      // Of a pair across offices the caller sees its own half.
      for (const id of both.filter((half) => reached['labor-office'].has(half))) {
        const registrations = await registrationsOf(id);
        people.push({ id, registrations: registrations.map(({ office }) => ({ office })) });
      }
      pairs.push({ ...pair, people });
    }
    return pairs;
  }

  async function enrolmentsOf(person: string): Promise<Row[]> {
    if (!reached['training-center'].has(person)) return [];
    const agreements = byKey(await house.agencies.province.sql<Row>('SELECT id, title FROM agreement'), 'id');
    const rows = await house.agencies['training-center'].sql<Row>(
      `SELECT stage, jsonb_build_object('name', class.name, 'startsOn', starts_on, 'endsOn', ends_on,
           'programme', jsonb_build_object('code', code, 'name', programme.name)) AS "trainingClass",
         place.id, place.reading, place.agreement_id
       FROM enrolment JOIN training_class class ON class.id = class_id JOIN programme ON programme.id = programme_id
       LEFT JOIN quota_allocation place ON place.id = class.allocation_id
       WHERE person_id = $1 AND stage IN ('RESERVED', 'ENROLLED', 'COMPLETED') ORDER BY entered_on DESC, enrolment.id`,
      [person],
    );
    return rows.map(({ stage, trainingClass, id, reading, agreement_id }) => {
      const agreement = { title: agreements.get(String(agreement_id))?.['title'] };
      return { stage, trainingClass, allocation: id === null ? null : { id, reading, agreement } };
    });
  }
});
