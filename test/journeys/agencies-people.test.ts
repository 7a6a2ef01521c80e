import { organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { askerOf } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import {
  type Row,
  allNodes,
  answer,
  byKey,
  grouped,
  namesIn,
  paired,
  wronglyPublished,
} from '../testkit/question';
import { reachedBy } from '../testkit/reached';

let house: House;
let offices: Map<unknown, string>;
beforeAll(async () => {
  house = await openHouse(8);
  offices = await namesIn(house.agencies.province, 'organization');
});
afterAll(() => house.close());

/** Placements that last today, each person's newest. */
async function placedToday(): Promise<Map<string, Row>> {
  const placed = await house.agencies.employers.sql<{ person_id: string; placement: Row }>(
    `SELECT DISTINCT ON (person_id) person_id, jsonb_build_object('scheme', scheme, 'channel', channel, 'startsOn', starts_on,
       'employer', CASE WHEN employer_id IS NOT NULL THEN jsonb_build_object('name', name) END) AS placement
     FROM placement LEFT JOIN employer ON employer.id = employer_id
     WHERE starts_on <= $1 AND (ends_on IS NULL OR ends_on >= $1) ORDER BY person_id, starts_on DESC`,
    [TODAY],
  );
  return new Map(placed.map(({ person_id, placement }) => [person_id, placement]));
}

describe('agencies 3: unplaced 6GR and robotic welders', () => {
  it('are those whose certificate is valid and who work nowhere, with the open vacancies that want their units', async () => {
    const nodes = await allNodes(house, 'agencies-03', 'certificates');
    const certificates = await house.agencies['training-center'].sql<Welder>(
      `SELECT id, person_id, scheme, qualifier, valid_until::text, units,
         revoked_on IS NULL AND (valid_until IS NULL OR valid_until >= $1) AS valid,
         programme_id IN (SELECT programme_id FROM programme_facility JOIN facility ON facility.id = facility_id
           WHERE capabilities && '{PIPE_WELDING_6GR,ROBOTIC_WELDING}') AS welding
       FROM certificate`,
      [TODAY],
    );
    const busy = await placedToday();
    const kinds = certificates.map((one) => [one.valid, one.welding, busy.has(one.person_id)].join());
    expect(new Set(kinds).size).toBe(8);
    const asker = askerOf('agencies-03');
    const trained = await reachedBy(house, 'training-center', asker);
    const unplaced = certificates.filter(
      (one) => one.valid && one.welding && !busy.has(one.person_id) && trained.has(one.person_id),
    );
    const names = await namesIn(house.agencies['labor-office'], 'person');
    // The labour offices open the names of those whom they nominated under their agreements with the training centre.
    const named = await reachedBy(house, 'labor-office', asker);
    expect(new Set(unplaced.map((one) => named.has(one.person_id))).size).toBe(2);
    const wanted = await wantedUnits();
    for (const [node, { id, person_id, scheme, qualifier, units, valid_until }] of paired(nodes, unplaced, {
      id: 'id',
    })) {
      const name = named.has(person_id) ? names.get(person_id) : null;
      const holder = { id: person_id, name, currentPlacement: null };
      expect(node).toEqual({
        ...{ id, scheme, qualifier, validUntil: valid_until, holder },
        competencyUnits: units.map((code) => wanted.get(code)),
      });
    }
    const counts = unplaced.flatMap(({ units }) =>
      units.map((code) => wanted.get(code)?.vacancies.totalCount),
    );
    expect(Math.max(...counts.map(Number))).toBeGreaterThan(3);
  });

  interface Welder {
    readonly id: string;
    readonly person_id: string;
    readonly scheme: string;
    readonly qualifier: string | null;
    readonly valid_until: string | null;
    readonly units: string[];
    readonly valid: boolean;
    readonly welding: boolean;
  }

  /** Every unit with the vacancies that want it today, the newest three by themselves. */
  async function wantedUnits(): Promise<Map<string, { vacancies: { totalCount: number; nodes: Row[] } }>> {
    const units = await namesOf('SELECT code AS key, title AS name FROM competency_unit');
    const regions = await namesIn(house.agencies.province, 'region', 'code');
    const vacancies = await house.agencies.employers.sql<{ unit: string; place: string | null; node: Row }>(
      `SELECT unit_code AS unit, work_region_code AS place, jsonb_build_object('id', vacancy.id, 'title', title,
         'unfilled', openings - filled, 'employer', jsonb_build_object('name', employer.name)) AS node
       FROM vacancy_unit JOIN vacancy ON vacancy.id = vacancy_id JOIN employer ON employer.id = employer_id
       WHERE status IN ('OPEN', 'PARTLY_FILLED') AND (valid_until IS NULL OR valid_until >= $1) ORDER BY posted_at DESC, vacancy.id`,
      [TODAY],
    );
    return new Map(
      units.map(({ key, name }) => {
        const all = vacancies.filter(({ unit }) => unit === key);
        const nodes = all.slice(0, 3).map(({ place, node }) => {
          return { ...node, workRegion: place === null ? null : { code: place, name: regions.get(place) } };
        });
        return [key, { code: key, title: name, vacancies: { totalCount: all.length, nodes } }];
      }),
    );
  }

  function namesOf(statement: string): Promise<{ key: string; name: string }[]> {
    return house.agencies['training-center'].sql(statement);
  }
});

describe.each([
  ['at all offices', undefined],
  ['at the own office of Kota Serang', organizationId('disnakertrans-kota-serang')],
  ['at the other office, of Kota Cilegon', organizationId('disnaker-kota-cilegon')],
])('agencies 6: stuck before interview or mapping for more than 30 days, %s', (_, office) => {
  interface Stuck {
    readonly id: string;
    readonly name: string;
    readonly phone: string | null;
    readonly stage: string;
    readonly since: string;
    readonly days: number;
    readonly district: string;
    readonly siapkerja: boolean;
    readonly here: boolean;
  }
  let people: Stuck[];
  let stuck: Stuck[];
  beforeAll(async () => {
    people = await house.agencies['labor-office'].sql<Stuck>(
      `SELECT id, name, phone, stage, stage_since::text AS since, $1::date - stage_since AS days, left(domicile_region_code, 8) AS district,
         EXISTS (SELECT 1 FROM registration WHERE person_id = person.id AND siapkerja_reference IS NOT NULL) AS siapkerja,
         EXISTS (SELECT 1 FROM registration WHERE person_id = person.id AND office_id = $2 AND left_on > $1) AS here
       FROM person`,
      [TODAY, office ?? organizationId('disnakertrans-kota-serang')],
    );
    const early = people.filter(({ stage }) => stage === 'REGISTERED' || stage === 'INTERVIEWED');
    stuck = early.filter(
      ({ siapkerja, here, days }) => siapkerja && days > 30 && (here || office === undefined),
    );
  });

  it('leaves out who came lately, who has no SIAPkerja registration, who went on and who is elsewhere', () => {
    expect(stuck.length).toBeGreaterThan(20);
    const isEarly = ({ stage }: Stuck): boolean => ['REGISTERED', 'INTERVIEWED'].includes(stage);
    const kinds = people.map((one) => [isEarly(one), one.siapkerja, one.days > 30, one.here].join());
    expect(new Set(kinds).size).toBe(16);
  });

  it('names those of them whom the office of the caller keeps', async () => {
    const kept = await reachedBy(house, 'labor-office', askerOf('agencies-06'));
    const known = stuck.filter(({ id }) => kept.has(id));
    expect(known.length).toBeGreaterThan(0);
    expect(known.length < stuck.length).toBe(office !== organizationId('disnakertrans-kota-serang'));
    const nodes = await allNodes(house, 'agencies-06', 'people', { office });
    const registrations = await house.agencies['labor-office'].sql<Row & { office_id: string }>(
      `SELECT DISTINCT ON (person_id) person_id, siapkerja_reference, office_id FROM registration
       WHERE ended_as IS NULL AND valid_until >= $1 ORDER BY person_id, registered_on, id DESC`,
      [TODAY],
    );
    const enrolments = await house.agencies['training-center'].sql<Row>(
      `SELECT person_id, jsonb_build_object('id', id, 'stage', stage) AS told FROM enrolment
       WHERE stage IN ('RESERVED', 'ENROLLED') ORDER BY entered_on DESC, id`,
    );
    const current = byKey(registrations, 'person_id');
    const trained = await reachedBy(house, 'training-center', askerOf('agencies-06'));
    const seats = grouped(
      enrolments.filter(({ person_id }) => trained.has(String(person_id))),
      'person_id',
    );
    for (const [node, { id, name, phone, stage, since, days }] of paired(nodes, known, { id: 'id' })) {
      const registered = current.get(id);
      expect(node).toEqual({
        ...{ id, name, stage: { stage, since, days }, contact: { phone } },
        registration: registered
          ? {
              siapkerjaReference: registered['siapkerja_reference'],
              office: { name: offices.get(registered.office_id) },
            }
          : null,
        enrolments: (seats.get(id) ?? []).map(({ told }) => told),
      });
    }
  });

  it('counts all of them by district and hides what would point at single people', async () => {
    const cells = (await answer(house, 'agencies-06', { office })).list('journeySummary');
    const regions = await namesIn(house.agencies.province, 'region', 'code');
    const kinds = grouped(
      stuck.map((one) => ({ ...one, kind: `${one.stage} ${one.district}` })),
      'kind',
    );
    const truth = [...kinds.values()].map((rows) => {
      const days = rows.map((one) => one.days).sort((one, other) => one - other);
      const median = days[Math.ceil(days.length / 2) - 1];
      return { stage: rows[0]?.stage, district: rows[0]?.district, real: rows.length, median };
    });
    const pairs = paired(cells, truth, { stage: 'stage', district: 'region.code' });
    const counts = pairs.map(([cell, { stage, real }]) => {
      return { lines: [String(stage)], real, count: cell['count'] };
    });
    expect(wronglyPublished(counts)).toEqual([]);
    expect(counts.some(({ count }) => count !== null)).toBe(true);
    for (const [cell, { district, median }] of pairs) {
      const suppressed = cell['count'] === null;
      expect(cell).toMatchObject({ suppressed, medianDays: suppressed ? null : median });
      expect(cell['region']).toEqual({ code: district, name: regions.get(district) });
    }
  });
});

describe.each([
  ['caseworker-cilegon', []],
  // No agreement opens placements to the office of Kota Serang.
  ['caseworker', ['Person.currentPlacement']],
])('agencies 7: overdue AK-1 holders who are enrolled or placed elsewhere, for %s', (login, closed) => {
  it('names those whom the office keeps, with what the others open of them', async () => {
    const as = { login, purpose: 'PLACEMENT' } as const;
    const nodes = await allNodes(house, 'agencies-07', 'registrations', {}, { as, closed });
    const registrations = await house.agencies['labor-office'].sql<
      Row & { person_id: string; overdue: boolean }
    >(
      `SELECT registration.id, person_id, name, registration.office_id, next_report_due::text AS due,
       next_report_due < $1 AND valid_until >= $1 AND ended_as IS NULL AS overdue
     FROM registration JOIN person ON person.id = person_id`,
      [TODAY],
    );
    const placed = await placedToday();
    const enrolments = await seatsHeld();
    const enrolled = enrolments.filter(({ stage }) => stage === 'ENROLLED');
    const busy = new Set([...enrolled.map(({ person_id }) => person_id), ...placed.keys()]);
    const kept = await reachedBy(house, 'labor-office', as);
    const kinds = registrations.map(({ person_id: id, overdue }) =>
      [overdue, busy.has(id), kept.has(id)].join(),
    );
    expect(new Set(kinds).size).toBe(8);
    const expected = registrations.filter(
      ({ person_id: id, overdue }) => overdue && busy.has(id) && kept.has(id),
    );
    expect(expected.some(({ person_id }) => !placed.has(person_id))).toBe(true);
    const trained = await reachedBy(house, 'training-center', as);
    const hired = await reachedBy(house, 'employers', as);
    const seats = grouped(
      enrolments.filter(({ person_id }) => trained.has(person_id)),
      'person_id',
    );
    for (const [node, { id, person_id, name, office_id, due }] of paired(nodes, expected, { id: 'id' })) {
      const isTold = closed.length === 0 && hired.has(person_id);
      expect(node).toEqual({
        ...{ id, status: 'DUE_REPORT', nextReportDue: due, office: { name: offices.get(office_id) } },
        person: {
          ...{ id: person_id, name, currentPlacement: (isTold && placed.get(person_id)) || null },
          enrolments: (seats.get(person_id) ?? []).map(({ told }) => told),
        },
      });
    }
  });

  function seatsHeld(): Promise<(Row & { person_id: string; stage: string })[]> {
    return house.agencies['training-center'].sql(
      `SELECT person_id, stage, jsonb_build_object('stage', stage, 'trainingClass', jsonb_build_object('name', name, 'endsOn', ends_on)) AS told
     FROM enrolment JOIN training_class ON training_class.id = class_id
     WHERE stage IN ('RESERVED', 'ENROLLED') ORDER BY entered_on DESC, enrolment.id`,
    );
  }
});
