import { organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { type House, openHouse } from '../testkit/house';
import { type Row, allNodes, answer, byKey, grouped, wronglyPublished } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

const ids = (rows: readonly Row[]): string[] => rows.map((row) => String(row['id'])).sort();

it('agencies 3: unplaced 6GR and robotic welders, with the open vacancies that want their units', async () => {
  const nodes = await allNodes(house, 'agencies-03', 'certificates');
  const welding = await house.agencies['training-center'].sql<{
    id: string;
    person_id: string;
    units: string[];
  }>(
    `SELECT certificate.id, person_id, units FROM certificate
     WHERE revoked_on IS NULL AND (valid_until IS NULL OR valid_until >= $1) AND programme_id IN (
       SELECT programme_id FROM programme_facility JOIN facility ON facility.id = facility_id
       WHERE capabilities && '{PIPE_WELDING_6GR,ROBOTIC_WELDING}')`,
    [TODAY],
  );
  const placed = await house.agencies.employers.sql<{ person_id: string }>(
    'SELECT person_id FROM placement WHERE ends_on IS NULL OR ends_on >= $1',
    [TODAY],
  );
  const busy = new Set(placed.map(({ person_id }) => person_id));
  const expected = welding.filter(({ person_id }) => !busy.has(person_id));
  expect(expected.length).toBeGreaterThan(0);
  expect(ids(nodes)).toEqual(ids(expected));
  const truth = byKey(expected, 'id');
  const wanted = await house.agencies.employers.sql<{ unit_code: string; n: number }>(
    `SELECT unit_code, count(*)::int AS n FROM vacancy_unit JOIN vacancy ON vacancy.id = vacancy_id
     WHERE status IN ('OPEN', 'PARTLY_FILLED') GROUP BY 1`,
  );
  const vacanciesByUnit = byKey(wanted, 'unit_code');
  for (const node of nodes) {
    const { person_id, units } = truth.get(String(node['id'])) ?? { person_id: '', units: [] };
    expect(node['holder']).toMatchObject({ id: person_id, currentPlacement: null });
    const shownUnits = node['competencyUnits'] as { code: string; vacancies: { totalCount: number } }[];
    expect(shownUnits.map(({ code }) => code).sort()).toEqual([...units].sort());
    for (const { code, vacancies } of shownUnits)
      expect(vacancies.totalCount).toBe(vacanciesByUnit.get(code)?.n ?? 0);
  }
});

describe.each([
  ['at all offices', undefined],
  ['at the office of Kota Serang', organizationId('disnakertrans-kota-serang')],
])('agencies 6: stuck before interview or mapping for more than 30 days, %s', (_, office) => {
  const stuck = `FROM person WHERE siapkerja AND stage IN ('REGISTERED', 'INTERVIEWED') AND stage_since <= $1::date - 31
    AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM registration WHERE person_id = person.id AND office_id = $2 AND left_on > $1))`;

  it('names the same people as the labour office', async () => {
    const nodes = await allNodes(house, 'agencies-06', 'people', { office });
    const truth = await house.agencies['labor-office'].sql<{ id: string; days: number }>(
      `SELECT id, $1::date - stage_since AS days ${stuck}`,
      [TODAY, office ?? null],
    );
    expect(truth.length).toBeGreaterThan(20);
    expect(ids(nodes)).toEqual(ids(truth));
    const days = byKey(truth, 'id');
    for (const node of nodes) expect((node['stage'] as Row)['days']).toBe(days.get(String(node['id']))?.days);
    const enrolled = await house.agencies['training-center'].sql<{ id: string; person_id: string }>(
      `SELECT id, person_id FROM enrolment WHERE stage IN ('RESERVED', 'ENROLLED') AND person_id = ANY ($1)`,
      [ids(truth)],
    );
    const seats = grouped(enrolled, 'person_id');
    for (const node of nodes)
      expect(ids(node['enrolments'] as Row[])).toEqual(ids(seats.get(String(node['id'])) ?? []));
  });

  it('counts them by district and hides what would point at single people', async () => {
    const cells = (await answer(house, 'agencies-06', { office })).list('journeySummary');
    const truth = await house.agencies['labor-office'].sql<{ stage: string; district: string; n: number }>(
      `SELECT stage, domicile_region_code AS district, count(*)::int AS n ${stuck} GROUP BY 1, 2`,
      [TODAY, office ?? null],
    );
    expect(cells).toHaveLength(truth.length);
    const counts = cells.map((cell) => {
      const district = (cell['region'] as Row)['code'];
      const n = truth.find((row) => row.stage === cell['stage'] && row.district === district)?.n ?? -1;
      expect(cell['suppressed']).toBe(cell['count'] === null);
      return { line: String(cell['stage']), real: n, count: cell['count'] };
    });
    expect(wronglyPublished(counts)).toEqual([]);
  });
});

it('agencies 7: overdue AK-1 holders who are enrolled or placed elsewhere', async () => {
  const nodes = await allNodes(house, 'agencies-07', 'registrations');
  const overdue = await house.agencies['labor-office'].sql<{ id: string; person_id: string }>(
    `SELECT id, person_id FROM registration WHERE next_report_due < $1 AND left_on > $1`,
    [TODAY],
  );
  const enrolled = await house.agencies['training-center'].sql<{ person_id: string }>(
    `SELECT person_id FROM enrolment WHERE stage = 'ENROLLED'`,
  );
  const placed = await house.agencies.employers.sql<{ person_id: string; scheme: string }>(
    'SELECT person_id, scheme FROM placement WHERE ends_on IS NULL OR ends_on >= $1',
    [TODAY],
  );
  const busy = new Set([...enrolled, ...placed].map(({ person_id }) => person_id));
  const expected = overdue.filter(({ person_id }) => busy.has(person_id));
  expect(expected.length).toBeGreaterThan(0);
  expect(ids(nodes)).toEqual(ids(expected));
  const schemes = byKey(placed, 'person_id');
  const owner = byKey(expected, 'id');
  for (const node of nodes) {
    const person = node['person'] as { id: string; currentPlacement: Row | null };
    expect(person.id).toBe(owner.get(String(node['id']))?.person_id);
    expect(person.currentPlacement?.['scheme']).toBe(schemes.get(person.id)?.scheme);
  }
});

it('agencies 8: registered at both offices, and counted in two programmes', async () => {
  const [twice] = await house.agencies['labor-office'].sql<{ person_id: string }>(
    `SELECT person_id FROM registration GROUP BY 1 HAVING count(DISTINCT office_id) = 2 ORDER BY 1 LIMIT 1`,
  );
  const both = (await answer(house, 'agencies-08', { person: twice?.person_id })).at('person');
  expect(new Set(both.list('registrations').map((row) => (row['region'] as Row)['code']))).toEqual(
    new Set(['36.73', '36.72']),
  );
  const [counted] = await house.agencies['training-center'].sql<{ person_id: string; programmes: string[] }>(
    `SELECT person_id, array_agg(DISTINCT programme.code ORDER BY programme.code) AS programmes
     FROM enrolment JOIN training_class ON training_class.id = class_id JOIN programme ON programme.id = programme_id
     WHERE stage IN ('RESERVED', 'ENROLLED', 'COMPLETED') GROUP BY 1 HAVING count(DISTINCT programme.code) > 1 ORDER BY 1 LIMIT 1`,
  );
  const enrolments = (await answer(house, 'agencies-08', { person: counted?.person_id })).list(
    'person',
    'enrolments',
  );
  const codes = enrolments.map((row) => ((row['trainingClass'] as Row)['programme'] as Row)['code']);
  expect([...new Set(codes)].sort()).toEqual(counted?.programmes);
  const [pair] = await house.agencies['labor-office'].sql<{
    id: string;
    first_person_id: string;
    second_person_id: string;
  }>('SELECT id, first_person_id, second_person_id FROM duplicate_candidate ORDER BY id LIMIT 1');
  const likely = (await answer(house, 'agencies-08', { person: pair?.second_person_id })).list(
    'person',
    'duplicateCandidates',
  );
  const people = likely.find((row) => row['id'] === pair?.id)?.['people'] as Row[];
  expect(ids(people)).toEqual([pair?.first_person_id, pair?.second_person_id].sort());
});

it('agencies 9: magang and PMI by country and financing, never in one counter', async () => {
  const reply = await answer(house, 'agencies-09');
  const truth = await house.agencies['labor-office'].sql<{
    scheme: string;
    country: string;
    funding: string;
    n: number;
  }>('SELECT scheme, country, funding, count(*)::int AS n FROM overseas_case GROUP BY 1, 2, 3');
  const cells = reply.list('overseasCaseSummary');
  expect(cells).toHaveLength(truth.length);
  expect(new Set(cells.map((cell) => cell['scheme']))).toEqual(new Set(['MAGANG_LN', 'PMI']));
  const counts = cells.map((cell) => {
    const names = ['scheme', 'country', 'funding'] as const;
    const row = truth.find((one) => names.every((name) => one[name] === cell[name]));
    return { line: String(cell['scheme']), real: row?.n ?? 0, count: cell['count'] };
  });
  expect(wronglyPublished(counts)).toEqual([]);
  const sources = reply
    .list('overseasPathways')
    .flatMap((row) => row['sources'] as Row[])
    .map(({ name }) => name);
  expect(new Set(sources)).toEqual(
    new Set([
      '001_21146200500bea98.txt',
      '002_3a2bccfebded0e72.txt',
      '004_388bf4e4bb9d5bf0.txt',
      'bantencorner.com',
    ]),
  );
});

it('agencies 10: internships that lack guardian consent or a certification plan', async () => {
  const nodes = await allNodes(house, 'agencies-10', 'internships');
  const truth = await house.agencies.province.sql<{
    id: string;
    guardian_consent: string;
    certification_planned: boolean;
    student_id: string | null;
  }>(
    `SELECT id, guardian_consent, certification_planned, student_id FROM internship
     WHERE status IN ('PLANNED', 'GUARDIAN_CONSENTED', 'RUNNING')
       AND (guardian_consent IN ('MISSING', 'WITHDRAWN') OR NOT certification_planned)`,
  );
  expect(truth.length).toBeGreaterThan(0);
  expect(ids(nodes)).toEqual(ids(truth));
  const rows = byKey(truth, 'id');
  const known = new Set(
    (await house.agencies['labor-office'].sql<{ id: string }>('SELECT id FROM person')).map(({ id }) => id),
  );
  for (const node of nodes) {
    const row = rows.get(String(node['id']));
    expect(node).toMatchObject({
      guardianConsent: row?.guardian_consent,
      certificationPlanned: row?.certification_planned,
    });
    const student = node['student'] as { id: string; name: string | null } | null;
    expect(student?.id ?? null).toBe(row?.student_id);
    if (student) expect(known.has(student.id) && student.name !== null).toBe(true);
  }
});

it('agencies 11: needs of Cilegon, their classes and the candidates for a group of 16', async () => {
  const nodes = await allNodes(house, 'agencies-11', 'skillDemands');
  const demands = await house.agencies.employers.sql<{
    id: string;
    headcount: number;
    occupation_code: string;
  }>(
    `SELECT id, headcount, occupation_code FROM skill_demand
     WHERE status IN ('OPEN', 'REQUESTED') AND (region_code = '36.72' OR region_code LIKE '36.72.%')`,
  );
  expect(demands.length).toBeGreaterThan(0);
  expect(ids(nodes)).toEqual(ids(demands));
  const classes = await house.agencies['training-center'].sql<{ demand_id: string; name: string }>(
    'SELECT demand_id, name FROM training_class JOIN training_request ON training_request.id = request_id WHERE demand_id IS NOT NULL',
  );
  const candidates = await house.agencies['labor-office'].sql<{ occupation: string; n: number }>(
    `SELECT interest.occupation_code AS occupation, count(DISTINCT person.id)::int AS n
     FROM interest_in_occupation interest JOIN person ON person.id = interest.person_id
     WHERE person.domicile_region_code LIKE '36.72%'
       AND EXISTS (SELECT 1 FROM registration WHERE registration.person_id = person.id AND left_on > $1)
     GROUP BY 1`,
    [TODAY],
  );
  const opened = grouped(classes, 'demand_id');
  const seekers = byKey(candidates, 'occupation');
  const truth = byKey(demands, 'id');
  for (const node of nodes) {
    const id = String(node['id']);
    const occupation = node['occupation'] as Row;
    expect(node['headcount']).toBe(truth.get(id)?.headcount);
    expect(occupation['code']).toBe(truth.get(id)?.occupation_code);
    expect(occupation['candidateCount']).toBe(shownOrNull(seekers.get(String(occupation['code']))?.n ?? 0));
    expect((node['classes'] as Row[]).map(({ name }) => name).sort()).toEqual(
      (opened.get(id) ?? []).map(({ name }) => name).sort(),
    );
  }
  expect(nodes.some((node) => (node['classes'] as Row[]).length === 0)).toBe(true);
});

/** `Occupation.candidateCount` is null under 5, zero included. */
function shownOrNull(count: number): number | null {
  return count < 5 ? null : count;
}
