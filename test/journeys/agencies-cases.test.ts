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
let organizations: Map<unknown, string>;
let occupations: Map<unknown, string>;
let employers: Map<unknown, string>;
beforeAll(async () => {
  house = await openHouse(8);
  organizations = await namesIn(house.agencies.province, 'organization');
  employers = await namesIn(house.agencies.employers, 'employer');
  occupations = await namesIn(house.agencies.province, "listed_code WHERE list = 'KBJI'", 'code');
});
afterAll(() => house.close());

const named = (names: ReadonlyMap<unknown, string>, id: unknown): Row | null =>
  id === null ? null : { name: names.get(id) };

describe('agencies 9: magang and PMI by country and financing, never in one counter', () => {
  it.each([undefined, '36.72'])('counts candidates of region %s', async (region) => {
    const cells = (await answer(house, 'agencies-09', { region })).list('overseasCaseSummary');
    const truth = await house.agencies['labor-office'].sql<{ scheme: string; n: number }>(
      `SELECT scheme, country, funding, count(DISTINCT person_id)::int AS n
       FROM overseas_case JOIN person ON person.id = person_id
       WHERE $1::text IS NULL OR domicile_region_code = $1 OR domicile_region_code LIKE $1 || '.%' GROUP BY 1, 2, 3`,
      [region ?? null],
    );
    expect(new Set(truth.map(({ scheme }) => scheme))).toEqual(new Set(['MAGANG_LN', 'PMI']));
    const key = { scheme: 'scheme', country: 'country', funding: 'funding' };
    const counts = paired(cells, truth, key).map(
      ([{ scheme, country, funding, count, suppressed, demo }, { n }]) => {
        expect({ suppressed, demo }).toEqual({ suppressed: count === null, demo: true });
        const lines = ['', `country ${String(country)}`, `funding ${String(funding)}`];
        return { lines: lines.map((line) => `${String(scheme)} ${line}`), real: n, count };
      },
    );
    expect(wronglyPublished(counts)).toEqual([]);
    expect(region !== undefined || counts.some(({ count }) => count !== null)).toBe(true);
  });

  it('stands beside the ways abroad that the sources tell of', async () => {
    const told = (await answer(house, 'agencies-09')).list('overseasPathways');
    const ways = await house.agencies['training-center'].sql<Row>(
      `SELECT country, scheme, funding, partner_id,
         (SELECT jsonb_agg(jsonb_build_object('name', source ->> 'name')) FROM jsonb_array_elements(sources) source) AS sources
       FROM overseas_pathway`,
    );
    for (const [way, { partner_id, ...row }] of paired(told, ways, { country: 'country', scheme: 'scheme' }))
      expect(way).toEqual({ ...row, partner: named(organizations, partner_id) });
    const sources = ways.flatMap((way) => way['sources'] as Row[]).map(({ name }) => name);
    expect(new Set(sources)).toEqual(
      new Set([
        '001_21146200500bea98.txt',
        '002_3a2bccfebded0e72.txt',
        '004_388bf4e4bb9d5bf0.txt',
        'bantencorner.com',
      ]),
    );
  });
});

describe('agencies 10: internships that lack guardian consent or a certification plan', () => {
  // Of the demonstration's internships only cancelled ones have a consent that was withdrawn.
  beforeAll(async () => {
    const withdrawn = await house.agencies.province.sql(
      `UPDATE internship SET guardian_consent = 'WITHDRAWN' WHERE id IN (
         SELECT DISTINCT ON (region_code) id FROM internship JOIN school ON npsn = school_npsn
         WHERE internship.status = 'RUNNING' AND guardian_consent = 'GIVEN' AND certification_planned ORDER BY region_code, id)
       RETURNING 1`,
    );
    expect(withdrawn).toHaveLength(2);
  });

  it.each(['36', '36.72'])('names those of schools in region %s', async (region) => {
    // The grant of the education office leaves out who the students are.
    const closed = ['Internship.student'];
    const nodes = await allNodes(house, 'agencies-10', 'internships', { region }, { closed });
    const internships = await house.agencies.province.sql<Row>(
      `SELECT internship.id, status, starts_on::text AS "startsOn", ends_on::text AS "endsOn", minor,
         guardian_consent AS "guardianConsent", certification_planned AS "certificationPlanned",
         jsonb_build_object('npsn', npsn, 'name', name) AS school, region_code, student_id, occupation_code, employer_id, facility_id
       FROM internship JOIN school ON npsn = school_npsn`,
    );
    const facilities = await namesIn(house.agencies['training-center'], 'facility');
    const opened = await reachedBy(house, 'province', askerOf('agencies-10'));
    const isOpen = ({ status }: Row): boolean =>
      ['PLANNED', 'GUARDIAN_CONSENTED', 'RUNNING'].includes(String(status));
    const lacks = ({ guardianConsent, certificationPlanned }: Row): boolean =>
      guardianConsent === 'MISSING' || guardianConsent === 'WITHDRAWN' || certificationPlanned === false;
    expect(new Set(internships.map((row) => `${isOpen(row)} ${lacks(row)}`)).size).toBe(4);
    const expected = internships.filter(
      (row) =>
        isOpen(row) &&
        lacks(row) &&
        String(row['region_code']).startsWith(region) &&
        opened.has(String(row['student_id'] ?? row['id'])),
    );
    for (const [node, row] of paired(nodes, expected, { id: 'id' })) {
      const {
        region_code: _region,
        student_id: _student,
        occupation_code: code,
        employer_id,
        facility_id,
        ...told
      } = row;
      expect(node).toEqual({
        ...told,
        student: null,
        occupation: code === null ? null : { code, name: occupations.get(code) },
        employer: named(employers, employer_id),
        facility: named(facilities, facility_id),
      });
    }
    for (const column of ['student_id', 'employer_id'])
      expect(expected.some((row) => row[column] !== null)).toBe(true);
  });
});

