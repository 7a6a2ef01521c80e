import { TODAY } from '../testkit/agency';
import { type Asker, askerOf, claimsOfLogin } from '../testkit/askers';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, byKey, namesIn, paired, shown } from '../testkit/question';

let house: House;
let organizations: Map<unknown, string>;
beforeAll(async () => {
  house = await openHouse(8);
  organizations = await namesIn(house.agencies.province, 'organization');
});
afterAll(() => house.close());

const named = (id: unknown): Row | null => (id === null ? null : { name: organizations.get(id) });

/** The recruiter's employer; the association looks for candidates for everybody's vacancies. */
const OWN = claimsOfLogin('recruiter').employer;
const ASSOCIATION: Asker = { login: 'apindo', purpose: 'PLACEMENT' };

/** Gives every valid certificate a second one by its side that lasts a year longer. */
async function proveTwice(): Promise<void> {
  const again = await house.agencies['training-center'].sql<Row>(
    `INSERT INTO certificate (person_id, id, number, scheme, units, issued_on, valid_until, demo)
     SELECT person_id, gen_random_uuid(), number || '/2', scheme, units, issued_on, valid_until + 365, demo
     FROM certificate WHERE revoked_on IS NULL AND valid_until >= $1 RETURNING person_id, id, units, valid_until`,
    [TODAY],
  );
  await house.agencies['training-center'].sql(
    `INSERT INTO certificate_unit (person_id, certificate_id, unit_code, proven_until)
     SELECT person_id, id, unnest(units), valid_until FROM certificate WHERE id = ANY ($1)`,
    [again.map(({ id }) => id)],
  );
  expect(again.length).toBeGreaterThan(0);
}

it('employers 2: certified people who fit a vacancy, anonymous, and the classes that graduate next', async () => {
  await proveTwice();
  const open = await house.agencies.employers.sql<{
    id: string;
    title: string;
    unfilled: number;
    units: string[];
    employer: string;
  }>(
    `SELECT id, title, openings - filled AS unfilled, competency_units AS units, employer_id AS employer FROM vacancy
     WHERE status IN ('OPEN', 'PARTLY_FILLED') AND cardinality(competency_units) > 0
     ORDER BY employer_id = $1 DESC, id LIMIT 12`,
    [OWN],
  );
  expect(new Set(open.map(({ employer }) => employer === OWN)).size).toBe(2);
  const titles = byKey(
    await house.agencies['training-center'].sql<Row>('SELECT code, title FROM competency_unit'),
    'code',
  );
  const homes = new Map(
    (
      await house.agencies['labor-office'].sql<{ id: string; district: string }>(
        'SELECT id, domicile_region_code AS district FROM person',
      )
    ).map(({ id, district }) => [id, district]),
  );
  let [near, far, unproven, teaching] = [0, 0, 0, 0];
  for (const { id, title, unfilled, units, employer } of open) {
    const holders = await house.agencies['training-center'].sql<{
      person_id: string;
      proven: string[] | null;
    }>(
      `SELECT person_id, array_agg(DISTINCT unit) FILTER (WHERE valid) AS proven
       FROM (SELECT person_id, unnest(units) AS unit, valid_until, revoked_on IS NULL AND (valid_until IS NULL OR valid_until >= $2) AS valid
         FROM certificate) held WHERE unit = ANY ($1) GROUP BY 1`,
      [units, TODAY],
    );
    const fitting = holders.flatMap(({ person_id, proven }) => (proven ? [{ person_id, proven }] : []));
    const neighbours = fitting.filter(({ person_id }) => homes.get(person_id)?.startsWith('36.73'));
    [near, far, unproven] = [
      near + neighbours.length,
      far + fitting.length - neighbours.length,
      unproven + holders.length - fitting.length,
    ];
    const as = employer === OWN ? askerOf('employers-02') : ASSOCIATION;
    const asked = { vacancy: id, district: '36.73' };
    const reply = (await answer(house, 'employers-02', asked, { as })).at('vacancy');
    expect(reply.value).toMatchObject({ title, unfilled, matchingGraduateCount: shown(neighbours.length) });
    expect(reply.at('matchingCandidates', 'totalCount').value).toBe(neighbours.length);
    const candidates = reply.list('matchingCandidates', 'nodes');
    expect(candidates).toHaveLength(Math.min(20, neighbours.length));
    const people = new Set(holders.map(({ person_id }) => person_id));
    // Nobody can tell who a candidate is, but each shows what one of the neighbours has proven.
    const proofs = neighbours.map(({ proven }) => [...proven].sort().join());
    const told: string[] = [];
    for (const candidate of candidates) {
      expect(people.has(String(candidate['id']))).toBe(false);
      const [matched, missing] = [candidate['matchedUnits'] as Row[], candidate['missingUnits'] as Row[]];
      expect([...matched, ...missing]).toEqual(expect.arrayContaining(units.map((code) => titles.get(code))));
      expect(matched.length + missing.length).toBe(units.length);
      expect(candidate['region']).toEqual({ code: '36.73' });
      told.push(
        matched
          .map(({ code }) => String(code))
          .sort()
          .join(),
      );
    }
    expect(proofs).toEqual(expect.arrayContaining(told));
    if (candidates.length === neighbours.length) expect(told.sort()).toEqual(proofs.sort());
    const next = await graduationsOf(units);
    expect(reply.list('nextGraduations')).toEqual(next);
    teaching += next.length;
  }
  expect(Math.min(near, far, unproven, teaching)).toBeGreaterThan(0);
});

