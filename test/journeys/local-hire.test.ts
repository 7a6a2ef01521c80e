import { TODAY } from '../testkit/agency';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, grouped, namesIn, paired } from '../testkit/question';

/** Employers are asked about beside each other, so by an office that may. */
const OFFICE = { login: 'caseworker', purpose: 'PLACEMENT' } as const;

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
  await leaveLocalsOut();
});
afterAll(() => house.close());

/** Some reports tell how many are needed and not how many of them shall be local, at the employers and in the echo. */
async function leaveLocalsOut(): Promise<void> {
  const reports = await house.agencies.employers.sql<{ id: string }>(
    `UPDATE workforce_report SET local_by_region =
       (SELECT jsonb_agg(part || '{"needed": null}') FROM jsonb_array_elements(local_by_region) part)
     WHERE id IN (SELECT report.id FROM workforce_report report JOIN employer ON employer.id = employer_id
       WHERE region_code LIKE '36.73%' AND period_to = '2025-12-31' AND needed IS NOT NULL ORDER BY report.id LIMIT 10)
     RETURNING id`,
  );
  const echoes = await house.agencies['labor-office'].sql(
    `UPDATE workforce_echo_region part SET needed = NULL FROM workforce_echo whole
     WHERE whole.employer_id = part.employer_id AND whole.quarter = part.quarter AND report_id = ANY ($1) RETURNING 1`,
    [reports.map(({ id }) => id)],
  );
  expect(echoes.length).toBeGreaterThan(reports.length);
}

const DENOMINATORS = {
  TOTAL_EMPLOYEES: 'total',
  WORKFORCE_NEEDED: 'needed',
  NEW_HIRES: 'newHires',
} as const;
type Denominator = keyof typeof DENOMINATORS;
type Workers = Record<(typeof DENOMINATORS)[Denominator], number | null>;

interface Report extends Workers {
  readonly employer: string;
  readonly name: string;
  readonly home: string;
  readonly section: string | null;
  readonly area: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly local: readonly (Workers & { readonly region: string })[];
}

/** Every report, an employer's newest first. */
function reports(): Promise<Report[]> {
  return house.agencies.employers.sql(
    `SELECT employer_id AS employer, name, region_code AS home, left(industry_code, 1) AS section, industrial_area AS area,
       jsonb_build_object('from', period_from, 'to', period_to) AS period,
       total, needed, new_hires AS "newHires", local_by_region AS local
     FROM workforce_report JOIN employer ON employer.id = employer_id
     ORDER BY employer_id, period_to DESC, submitted_at DESC, workforce_report.id`,
  );
}

interface Rule extends Row {
  readonly region: string;
  readonly threshold: number | null;
}

function rules(): Promise<Rule[]> {
  return house.agencies['labor-office'].sql(
    `SELECT region_code AS region, title, version, status, threshold::float, denominator, effective_from::text AS "effectiveFrom", exemptions,
       (SELECT jsonb_agg(jsonb_build_object('name', source ->> 'name')) FROM jsonb_array_elements(sources) source) AS sources
     FROM local_hire_rule`,
  );
}

/** Workers of a report who live in a region; null where it does not name the region, or leaves one of its parts out. */
function localTo(region: string, { local }: Report, denominator: Denominator): number | null {
  const parts = local
    .filter((part) => part.region === region || part.region.startsWith(`${region}.`))
    .map((part) => part[DENOMINATORS[denominator]]);
  if (parts.length === 0 || parts.includes(null)) return null;
  return parts.reduce<number>((sum, part) => sum + Number(part), 0);
}

/** Heads that a share of a whole asks for. */
function wanted(threshold: number, outOf: number): number {
  return Math.ceil(threshold * outOf - 1e-9);
}

/** The day by which so many people have finished classes for residents of a region; null: no day. */
async function dayOfGraduates(region: string, people: number): Promise<string | null> {
  const due = await house.agencies['training-center'].sql<{ day: string; seated: number }>(
    `SELECT ends_on::text AS day, (sum(count(*)) OVER (ORDER BY ends_on))::int AS seated
     FROM enrolment JOIN training_class ON training_class.id = class_id
     JOIN quota_allocation ON quota_allocation.id = training_class.allocation_id
     WHERE stage IN ('RESERVED', 'ENROLLED') AND quota_allocation.region_code LIKE $2 || '%' AND ends_on >= $1
     GROUP BY ends_on ORDER BY ends_on`,
    [TODAY, region],
  );
  return due.find(({ seated }) => seated >= people)?.day ?? null;
}

/** What is to be told of an employer under a rule and one reading of its denominator. */
async function assess({ region, threshold }: Rule, report: Report, denominator: Denominator): Promise<Row> {
  const outOf = report[DENOMINATORS[denominator]];
  const local = localTo(region, report, denominator);
  const near = (value: number): unknown => expect.closeTo(value, 6);
  const share = local === null || outOf === null || outOf === 0 ? null : near(local / outOf);
  const told = { localWorkers: local, outOf, share };
  if (threshold === null || local === null || outOf === null)
    return { ...told, result: 'NOT_ENOUGH_DATA', shortfall: null, reachableOn: null, afterHires: null };
  const shortfall = Math.max(0, wanted(threshold, outOf) - local);
  const grows = denominator !== 'WORKFORCE_NEEDED';
  const [hired, of] = grows ? [local + 10, outOf + 10] : [Math.min(local + 10, outOf), outOf];
  const missing = grows ? Math.ceil((threshold * outOf - local) / (1 - threshold) - 1e-9) : shortfall;
  return {
    ...{ ...told, shortfall, result: shortfall === 0 ? 'MET' : 'SHORT' },
    reachableOn: shortfall === 0 ? null : await dayOfGraduates(region, missing),
    afterHires: {
      share: of === 0 ? null : near(hired / of),
      shortfall: Math.max(0, wanted(threshold, of) - hired),
    },
  };
}

