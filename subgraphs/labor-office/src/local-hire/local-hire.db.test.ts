import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';

const SERANG = '36.73';
const ASSESSMENTS = `localHire { rule { status denominator region { code } } denominator result localWorkers outOf share
  shortfall reachableOn basedOn { id } exemptions { id } afterHires(hires: 10, local: 10) { share shortfall } demo }`;

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice);
});

afterAll(() => agency.close());

/** Counts of a report: employees, needed, hired. */
type Counts = readonly [total: number | null, needed: number | null, newHires: number | null];

interface Reported {
  readonly all: Counts;
  readonly homes: Readonly<Record<string, Counts>>;
}

interface Assessed {
  readonly rule: {
    readonly status: string;
    readonly denominator: string | null;
    readonly region: { code: string };
  };
  readonly denominator: string;
  readonly [field: string]: unknown;
}

function named([total, needed, newHires]: Counts): object {
  return { total, needed, newHires };
}

function representationOf(id: string, reported: Reported | null): object {
  const latestWorkforceReport = reported && {
    id: randomUUID(),
    ...named(reported.all),
    localByRegion: Object.entries(reported.homes).map(([code, counts]) => ({
      region: { code },
      ...named(counts),
    })),
  };
  return { __typename: 'Employer', id, latestWorkforceReport };
}

