import { randomUUID } from 'node:crypto';
import { allocationId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { trainingCenter } from '../agency';

let agency: TestAgency;
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter, 2);
});
afterAll(() => agency.close());

interface Allocation {
  id: string;
  seats: number | null;
  reserved: number | null;
  filled: number | null;
  completed: number | null;
  certified: number | null;
  remaining: number | null;
  reading: string | null;
  preferred: boolean;
  demo: boolean;
  byProgramme: { filled: number; byDistrict: { filled: number | null; suppressed: boolean }[] }[] | null;
}

async function allocations(filter: string): Promise<Allocation[]> {
  const { data, errors } = await agency.ask(`{ quotaAllocations(first: 100, filter: ${filter}) { nodes {
    id seats reserved filled completed certified remaining reading preferred demo
    byProgramme { filled byDistrict { filled suppressed } } } } }`);
  expect(errors).toBeUndefined();
  return (data?.['quotaAllocations'] as { nodes: Allocation[] }).nodes;
}

it('shows the recorded readings of the 500 places beside the ledger, and counts nothing that is not recorded', async () => {
  const found = await allocations('{ region: "36.73", minSeats: 500 }');
  const recorded = found.filter(({ demo }) => !demo);
  expect(recorded.map(({ id }) => id).sort()).toEqual(
    [allocationId('READING-1'), allocationId('READING-2-SERANG'), allocationId('READING-3')].sort(),
  );
  for (const { reading, preferred, ...counts } of recorded) {
    expect({ preferred, cited: /\d{3}_[0-9a-f]{16}\.txt/.test(reading ?? '') }).toEqual({
      preferred: false,
      cited: true,
    });
    expect(counts).toMatchObject({ reserved: null, filled: null, remaining: null, byProgramme: null });
  }
  expect(
    found.filter(({ demo }) => demo).every(({ filled, reading }) => filled !== null && reading === null),
  ).toBe(true);
});

it('counts in every allocation what was enrolled under it or under a part of it', async () => {
  const recount = await agency.sql<{ id: string }>(`
    SELECT ancestor_id AS id, count(*) FILTER (WHERE stage = 'RESERVED')::int AS reserved,
      count(*) FILTER (WHERE stage IN ('ENROLLED', 'COMPLETED'))::int AS filled,
      count(*) FILTER (WHERE stage = 'COMPLETED')::int AS completed,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM certificate c
        WHERE c.enrolment_id = enrolment.id AND c.revoked_on IS NULL))::int AS certified
    FROM enrolment JOIN quota_allocation_path path ON path.allocation_id = enrolment.allocation_id GROUP BY 1`);
  const ledger = (await allocations('{}')).filter(
    ({ filled, reserved }) => (filled ?? 0) + (reserved ?? 0) > 0,
  );
  expect(ledger.length).toBeGreaterThan(5);
  expect(
    new Map(
      ledger.map(({ id, reserved, filled, completed, certified }) => [
        id,
        { reserved, filled, completed, certified },
      ]),
    ),
  ).toEqual(new Map(recount.map(({ id, ...counts }) => [id, counts])));
});

it('never lets one district of a programme be worked out from the others', async () => {
  const fills = (await allocations('{}')).flatMap(({ byProgramme }) => byProgramme ?? []);
  const withSmall = fills.filter(({ byDistrict }) => byDistrict.some(({ filled }) => filled === null));
  expect(withSmall.length).toBeGreaterThan(0);
  for (const { byDistrict } of withSmall.filter(({ byDistrict }) => byDistrict.length > 1)) {
    expect(byDistrict.filter(({ filled }) => filled === null).length).toBeGreaterThan(1);
    expect(byDistrict.every(({ filled, suppressed }) => filled !== null || suppressed)).toBe(true);
  }
  expect(
    fills
      .flatMap(({ byDistrict }) => byDistrict)
      .filter(({ filled }) => filled !== null && filled > 0 && filled < 5),
  ).toEqual([]);
});

it('pages the classes of an allocation and of its parts at once, each list to its own end', async () => {
  const names = ['DEMO-SERANG', 'DEMO-SERANG-SHORT', 'DEMO-SERANG-CITY-64'] as const;
  const found = new Map(names.map((name) => [name, new Set<string>()]));
  for (let after = new Map<string, string>(names.map((name) => [name, ''])); after.size > 0;) {
    const parts = [...after].map(
      (
        [name, cursor],
        index,
      ) => `a${String(index)}: quotaAllocation(id: "${allocationId(name as (typeof names)[number])}") {
        classes(first: 2 ${cursor && `after: "${cursor}"`}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    const { data, errors } = await agency.ask(`{ ${parts.join('\n')} }`);
    expect(errors).toBeUndefined();
    const next = new Map<string, string>();
    for (const [index, name] of [...after.keys()].entries()) {
      const { classes } = data?.[`a${String(index)}`] as {
        classes: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      for (const { id } of classes.nodes) found.get(name as (typeof names)[number])?.add(id);
      if (classes.pageInfo.hasNextPage) next.set(name, classes.pageInfo.endCursor);
    }
    after = next;
  }
  for (const name of names) {
    const rows = await agency.sql<{ id: string }>(
      `WITH RECURSIVE part AS (SELECT id FROM quota_allocation WHERE id = $1
         UNION ALL SELECT child.id FROM quota_allocation child JOIN part ON child.parent_id = part.id)
       SELECT training_class.id FROM training_class JOIN part ON part.id = allocation_id`,
      [allocationId(name)],
    );
    expect([...(found.get(name) ?? [])].sort()).toEqual(rows.map(({ id }) => id).sort());
  }
  expect(found.get('DEMO-SERANG')?.size).toBeGreaterThan(4);
});

describe('the ledger in the database', () => {
  const pool = randomUUID();
  const add = (parent: string | null, seats: number, ledger = '0, 0, 0, 0, 0') =>
    agency.sql(
      `INSERT INTO quota_allocation (id, parent_id, scope, preferred, seats, passed_on, reserved, filled, completed, certified, demo)
       VALUES ($1, $2, 'ALL_TRAINING', true, $3, ${ledger}, true)`,
      [parent === null ? pool : randomUUID(), parent, seats],
    );

  beforeAll(async () => {
    await add(null, 100);
    await add(pool, 60);
  });

  it.each([
    ['a part that exceeds what is left of its parent', () => add(pool, 41), 'children_within_parent'],
    [
      'fewer seats than were passed on',
      () => agency.sql('UPDATE quota_allocation SET seats = 59 WHERE id = $1', [pool]),
      'children_within_parent',
    ],
    [
      'more reserved and filled places than seats',
      () => agency.sql('UPDATE quota_allocation SET reserved = 1, filled = 100 WHERE id = $1', [pool]),
      'places_within_seats',
    ],
    [
      'a part without a ledger in a tree that keeps one',
      () => add(pool, 1, 'NULL, NULL, NULL, NULL, NULL'),
      undefined,
    ],
    [
      'another parent',
      () => agency.sql('UPDATE quota_allocation SET parent_id = NULL WHERE parent_id = $1', [pool]),
      undefined,
    ],
  ])('refuses %s', async (_, act, constraint) => {
    await expect(act()).rejects.toMatchObject({ code: '23514', ...(constraint ? { constraint } : {}) });
  });

  it('lets a part have what is left', async () => {
    await add(pool, 40);
    const [row] = await agency.sql('SELECT passed_on FROM quota_allocation WHERE id = $1', [pool]);
    expect(row).toEqual({ passed_on: 100 });
  });
});