it('employers 1: the 80 % rule under each denominator and each legal status, with the shortfall in heads', async () => {
  const all = await rules();
  const serang = all.filter(({ region }) => region === '36.73');
  expect(new Set(serang.map((rule) => rule['status']))).toEqual(new Set(['CLAIMED_IN_FORCE', 'DRAFT']));
  const newest = [...grouped((await reports()) as unknown as Row[], 'employer').values()];
  const told = new Set<string>();
  for (const [first] of newest.slice(0, 40)) {
    const report = first as unknown as Report;
    const { total, needed, newHires } = report;
    const employer = (await answer(house, 'employers-01', { employer: report.employer }, { as: OFFICE })).at(
      'employer',
    );
    expect(employer.at('name').value).toBe(report.name);
    expect(employer.at('latestWorkforceReport').value).toEqual({
      ...{ period: report.period, total, needed, newHires },
      localByRegion: report.local.map(({ region, ...workers }) => ({ region: { code: region }, ...workers })),
    });
    const binding = all.filter(({ region }) => report.home.startsWith(region));
    const kinds = binding.flatMap((rule) =>
      (Object.keys(DENOMINATORS) as Denominator[]).map((denominator) => {
        return { rule, denominator, version: rule['version'] };
      }),
    );
    if (kinds.length === 0) {
      expect(employer.list('localHire')).toEqual([]);
      told.add('no rule');
      continue;
    }
    const key = { version: 'rule.version', denominator: 'denominator' };
    for (const [assessment, { rule, denominator }] of paired(employer.list('localHire'), kinds, key)) {
      const { region, ...legal } = rule;
      const expected = await assess(rule, report, denominator);
      const asOf = expect.any(String) as unknown;
      expect(assessment).toEqual({ rule: legal, denominator, asOf, ...expected });
      told.add(`${region} ${String(expected['result'])} ${expected['reachableOn'] === null}`);
    }
  }
  expect([...told].sort()).toEqual([
    '36.72 NOT_ENOUGH_DATA true',
    '36.73 MET true',
    '36.73 NOT_ENOUGH_DATA true',
    '36.73 SHORT false',
    '36.73 SHORT true',
    'no rule',
  ]);
});

describe('reporting 9: compliance with the local-hire rule', () => {
  /** Employers of one cell, an assessment each. */
  interface Cell extends Row {
    readonly rule: Rule;
    readonly assessed: readonly { local: number | null; outOf: number | null }[];
  }

  /** The newest report of each quarter, assessed under each rule of the city and each reading of its denominator. */
  async function cells(): Promise<Cell[]> {
    const quarterOf = ({ period }: Report): string =>
      `${period.to.slice(0, 4)}-Q${String(Math.ceil(Number(period.to.slice(5, 7)) / 3))}`;
    const quarters = new Map<string, Report>();
    for (const report of (await reports()).reverse())
      quarters.set(`${report.employer} ${quarterOf(report)}`, report);
    const here = [...quarters.values()].filter(({ home }) => home.startsWith('36.73'));
    expect(here.length).toBeGreaterThan(0);
    expect(here.length).toBeLessThan(quarters.size);
    const kinds = (await rules())
      .filter(({ region }) => region === '36.73')
      .flatMap((rule) =>
        (Object.keys(DENOMINATORS) as Denominator[]).flatMap((denominator) =>
          here.map((report) => {
            const { area, section } = report;
            const cell = { version: rule['version'], denominator, area, section, quarter: quarterOf(report) };
            const assessed = {
              local: localTo(rule.region, report, denominator),
              outOf: report[DENOMINATORS[denominator]],
            };
            return { ...cell, cell: JSON.stringify(cell), rule, assessed };
          }),
        ),
      );
    return [...grouped<(typeof kinds)[number] & Row>(kinds, 'cell').values()].flatMap((rows) => {
      const [first] = rows;
      return first ? [{ ...first, assessed: rows.map(({ assessed }) => assessed) }] : [];
    });
  }

  it('by area, industry and quarter, employers without data counted apart', async () => {
    const told = (await answer(house, 'reporting-09')).list('localHireSummary');
    const industries = await namesIn(house.agencies.province, "listed_code WHERE list = 'KBLI'", 'code');
    const key = {
      ...{ version: 'rule.version', denominator: 'denominator', quarter: 'quarter' },
      ...{ area: 'industrialArea', section: 'industry.code' },
    };
    const truth = await cells();
    const kinds = new Set<string>();
    for (const [cell, { rule, assessed, section }] of paired(told, truth, key)) {
      const known = assessed.flatMap(({ local, outOf }) =>
        local === null || outOf === null ? [] : [{ local, outOf }],
      );
      const met = known.filter(({ local, outOf }) => local >= wanted(Number(rule.threshold), outOf)).length;
      const sum = (column: 'local' | 'outOf'): number => known.reduce((total, one) => total + one[column], 0);
      const { title, version, status } = rule;
      expect(cell).toMatchObject({
        rule: { title, version, status },
        industry: section === null ? null : { code: section, name: industries.get(section) },
        ...{ employers: assessed.length, met, notEnoughData: assessed.length - known.length },
        share: sum('outOf') === 0 ? null : (expect.closeTo(sum('local') / sum('outOf'), 6) as number),
      });
      kinds.add(`${met > 0} ${met < known.length} ${known.length < assessed.length}`);
    }
    expect(kinds.size).toBeGreaterThan(3);
    expect(new Set(truth.map((cell) => cell['denominator'])).size).toBe(3);
    expect(new Set(truth.map((cell) => cell['quarter'])).size).toBeGreaterThan(1);
  });
});
