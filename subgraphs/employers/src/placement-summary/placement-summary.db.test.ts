import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { keep } from '@simpul/test/testkit/basis';
import { employers } from '../agency';

const SUMMARY = `placementSummary { demo asOf bySchemeAndChannel {
  scheme channel placed active keptAt3Months keptAt6Months keptAt12Months suppressed } }`;

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(employers);
});

afterAll(() => agency.close());

interface Placed {
  readonly scheme: string;
  readonly channel: string | null;
  readonly agreement?: string;
  readonly allocation?: string;
  readonly endsOn?: string;
  readonly keptAt?: readonly number[];
  readonly leftAt?: readonly number[];
}

async function place(count: number, { keptAt = [], leftAt = [], ...placed }: Placed): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const person = randomUUID();
    const keys = [person, randomUUID()];
    await keep(agency, 'employers', person);
    await agency.sql(
      `INSERT INTO placement (person_id, id, scheme, channel, agreement_id, allocation_id, area, country, starts_on, ends_on, demo)
       VALUES ($1, $2, $3, $4, $5, $6, 'OWN_CITY', 'ID', '2025-05-01', $7, true)`,
      [...keys, placed.scheme, placed.channel, placed.agreement, placed.allocation, placed.endsOn],
    );
    for (const months of [...keptAt, ...leftAt]) {
      await agency.sql(`INSERT INTO retention_check VALUES ($1, $2, $3, '2025-08-01', '2025-08-02', $4)`, [
        ...keys,
        months,
        keptAt.includes(months),
      ]);
    }
  }
}

async function summariesOf(
  type: string,
  ids: readonly string[],
): Promise<(Record<string, unknown> | null)[]> {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${SUMMARY} } } }`,
    { r: ids.map((id) => ({ __typename: type, id })) },
  );
  expect(errors).toBeUndefined();
  const entities = data?.['_entities'] as { placementSummary: Record<string, unknown> | null }[];
  return entities.map(({ placementSummary }) => placementSummary);
}

it('counts each scheme and channel apart, and those whom a check found at work', async () => {
  const agreement = randomUUID();
  const kept = { agreement, keptAt: [3, 6], leftAt: [12] };
  await place(6, { scheme: 'EMPLOYMENT', channel: 'AKL', ...kept });
  await place(5, { scheme: 'EMPLOYMENT', channel: 'AKAD', agreement, endsOn: '2026-06-14' });
  await place(7, { scheme: 'MAGANG_LN', channel: null, agreement, endsOn: '2026-06-15' });
  const [under, none] = await summariesOf('Agreement', [agreement, randomUUID()]);
  const nobodyKept = { keptAt3Months: 0, keptAt6Months: 0, keptAt12Months: 0, suppressed: false };
  expect(under?.['bySchemeAndChannel']).toEqual([
    { scheme: 'EMPLOYMENT', channel: 'AKAD', placed: 5, active: 0, ...nobodyKept },
    {
      ...{ scheme: 'EMPLOYMENT', channel: 'AKL', placed: 6, active: 6 },
      ...{ keptAt3Months: 6, keptAt6Months: 6, keptAt12Months: 0, suppressed: false },
    },
    { scheme: 'MAGANG_LN', channel: null, placed: 7, active: 7, ...nobodyKept },
  ]);
  expect(none).toBeNull();
});

it('withholds cells and counts that stand for fewer than five people', async () => {
  const agreement = randomUUID();
  await place(4, { scheme: 'PMI', channel: 'AKAN', agreement });
  await place(4, { scheme: 'EMPLOYMENT', channel: 'AKL', agreement, keptAt: [3] });
  await place(5, { scheme: 'EMPLOYMENT', channel: 'AKL', agreement, endsOn: '2026-01-01' });
  const [summary] = await summariesOf('Agreement', [agreement]);
  expect(summary?.['bySchemeAndChannel']).toMatchObject([
    { scheme: 'EMPLOYMENT', placed: null, active: null, keptAt3Months: null, suppressed: true },
    { scheme: 'PMI', placed: null, active: null, keptAt6Months: null, suppressed: true },
  ]);
  const { data } = await agency.ask(
    `query ($a: ID!) { placementSummary(filter: { agreement: $a }, groupBy: [MONTH, AREA]) {
       scheme channel month area industry { code } placed active suppressed } }`,
    { a: agreement },
  );
  const cell = { month: '2025-05', area: 'OWN_CITY', industry: null, active: null };
  expect(data?.['placementSummary']).toEqual([
    { scheme: 'EMPLOYMENT', channel: 'AKL', placed: 9, suppressed: false, ...cell },
    { scheme: 'PMI', channel: 'AKAN', placed: null, suppressed: true, ...cell },
  ]);
});

it('gives no agreement away to who subtracts the others from the sum', async () => {
  const agreements = [randomUUID(), randomUUID(), randomUUID()].sort();
  for (const [index, agreement] of agreements.entries())
    await place([3, 20, 30][index] ?? 0, { scheme: 'PKL', channel: null, agreement });
  const { data } = await agency.ask(`{
    byAgreement: placementSummary(filter: { scheme: [PKL] }, groupBy: [AGREEMENT]) { agreement { id } placed active suppressed }
    sum: placementSummary(filter: { scheme: [PKL] }) { placed } }`);
  expect(data).toEqual({
    byAgreement: [
      { agreement: { id: agreements[0] }, placed: null, active: null, suppressed: true },
      { agreement: { id: agreements[1] }, placed: null, active: null, suppressed: true },
      { agreement: { id: agreements[2] }, placed: 30, active: 30, suppressed: false },
    ],
    sum: [{ placed: 53 }],
  });
});

it('counts under an allocation what counts under its parts, and says how old the ledger is', async () => {
  const [pool, city, leaf] = [randomUUID(), randomUUID(), randomUUID()];
  for (const [part, whole] of [
    [pool, pool],
    [city, pool],
    [city, city],
    [leaf, pool],
    [leaf, city],
    [leaf, leaf],
  ])
    await agency.sql(`INSERT INTO allocation_echo VALUES ($1, $2, '2026-06-14T00:00+07', true)`, [
      part,
      whole,
    ]);
  await place(5, { scheme: 'SELF_EMPLOYMENT', channel: null, allocation: leaf });
  await place(6, { scheme: 'SELF_EMPLOYMENT', channel: null, allocation: city });
  const placed = (await summariesOf('QuotaAllocation', [pool, city, leaf])).map((summary) => [
    (summary?.['bySchemeAndChannel'] as { placed: number }[])[0]?.placed,
    summary?.['asOf'],
  ]);
  const asOf = '2026-06-14T00:00:00.000+07:00';
  expect(placed).toEqual([
    [11, asOf],
    [11, asOf],
    [5, asOf],
  ]);
  const empty = randomUUID();
  await agency.sql(`INSERT INTO allocation_echo VALUES ($1, $1, '2026-06-14T00:00+07', true)`, [empty]);
  expect(await summariesOf('QuotaAllocation', [empty, randomUUID()])).toEqual([
    { bySchemeAndChannel: [], asOf, demo: true },
    null,
  ]);
  const { data } = await agency.ask(
    `query ($a: ID!) { placements(filter: { allocation: $a }) { totalCount asOf } }`,
    { a: pool },
  );
  expect(data?.['placements']).toEqual({ totalCount: 11, asOf });
});