/** The next five classes that teach one of these units. */
async function graduationsOf(units: readonly string[]): Promise<Row[]> {
  return house.agencies['training-center'].sql(
    `SELECT class.name, class.ends_on::text AS "endsOn", jsonb_build_object('name', programme.name) AS programme,
       (SELECT count(*)::int FROM enrolment WHERE class_id = class.id AND stage IN ('RESERVED', 'ENROLLED', 'COMPLETED')) AS "seatsTaken"
     FROM training_class class JOIN programme ON programme.id = programme_id
     WHERE programme_id IN (SELECT programme_id FROM programme_unit WHERE unit_code = ANY ($1))
       AND class.status IN ('PLANNED', 'OPEN', 'RUNNING') AND ends_on >= $2 ORDER BY ends_on, class.id LIMIT 5`,
    [units, TODAY],
  );
}

it('employers 3: whether a report was accepted, and what is missing', async () => {
  const decisions = await house.agencies['labor-office'].sql<Row & { vacancy_id: string; status: string }>(
    `SELECT DISTINCT ON (status) vacancy_id, status, missing, note, office_id, decided_at AS "decidedAt"
     FROM vacancy_verification ORDER BY status, vacancy_id`,
  );
  expect(decisions.map(({ status }) => status)).toEqual(['ACCEPTED', 'PENDING', 'REFUSED', 'RETURNED']);
  const instant = (value: unknown): number | null =>
    value === null ? null : new Date(value as string | Date).getTime();
  for (const { vacancy_id, office_id, decidedAt, ...decision } of decisions) {
    const reply = (await answer(house, 'employers-03', { vacancy: vacancy_id })).at('vacancy');
    const { decidedAt: toldAt, ...verification } = reply.at('verification').value as Row;
    expect(verification).toEqual({ ...decision, office: named(office_id) });
    expect(instant(toldAt)).toBe(instant(decidedAt));
    const [vacancy] = await house.agencies.employers.sql<Row & { reported_to: string[] }>(
      `SELECT title, status, valid_until < $2 AS over, reporting_status, reporting_receipt, reporting_missing, reported_to, reported_at, filled_reported_at
       FROM vacancy WHERE id = $1`,
      [vacancy_id, TODAY],
    );
    const over = vacancy?.['over'] === true && !['FILLED', 'CLOSED'].includes(String(vacancy['status']));
    expect(reply.value).toMatchObject({
      title: vacancy?.['title'],
      status: over ? 'EXPIRED' : vacancy?.['status'],
    });
    const { reportedAt, filledReportedAt, ...reporting } = reply.at('reporting').value as Row;
    expect(reporting).toEqual({
      ...{ status: vacancy?.['reporting_status'], receipt: vacancy?.['reporting_receipt'] },
      ...{ missing: vacancy?.['reporting_missing'], reportedTo: vacancy?.reported_to.map(named) },
    });
    expect([instant(reportedAt), instant(filledReportedAt)]).toEqual([
      instant(vacancy?.['reported_at']),
      instant(vacancy?.['filled_reported_at']),
    ]);
  }
});