async function assess(id: string, reported: Reported | null, asked = ASSESSMENTS): Promise<Assessed[]> {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Employer { ${asked} } } }`,
    { r: [representationOf(id, reported)] },
  );
  expect(errors).toBeUndefined();
  const [employer] = data?.['_entities'] as { localHire: Assessed[] }[];
  return employer?.localHire ?? [];
}

/** Tells the echo of a report, so that the office knows where the employer is. */
async function echo(
  id: string,
  city: string | null,
  { all, homes }: Reported,
  quarter = '2025-Q4',
): Promise<void> {
  await agency.sql(
    `INSERT INTO workforce_echo VALUES ($1, $2, $3, 'C24', 'Kawasan Demo', $4, 'LARGE', $5, $6, $7, $8, '2026-06-15', true)`,
    [id, quarter, randomUUID(), city, quarter === '2025-Q4' ? '2025-12-31' : '2025-06-30', ...all],
  );
  for (const [home, counts] of Object.entries(homes))
    await agency.sql(`INSERT INTO workforce_echo_region VALUES ($1, $2, $3, $4, $5, $6)`, [
      id,
      quarter,
      home,
      ...counts,
    ]);
}

it('tells the shortfall in whole heads, to the last head, under each reading of the denominator', async () => {
  const id = randomUUID();
  const reported = { all: [35, 10, 5], homes: { '36.73': [27, 8, 2], '36.72': [8, 2, 3] } } as const;
  await echo(id, SERANG, reported);
  const assessments = await assess(id, reported);
  expect(assessments).toHaveLength(12);
  expect(assessments.map(({ rule }) => `${rule.status} ${rule.denominator ?? '-'}`)).toEqual(
    ['CLAIMED_IN_FORCE -', 'DRAFT -', 'DRAFT WORKFORCE_NEEDED', 'DRAFT TOTAL_EMPLOYEES'].flatMap((rule) => [
      rule,
      rule,
      rule,
    ]),
  );
  expect(assessments.slice(0, 3)).toMatchObject([
    {
      denominator: 'TOTAL_EMPLOYEES',
      result: 'SHORT',
      localWorkers: 27,
      outOf: 35,
      shortfall: 1,
      demo: true,
    },
    { denominator: 'WORKFORCE_NEEDED', result: 'MET', localWorkers: 8, outOf: 10, share: 0.8, shortfall: 0 },
    { denominator: 'NEW_HIRES', result: 'SHORT', localWorkers: 2, outOf: 5, share: 0.4, shortfall: 2 },
  ]);
  expect(assessments[2]?.['afterHires']).toEqual({ share: 0.8, shortfall: 0 });
});

it('says that it does not know where a number is missing, and never counts it as 0', async () => {
  const id = randomUUID();
  const reported = { all: [40, null, 4], homes: { '36.72': [30, 1, 1], '36.73': [10, 2, null] } } as const;
  await echo(id, SERANG, reported);
  const unknown = {
    result: 'NOT_ENOUGH_DATA',
    share: null,
    shortfall: null,
    afterHires: null,
    reachableOn: null,
  };
  expect((await assess(id, reported)).slice(0, 3)).toMatchObject([
    { result: 'SHORT', localWorkers: 10, outOf: 40 },
    { ...unknown, localWorkers: 2, outOf: null },
    { ...unknown, localWorkers: null, outOf: 4 },
  ]);
  const unreported = await assess(randomUUID(), null);
  expect(unreported).toHaveLength(15);
  for (const assessment of unreported)
    expect(assessment).toMatchObject({ ...unknown, basedOn: null, outOf: null });
});

it('binds an employer by the rules of its own city; one without a threshold tells the share alone', async () => {
  const id = randomUUID();
  const reported = { all: [50, 5, 5], homes: { '36.72': [45, 5, 5], '36.73': [5, 0, 0] } } as const;
  await echo(id, '36.72', reported);
  const assessments = await assess(id, reported);
  expect(assessments.map(({ rule }) => rule.region.code)).toEqual(['36.72', '36.72', '36.72']);
  expect(assessments[0]).toMatchObject({ result: 'NOT_ENOUGH_DATA', share: 0.9, shortfall: null });
  const elsewhere = randomUUID();
  await echo(elsewhere, '36.04', reported);
  expect(await assess(elsewhere, reported)).toEqual([]);
});

it('dates a shortfall by the graduates due in the city of the rule, all of them together', async () => {
  for (const [city, endsOn, participants] of [
    [SERANG, '2026-06-14', 99],
    [SERANG, '2026-07-01', 6],
    ['36.72', '2026-07-02', 99],
    [SERANG, '2026-08-01', 4],
  ])
    await agency.sql(`INSERT INTO graduation_echo VALUES ($1, $2, $3, $4, '2026-06-15', true)`, [
      randomUUID(),
      city,
      endsOn,
      participants,
    ]);
  const id = randomUUID();
  const reported = { all: [20, 10, 5], homes: { '36.73': [11, 2, 2] } } as const;
  await echo(id, SERANG, reported);
  expect((await assess(id, reported)).slice(0, 3)).toMatchObject([
    { shortfall: 5, reachableOn: null },
    { shortfall: 6, reachableOn: '2026-07-01' },
    { shortfall: 2, reachableOn: '2026-08-01' },
  ]);
});

it('exempts by proofs that hold today, and by no others', async () => {
  const id = randomUUID();
  const reported = { all: [20, 10, 5], homes: { '36.73': [11, 2, 2] } } as const;
  await echo(id, SERANG, reported);
  const find = async (result: string, region: string, validUntil: string): Promise<string> => {
    const finding = randomUUID();
    await agency.sql(
      `INSERT INTO availability_finding VALUES ($1, '7212', '{}', $2, $3, NULL, $4, 0, 20, '2026-03-01', $5, $6, true)`,
      [finding, region, id, result, validUntil, randomUUID()],
    );
    return finding;
  };
  await find('AVAILABLE', SERANG, '2026-12-31');
  await find('UNAVAILABLE', SERANG, '2026-06-14');
  await find('UNAVAILABLE', '36.72', '2026-12-31');
  const proof = await find('UNAVAILABLE', SERANG, '2026-06-15');
  expect((await assess(id, reported))[0]?.['exemptions']).toEqual([{ id: proof }]);
});

it('refuses to hire more residents than people', async () => {
  const { errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Employer { localHire { afterHires(hires: -1, local: 3) { share } } } } }`,
    { r: [representationOf(randomUUID(), null)] },
  );
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [{ path: ['hires'] }, { path: ['local'] }],
  });
});

