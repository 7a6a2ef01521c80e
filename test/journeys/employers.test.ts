import { agreementId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { type House, openHouse } from '../testkit/house';
import { type Answered, type Row, answer, byKey } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

interface Report {
  total: number | null;
  needed: number | null;
  new_hires: number | null;
  local_by_region: { region: string; total: number | null; needed: number | null; newHires: number | null }[];
}

/** Workers of the report's denominator, and those of them who live in Kota Serang. */
const COUNTS: Record<string, (report: Report) => { outOf: number | null; local: number | null }> = {
  TOTAL_EMPLOYEES: (report) => ({ outOf: report.total, local: localTo(report, 'total') }),
  WORKFORCE_NEEDED: (report) => ({ outOf: report.needed, local: localTo(report, 'needed') }),
  NEW_HIRES: (report) => ({ outOf: report.new_hires, local: localTo(report, 'newHires') }),
};

function localTo({ local_by_region }: Report, column: 'total' | 'needed' | 'newHires'): number | null {
  const parts = local_by_region.filter(({ region }) => region === '36.73' || region.startsWith('36.73.'));
  if (parts.some((part) => part[column] === null)) return null;
  return parts.reduce((sum, part) => sum + (part[column] ?? 0), 0);
}

/** The day by which so many people have finished classes for residents of Kota Serang; null: no day. */
async function dayOfGraduates(people: number): Promise<string | null> {
  const due = await house.agencies['training-center'].sql<{ day: string; seated: number }>(
    `SELECT ends_on::text AS day, (sum(count(*)) OVER (ORDER BY ends_on))::int AS seated
     FROM enrolment JOIN training_class ON training_class.id = class_id
     JOIN quota_allocation ON quota_allocation.id = training_class.allocation_id
     WHERE stage IN ('RESERVED', 'ENROLLED') AND quota_allocation.region_code LIKE '36.73%' AND ends_on >= $1
     GROUP BY ends_on ORDER BY ends_on`,
    [TODAY],
  );
  return due.find(({ seated }) => seated >= people)?.day ?? null;
}

it('employers 1: the 80 % rule under each denominator and each legal status, with the shortfall in heads', async () => {
  const reports = await house.agencies.employers.sql<Report & { employer_id: string; home: string }>(
    `SELECT DISTINCT ON (employer_id) workforce_report.*, region_code AS home FROM workforce_report
     JOIN employer ON employer.id = employer_id ORDER BY employer_id, period_to DESC, submitted_at DESC`,
  );
  const rules = await house.agencies['labor-office'].sql<{ region_code: string; status: string }>(
    'SELECT region_code, status FROM local_hire_rule',
  );
  const serang = rules.filter(({ region_code }) => region_code === '36.73');
  expect(new Set(serang.map(({ status }) => status))).toEqual(new Set(['CLAIMED_IN_FORCE', 'DRAFT']));
  const results = new Set<unknown>();
  for (const report of reports.slice(0, 40)) {
    const reply = await answer(house, 'employers-01', { employer: report.employer_id });
    const assessments = reply.list('employer', 'localHire');
    const binding = rules.filter(({ region_code }) => report.home.startsWith(region_code));
    expect(assessments).toHaveLength(binding.length * 3);
    if (!report.home.startsWith('36.73')) continue;
    for (const assessment of assessments) {
      results.add(assessment['result']);
      const { outOf, local } = (
        COUNTS[String(assessment['denominator'])] ?? (() => ({ outOf: null, local: null }))
      )(report);
      if (outOf === null || local === null || outOf === 0) {
        expect(assessment).toMatchObject({ result: 'NOT_ENOUGH_DATA', share: null, shortfall: null });
        continue;
      }
      const shortfall = Math.max(0, Math.ceil(0.8 * outOf - 1e-9) - local);
      expect(assessment).toMatchObject({
        localWorkers: local,
        outOf,
        shortfall,
        result: shortfall === 0 ? 'MET' : 'SHORT',
      });
      expect(assessment['share']).toBeCloseTo(local / outOf, 6);
      const grows = assessment['denominator'] !== 'WORKFORCE_NEEDED';
      const [hired, of] = grows ? [local + 10, outOf + 10] : [Math.min(local + 10, outOf), outOf];
      expect((assessment['afterHires'] as Row)['share']).toBeCloseTo(hired / of, 6);
      const needed = grows ? Math.ceil((0.8 * outOf - local) / 0.2 - 1e-9) : shortfall;
      expect(assessment['reachableOn']).toBe(shortfall === 0 ? null : await dayOfGraduates(needed));
    }
  }
  expect(results).toEqual(new Set(['MET', 'SHORT', 'NOT_ENOUGH_DATA']));
});

it('employers 2: certified people who fit a vacancy, anonymous, and the classes that graduate next', async () => {
  const open = await house.agencies.employers.sql<{ id: string; units: string[] }>(
    `SELECT id, competency_units AS units FROM vacancy WHERE status IN ('OPEN', 'PARTLY_FILLED') AND cardinality(competency_units) > 0 ORDER BY id LIMIT 12`,
  );
  let counted = 0;
  for (const vacancy of open) {
    const fitting = await house.agencies['training-center'].sql<{ person_id: string; units: string[] }>(
      `SELECT certificate.person_id, array_agg(DISTINCT unit.unit_code) AS units
       FROM certificate_unit unit JOIN certificate ON certificate.id = unit.certificate_id
       WHERE unit.unit_code = ANY ($1) AND revoked_on IS NULL AND (valid_until IS NULL OR valid_until >= $2) GROUP BY 1`,
      [vacancy.units, TODAY],
    );
    const homes = byKey(
      await house.agencies['labor-office'].sql<{ id: string; district: string }>(
        'SELECT id, domicile_region_code AS district FROM person WHERE id = ANY ($1)',
        [fitting.map(({ person_id }) => person_id)],
      ),
      'id',
    );
    const near = fitting.filter(({ person_id }) => homes.get(person_id)?.district.startsWith('36.73'));
    const reply = (await answer(house, 'employers-02', { vacancy: vacancy.id, district: '36.73' })).at(
      'vacancy',
    );
    expect(reply.at('matchingGraduateCount').value).toBe(
      near.length < 5 && near.length > 0 ? null : near.length,
    );
    const candidates = reply.list('matchingCandidates', 'nodes');
    expect(candidates).toHaveLength(Math.min(20, near.length));
    counted += candidates.length;
    const people = new Set(near.map(({ person_id }) => person_id));
    for (const candidate of candidates) {
      expect(people.has(String(candidate['id']))).toBe(false);
      const matched = (candidate['matchedUnits'] as Row[]).map(({ code }) => String(code));
      const missing = (candidate['missingUnits'] as Row[]).map(({ code }) => String(code));
      expect([...matched, ...missing].sort()).toEqual([...vacancy.units].sort());
      expect(matched.length).toBeGreaterThan(0);
    }
    const next = await house.agencies['training-center'].sql<{ name: string }>(
      `SELECT DISTINCT name, ends_on, training_class.id FROM training_class JOIN programme_unit USING (programme_id)
       WHERE unit_code = ANY ($1) AND status IN ('PLANNED', 'OPEN', 'RUNNING') AND ends_on >= $2 ORDER BY ends_on, training_class.id LIMIT 5`,
      [vacancy.units, TODAY],
    );
    expect(reply.list('nextGraduations').map(({ name }) => name)).toEqual(next.map(({ name }) => name));
  }
  expect(counted).toBeGreaterThan(0);
});

it('employers 3: whether a report was accepted, and what is missing', async () => {
  const returned = await house.agencies['labor-office'].sql<{
    vacancy_id: string;
    status: string;
    missing: string[];
  }>(
    `SELECT DISTINCT ON (status) vacancy_id, status, missing FROM vacancy_verification ORDER BY status, vacancy_id`,
  );
  expect(returned.length).toBeGreaterThan(2);
  for (const { vacancy_id, status, missing } of returned) {
    const reply = (await answer(house, 'employers-03', { vacancy: vacancy_id })).at('vacancy');
    expect(reply.at('verification').value).toMatchObject({ status, missing });
    const [row] = await house.agencies.employers.sql<{
      reporting_status: string;
      reporting_receipt: string | null;
    }>('SELECT reporting_status, reporting_receipt FROM vacancy WHERE id = $1', [vacancy_id]);
    expect(reply.at('reporting').value).toMatchObject({
      status: row?.reporting_status,
      receipt: row?.reporting_receipt,
    });
  }
});

it('employers 5: qualifications proven unavailable locally', async () => {
  const [finding] = await house.agencies['labor-office'].sql<{ vacancy_id: string }>(
    `SELECT vacancy_id FROM availability_finding WHERE result = 'UNAVAILABLE' AND vacancy_id IS NOT NULL ORDER BY id LIMIT 1`,
  );
  const [vacancy] = await house.agencies.employers.sql<{ employer_id: string }>(
    'SELECT employer_id FROM vacancy WHERE id = $1',
    [finding?.vacancy_id],
  );
  const truth = await house.agencies['labor-office'].sql<{ id: string; result: string; vacancy_id: string }>(
    'SELECT id, result, vacancy_id FROM availability_finding',
  );
  const nodes = (await answer(house, 'employers-05', { employer: vacancy?.employer_id })).list(
    'employer',
    'vacancies',
    'nodes',
  );
  for (const node of nodes) {
    const expected = truth
      .filter(({ vacancy_id }) => vacancy_id === node['id'])
      .map(({ id, result }) => [id, result]);
    const told = (node['availabilityFindings'] as Row[]).map(({ id, result }) => [id, result]);
    expect(told.sort()).toEqual(expected.sort());
  }
});

it('employers 6: requests for tailored classes and the places reserved', async () => {
  const [asker] = await house.agencies['training-center'].sql<{ employer_id: string }>(
    `SELECT employer_id FROM training_request WHERE employer_id IS NOT NULL AND seats_reserved > 0 ORDER BY id LIMIT 1`,
  );
  const truth = await house.agencies['training-center'].sql<{
    id: string;
    status: string;
    headcount: number;
    seats_reserved: number;
  }>('SELECT id, status, headcount, seats_reserved FROM training_request WHERE employer_id = $1', [
    asker?.employer_id,
  ]);
  const reply = await answer(house, 'employers-06', { employer: asker?.employer_id });
  const nodes = byKey(reply.list('trainingRequests', 'nodes'), 'id');
  expect(nodes.size).toBe(truth.length);
  for (const { id, status, headcount, seats_reserved } of truth) {
    expect(nodes.get(id)).toMatchObject({ status, headcount, seatsReserved: seats_reserved });
  }
});

it('employers 7: a certificate is verified without telling its content, unless its holder shares it', async () => {
  const numbers = await house.agencies['training-center'].sql<{ number: string; state: string }>(
    `SELECT DISTINCT ON (state) number, state FROM (SELECT number, CASE WHEN revoked_on IS NOT NULL THEN 'REVOKED'
       WHEN valid_until < $1 THEN 'EXPIRED' ELSE 'VALID' END AS state FROM certificate) s ORDER BY state, number`,
    [TODAY],
  );
  expect(numbers.map(({ state }) => state)).toEqual(['EXPIRED', 'REVOKED', 'VALID']);
  const nothing = {
    shared: false,
    scheme: null,
    qualifier: null,
    kkni: null,
    competencyUnits: null,
    issuedOn: null,
    validUntil: null,
  };
  for (const { number, state } of numbers) {
    const reply: Answered = await answer(house, 'employers-07', { number, shareCode: 'guessed' });
    expect(reply.at('certificateVerification').value).toEqual({
      ...nothing,
      valid: state === 'VALID',
      status: state,
    });
  }
  const unknown = await answer(house, 'employers-07', { number: 'none' });
  expect(unknown.at('certificateVerification').value).toEqual({ ...nothing, valid: false, status: null });
});

it('employers 8: SMK interns of a trade who finish this quarter', async () => {
  const [trade] = await house.agencies.province.sql<{ code: string }>(
    `SELECT occupation_code AS code FROM internship WHERE ends_on BETWEEN '2026-04-01' AND '2026-06-30'
     AND status IN ('RUNNING', 'ASSESSED', 'CERTIFIED') GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const truth = await house.agencies.province.sql<{ id: string }>(
    `SELECT id FROM internship WHERE occupation_code = $1 AND ends_on BETWEEN '2026-04-01' AND '2026-06-30'
     AND status IN ('RUNNING', 'ASSESSED', 'CERTIFIED')`,
    [trade?.code],
  );
  const reply = await answer(house, 'employers-08', { trades: [trade?.code] });
  expect(truth.length).toBeGreaterThan(0);
  expect(reply.at('internships', 'totalCount').value).toBe(truth.length);
  expect(
    reply
      .list('internships', 'nodes')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(truth.map(({ id }) => id).sort());
});

it('employers 9: obligations under the follow-up of A4, and whether they are met in time', async () => {
  const reply = (await answer(house, 'employers-09', { agreement: agreementId('D3') })).at('agreement');
  expect(reply.at('followsUp', 'status').value).toBe('SIGNED');
  const truth = await house.agencies.province.sql<{ duty: string; state: string }>(
    `SELECT duty, CASE WHEN obligation.waived THEN 'WAIVED' WHEN fulfilled_on IS NOT NULL THEN 'FULFILLED' WHEN due_on < $2 THEN 'OVERDUE' ELSE 'OPEN' END AS state
     FROM obligation JOIN clause ON clause.id = clause_id WHERE agreement_id = $1`,
    [agreementId('D3'), TODAY],
  );
  expect(truth.length).toBeGreaterThan(0);
  const told = reply.list('obligations').map(({ duty, status }) => [duty, status]);
  expect(told.sort()).toEqual(truth.map(({ duty, state }) => [duty, state]).sort());
});