describe('employers 5: qualifications proven unavailable locally', () => {
  it('tells every finding made for an open vacancy of the employer', async () => {
    const findings = await house.agencies['labor-office'].sql<
      Row & { vacancy_id: string; found: number | null }
    >(
      `SELECT id, result, candidates_found AS found, days_advertised AS "daysAdvertised", found_on::text AS "foundOn",
         valid_until::text AS "validUntil", vacancy_id
       FROM availability_finding WHERE vacancy_id IS NOT NULL ORDER BY found_on DESC, id`,
    );
    const vacancies = await house.agencies.employers.sql<{
      id: string;
      title: string;
      employer: string;
      name: string;
      open: boolean;
    }>(
      `SELECT vacancy.id, title, employer_id AS employer, name,
         status IN ('OPEN', 'PARTLY_FILLED', 'VERIFIED') AND (valid_until IS NULL OR valid_until >= $1) AS open
       FROM vacancy JOIN employer ON employer.id = employer_id ORDER BY posted_at DESC, vacancy.id`,
      [TODAY],
    );
    const results = new Set<unknown>();
    let [closed, bare] = [0, 0];
    const examined = new Set(findings.map(({ vacancy_id }) => vacancy_id));
    const askers = new Set(
      vacancies.filter(({ id, open }) => open && examined.has(id)).map(({ employer }) => employer),
    );
    expect(askers.size).toBeGreaterThan(1);
    for (const asker of askers) {
      const own = vacancies.filter(({ employer }) => employer === asker);
      const open = own.filter((one) => one.open).slice(0, 20);
      const reply = (await answer(house, 'employers-05', { employer: asker })).at('employer');
      expect(reply.at('name').value).toBe(own[0]?.name);
      for (const [node, { id, title }] of paired(reply.list('vacancies', 'nodes'), open, { id: 'id' })) {
        const made = findings.filter(({ vacancy_id }) => vacancy_id === id);
        const availabilityFindings = made.map(({ vacancy_id: _vacancy, found, ...finding }) => {
          return { ...finding, candidatesFound: found === null ? null : shown(found) };
        });
        expect(node).toEqual({ id, title, availabilityFindings });
        for (const { result } of made) results.add(result);
        bare += made.length === 0 ? 1 : 0;
      }
      closed += own.length - open.length;
    }
    expect(results).toEqual(new Set(['UNAVAILABLE', 'UNDECIDED']));
    expect([closed > 0, bare > 0]).toEqual([true, true]);
  });

  it('stands beside the rules of the city that name the exemption', async () => {
    const [employer] = await house.agencies.employers.sql<{ id: string }>(
      'SELECT id FROM employer ORDER BY id LIMIT 1',
    );
    const told = (await answer(house, 'employers-05', { employer: employer?.id })).list('localHireRules');
    const rules = await house.agencies['labor-office'].sql<Row & { exemptions: string[]; region: string }>(
      `SELECT title, version, status, exemptions, region_code AS region,
         (SELECT jsonb_agg(jsonb_build_object('name', source ->> 'name')) FROM jsonb_array_elements(sources) source) AS sources
       FROM local_hire_rule`,
    );
    const here = rules.filter(({ region }) => region === '36.73');
    expect(here.length).toBeLessThan(rules.length);
    expect(here.some(({ exemptions }) => exemptions.length > 0)).toBe(true);
    for (const [rule, { region: _region, ...row }] of paired(told, here, { version: 'version' }))
      expect(rule).toEqual(row);
  });
});