it('counts in its summary what it says of each employer', async () => {
  const { data } =
    await agency.ask(`{ localHireSummary(filter: { region: "36.73", industries: ["C"] }, groupBy: [REGION, INDUSTRY]) {
    rule { status } denominator region { code } industry { code } quarter employers met notEnoughData share } }`);
  const [cell, needed, hired] = data?.['localHireSummary'] as object[];
  const own = { region: { code: SERANG }, industry: { code: 'C' }, quarter: null, employers: 4 };
  // 27 of 35, 10 of 40, 11 of 20 twice; of the needed 8 of 10 and 2 of 10 twice, of the hired 2 of 5 thrice.
  expect(cell).toMatchObject({
    ...own,
    denominator: 'TOTAL_EMPLOYEES',
    met: 0,
    notEnoughData: 0,
    share: 59 / 115,
  });
  expect(needed).toMatchObject({
    ...own,
    denominator: 'WORKFORCE_NEEDED',
    met: 1,
    notEnoughData: 1,
    share: 12 / 30,
  });
  expect(hired).toMatchObject({ ...own, denominator: 'NEW_HIRES', met: 0, notEnoughData: 1, share: 6 / 15 });
});

it('counts an employer once with its newest report, or once in each quarter if asked', async () => {
  const id = randomUUID();
  await echo(id, '36.73', { all: [10, 1, 1], homes: { '36.73': [9, 1, 1] } }, '2025-Q2');
  await echo(id, '36.73', { all: [10, 1, 1], homes: { '36.73': [1, 0, 0] } });
  const ask = async (
    groupBy: string,
  ): Promise<{ employers: number; quarter: string | null; met: number }[]> => {
    const { data } = await agency.ask(
      `{ localHireSummary(filter: { region: "36.73" }, groupBy: [${groupBy}]) { employers quarter met } }`,
    );
    return data?.['localHireSummary'] as { employers: number; quarter: string | null; met: number }[];
  };
  expect((await ask(''))[0]).toMatchObject({ employers: 5, met: 0 });
  expect((await ask('QUARTER')).slice(0, 2)).toEqual([
    { quarter: '2025-Q2', employers: 1, met: 1 },
    { quarter: '2025-Q4', employers: 5, met: 0 },
  ]);
});

it('asks for 55 of 100, not for 56, though 0.55 times 100 is a little more than 55 to a computer', async () => {
  await agency.sql(
    `INSERT INTO local_hire_rule VALUES ($1, '36.71', 'Contoh', 'Contoh', 0.55, 'DRAFT', NULL, 'Contoh', NULL, '{}', '[]', true)`,
    [randomUUID()],
  );
  const id = randomUUID();
  const reported = {
    all: [100, 100, 100],
    homes: { '36.71.01': [50, 54, 100], '36.71.02': [5, 0, 0] },
  } as const;
  await echo(id, '36.71', reported);
  expect(await assess(id, reported)).toMatchObject([
    { result: 'MET', localWorkers: 55, shortfall: 0 },
    { result: 'SHORT', localWorkers: 54, shortfall: 1 },
    { result: 'MET', share: 1 },
  ]);
  const { data } = await agency.ask(
    `{ localHireSummary(filter: { region: "36.71" }, groupBy: []) { employers met } }`,
  );
  expect(data?.['localHireSummary']).toEqual([1, 0, 1].map((met) => ({ employers: 1, met })));
});

it('counts hires in the denominator too, save those of a workforce that was needed before', async () => {
  const id = randomUUID();
  const reported = { all: [20, 10, 5], homes: { '36.73': [11, 2, 2] } } as const;
  await echo(id, SERANG, reported);
  // Of 20 with 11 local, 16 are wanted; 25 hires make it 36 of 45, 24 only 35 of 44, where 35.2 are wanted.
  const enough = [25, 6, 10];
  for (const [reading, hires] of enough.entries()) {
    const after = (people: number): string =>
      `afterHires(hires: ${String(people)}, local: ${String(people)}) { shortfall }`;
    const assessments = await assess(
      id,
      reported,
      `localHire { met: ${after(hires)} short: ${after(hires - 1)} }`,
    );
    expect(assessments[reading]).toEqual({ met: { shortfall: 0 }, short: { shortfall: 1 } });
  }
});