it('agencies 11: needs of Cilegon, their classes and the candidates for a group of 16', async () => {
  const nodes = await allNodes(house, 'agencies-11', 'skillDemands');
  const demands = await house.agencies.employers.sql<Row & { id: string; competency_units: string[] }>(
    'SELECT *, needed_by::text FROM skill_demand',
  );
  const isHere = ({ region_code }: Row): boolean => /^36[.]72([.]|$)/.test(String(region_code));
  const isOpen = ({ status }: Row): boolean => status === 'OPEN' || status === 'REQUESTED';
  expect(new Set(demands.map((row) => `${isHere(row)} ${isOpen(row)}`)).size).toBeGreaterThan(2);
  const requests = await house.agencies['training-center'].sql<Row>(
    'SELECT id, status, headcount, demand_id FROM training_request ORDER BY submitted_on DESC, id',
  );
  const classes = await house.agencies['training-center'].sql<Row>(
    `SELECT name, class.status, starts_on::text AS "startsOn", demand_id FROM training_class class
     JOIN training_request request ON request.id = request_id ORDER BY starts_on, class.id`,
  );
  const candidates = await house.agencies['labor-office'].sql<{ code: string; n: number }>(
    `SELECT occupation_code AS code, count(DISTINCT person.id)::int AS n
     FROM interest_in_occupation JOIN person ON person.id = person_id
     WHERE domicile_region_code LIKE '36.72%'
       AND EXISTS (SELECT 1 FROM registration WHERE person_id = person.id AND left_on > $1) GROUP BY 1`,
    [TODAY],
  );
  const units = byKey(
    await house.agencies['training-center'].sql<Row>('SELECT code, title FROM competency_unit'),
    'code',
  );
  const agreements = byKey(
    await house.agencies.province.sql<Row>('SELECT id, title, status FROM agreement'),
    'id',
  );
  const [opened, asked, seekers] = [
    grouped(classes, 'demand_id'),
    grouped(requests, 'demand_id'),
    byKey(candidates, 'code'),
  ];
  const expected = demands.filter((row) => isHere(row) && isOpen(row));
  for (const [node, { id, status, headcount, ...demand }] of paired(nodes, expected, { id: 'id' })) {
    const code = demand['occupation_code'];
    const { title, status: agreementStatus } = agreements.get(String(demand['agreement_id'])) ?? {};
    const seeking = seekers.get(String(code))?.n ?? 0;
    expect(node).toEqual({
      ...{
        id,
        status,
        headcount,
        neededBy: demand['needed_by'],
        employer: named(employers, demand['employer_id']),
      },
      // Under 5 nothing is told, not even that there is nobody.
      occupation: { code, name: occupations.get(code), candidateCount: seeking < 5 ? null : seeking },
      competencyUnits: demand.competency_units.map((unit) => units.get(unit)),
      agreement: title === undefined ? null : { title, status: agreementStatus },
      classes: (opened.get(id) ?? []).map(({ demand_id: _demand, ...one }) => one),
      trainingRequests: (asked.get(id) ?? []).map(({ demand_id: _demand, ...one }) => one),
    });
  }
  expect(new Set(expected.map(({ id }) => opened.has(id))).size).toBe(2);
});
