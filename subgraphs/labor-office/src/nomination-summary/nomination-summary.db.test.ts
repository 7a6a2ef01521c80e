import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';

const SUMMARY = `nominationSummary { total demo asOf byStatus { status count suppressed }
  byFollowUp { outcome count suppressed } byDistrict { region { code } count suppressed } }`;

interface Counted {
  readonly count: number | null;
  readonly suppressed: boolean;
}

interface Summary {
  readonly total: number;
  readonly asOf: string;
  readonly byStatus: readonly (Counted & { status: string })[];
  readonly byFollowUp: readonly (Counted & { outcome: string })[];
  readonly byDistrict: readonly (Counted & { region: { code: string } })[];
}

let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice);
});

afterAll(() => agency.close());

interface Nominated {
  readonly allocation?: string;
  readonly agreement?: string;
  readonly status: string;
  readonly district?: string;
  readonly followUp?: string;
}

async function nominate(
  count: number,
  { allocation, agreement, status, district, followUp }: Nominated,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const [person, nomination, trainingClass, office] = [
      randomUUID(),
      randomUUID(),
      randomUUID(),
      randomUUID(),
    ];
    await agency.sql(
      `INSERT INTO person (id, office_id, stage, stage_since, siapkerja, office_count, demo)
       VALUES ($1, $2, 'NOMINATED', '2026-01-01', false, 1, true)`,
      [person, office],
    );
    await agency.sql(
      `INSERT INTO nomination VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, '2026-01-01', $9, $10, 1, true)`,
      [
        person,
        nomination,
        allocation,
        trainingClass,
        agreement,
        office,
        district ?? '36.73.01',
        status,
        followUp,
        followUp && '2026-05-01',
      ],
    );
  }
}

async function summariesOf(type: string, ids: readonly string[]): Promise<(Summary | null)[]> {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${SUMMARY} } } }`,
    { r: ids.map((id) => ({ __typename: type, id })) },
  );
  expect(errors).toBeUndefined();
  return (data?.['_entities'] as { nominationSummary: Summary | null }[]).map(
    ({ nominationSummary }) => nominationSummary,
  );
}

it('counts under an allocation what was nominated for its parts, and keeps 0 apart from not recorded', async () => {
  const [pool, city, empty, unknown, agreement] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  for (const [part, whole] of [
    [pool, pool],
    [city, pool],
    [city, city],
    [empty, pool],
    [empty, empty],
  ])
    await agency.sql(`INSERT INTO allocation_echo VALUES ($1, $2, $3, '2026-06-14T00:00+07', true)`, [
      part,
      whole,
      agreement,
    ]);
  await nominate(6, { allocation: city, status: 'ACCEPTED', followUp: 'WORKING' });
  await nominate(5, { allocation: pool, status: 'PROPOSED' });
  const [ofPool, ofCity, ofEmpty, ofUnknown] = await summariesOf('QuotaAllocation', [
    pool,
    city,
    empty,
    unknown,
  ]);
  expect([ofPool?.total, ofCity?.total, ofEmpty?.total, ofUnknown]).toEqual([11, 6, 0, null]);
  expect(ofPool?.asOf).toBe('2026-06-14T00:00:00.000+07:00');
  expect(ofCity?.byFollowUp[0]).toEqual({ outcome: 'WORKING', count: 6, suppressed: false });
  expect(ofEmpty?.byStatus.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  const [ofAgreement, ofOther] = await summariesOf('Agreement', [agreement, randomUUID()]);
  expect([ofAgreement?.total, ofOther]).toEqual([0, null]);
});

it('withholds counts under five together with the count that would give them away', async () => {
  const agreement = randomUUID();
  await nominate(9, { agreement, status: 'ACCEPTED', district: '36.73.01' });
  await nominate(6, { agreement, status: 'REJECTED', district: '36.73.02' });
  await nominate(4, { agreement, status: 'WITHDRAWN', district: '36.73.03' });
  const [summary] = await summariesOf('Agreement', [agreement]);
  expect(summary?.total).toBe(19);
  expect(Object.fromEntries((summary?.byStatus ?? []).map(({ status, count }) => [status, count]))).toEqual({
    ...{ PROPOSED: 0, ACCEPTED: 9, WAITLISTED: 0, REJECTED: null, WITHDRAWN: null },
  });
  expect(summary?.byDistrict).toEqual([
    { region: { code: '36.73.01' }, count: 9, suppressed: false },
    { region: { code: '36.73.02' }, count: null, suppressed: true },
    { region: { code: '36.73.03' }, count: null, suppressed: true },
  ]);
});
