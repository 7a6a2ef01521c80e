import { agreementId, allocationId } from '@simpul/schema/contract/ids';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, byKey, grouped, wronglyPublished } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

/** Seats of enrolments below an allocation, counted from the enrolments themselves. */
async function recountFill(
  allocation: string,
): Promise<{ programme: string; district: string | null; reserved: number; filled: number }[]> {
  return house.agencies['training-center'].sql(
    `WITH RECURSIVE below AS (
       SELECT id FROM quota_allocation WHERE id = $1
       UNION ALL SELECT child.id FROM quota_allocation child JOIN below ON child.parent_id = below.id)
     SELECT programme.code AS programme, enrolment.district_code AS district,
       count(*) FILTER (WHERE enrolment.stage = 'RESERVED')::int AS reserved,
       count(*) FILTER (WHERE enrolment.stage IN ('ENROLLED', 'COMPLETED'))::int AS filled
     FROM training_class JOIN programme ON programme.id = training_class.programme_id
     JOIN enrolment ON enrolment.class_id = training_class.id
     WHERE training_class.allocation_id IN (SELECT id FROM below)
     GROUP BY 1, 2`,
    [allocation],
  );
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

describe('agencies 1: the 500 places of Kota Serang', () => {
  it('shows every recorded reading with its claim and source, without inventing a ledger', async () => {
    const reply = await answer(house, 'agencies-01');
    const recorded = reply.list('quotaAllocations', 'nodes').filter((node) => node['demo'] === false);
    const scopes = recorded.map((node) => node['scope']).sort();
    expect(scopes).toEqual(['ALL_TRAINING', 'OVERSEAS_DEPARTURE', 'OVERSEAS_TRAINING']);
    for (const node of recorded) {
      expect(node).toMatchObject({
        seats: 500,
        reserved: null,
        filled: null,
        remaining: null,
        preferred: false,
      });
      expect(node['reading']).not.toBeNull();
      expect(node['claim']).toMatchObject({
        value: expect.stringMatching(/^500\b/) as string,
        source: { name: expect.stringMatching(/^00[14]_.*\.txt$/) as string },
      });
    }
    const figure = reply.at('figure');
    expect(figure.at('conflicting').value).toBe(true);
    expect(figure.at('preferred').value).toBeNull();
    expect(new Set(figure.list('all').map((claim) => (claim['source'] as Row)['name'])).size).toBeGreaterThan(
      1,
    );
  });

  it('stands them beside the demonstration ledger, filled by programme and district as its enrolments say', async () => {
    const reply = await answer(house, 'agencies-01');
    const ledgers = reply.list('quotaAllocations', 'nodes').filter((node) => node['demo'] === true);
    expect(ledgers.length).toBeGreaterThan(0);
    for (const ledger of ledgers) {
      const counted = await recountFill(String(ledger['id']));
      expect(ledger).toMatchObject({ reserved: sum(counted, 'reserved'), filled: sum(counted, 'filled') });
      const byProgramme = grouped(counted, 'programme');
      for (const fill of ledger['byProgramme'] as Row[]) {
        const ofProgramme = byProgramme.get(String((fill['programme'] as Row)['code'])) ?? [];
        expect(fill).toMatchObject({
          reserved: sum(ofProgramme, 'reserved'),
          filled: sum(ofProgramme, 'filled'),
        });
        const districts = (fill['byDistrict'] as Row[]).flatMap((district) => {
          const code = (district['region'] as Row | null)?.['code'] ?? null;
          const truth = ofProgramme.find((row) => row.district === code);
          return (['reserved', 'filled'] as const).map((column) => {
            if (district[column] === null) expect(district['suppressed']).toBe(true);
            return { line: column, real: truth?.[column] ?? 0, count: district[column] };
          });
        });
        expect(wronglyPublished(districts)).toEqual([]);
      }
    }
  });
});

it('agencies 2: what became of the 64 seats, followed through four agencies', async () => {
  const nodes = (await answer(house, 'agencies-02')).list('quotaAllocations', 'nodes');
  const recorded = nodes.find((node) => node['id'] === allocationId('CITY-64'));
  expect(recorded).toMatchObject({ demo: false, seats: 64, filled: null, completed: null });
  const demo = nodes.find((node) => node['demo'] === true);
  if (!demo) throw new Error('There is no demonstration ledger of the 64 seats.');
  const classes = await house.agencies['training-center'].sql<{ id: string; name: string }>(
    'SELECT id, name FROM training_class WHERE allocation_id = $1',
    [demo['id']],
  );
  const ids = classes.map(({ id }) => id);
  const enrolments = await house.agencies['training-center'].sql<{ stage: string; person_id: string }>(
    'SELECT stage, person_id FROM enrolment WHERE class_id = ANY ($1)',
    [ids],
  );
  const certified = await house.agencies['training-center'].sql(
    `SELECT DISTINCT enrolment_id FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE class_id = ANY ($1) AND revoked_on IS NULL`,
    [ids],
  );
  expect(demo).toMatchObject({
    seats: 64,
    reserved: enrolments.filter(({ stage }) => stage === 'RESERVED').length,
    filled: enrolments.filter(({ stage }) => ['ENROLLED', 'COMPLETED'].includes(stage)).length,
    completed: enrolments.filter(({ stage }) => stage === 'COMPLETED').length,
    certified: certified.length,
  });
  const nominations = await house.agencies['labor-office'].sql<{ status: string; follow_up: string | null }>(
    'SELECT status, follow_up FROM nomination WHERE allocation_id = $1',
    [demo['id']],
  );
  const summary = demo['nominationSummary'] as { total: number; byStatus: Row[]; byFollowUp: Row[] };
  expect(summary.total).toBe(nominations.length);
  const counts = [
    ...summary.byStatus.map(({ status, count }) => {
      return { line: 'status', real: nominations.filter((row) => row.status === status).length, count };
    }),
    ...summary.byFollowUp.map(({ outcome, count }) => {
      return {
        line: 'follow-up',
        real: nominations.filter((row) => row.follow_up === outcome).length,
        count,
      };
    }),
  ];
  expect(wronglyPublished(counts)).toEqual([]);
  const placements = await house.agencies.employers.sql<{
    scheme: string;
    channel: string | null;
    n: number;
  }>('SELECT scheme, channel, count(*)::int AS n FROM placement WHERE allocation_id = $1 GROUP BY 1, 2', [
    demo['id'],
  ]);
  const counted = (demo['placementSummary'] as { bySchemeAndChannel: Row[] }).bySchemeAndChannel;
  expect(counted).toHaveLength(placements.length);
  const placed = counted.map((cell) => {
    const truth = placements.find((row) => row.scheme === cell['scheme'] && row.channel === cell['channel']);
    return { line: 'placed', real: truth?.n ?? 0, count: cell['placed'] };
  });
  expect(wronglyPublished(placed)).toEqual([]);
  expect((demo['classes'] as { nodes: Row[] }).nodes.map((node) => node['name']).sort()).toEqual(
    classes.map(({ name }) => name).sort(),
  );
});

it('reporting 3: the pool of 3,000 shows its slices, and null where no source splits it', async () => {
  const nodes = (await answer(house, 'reporting-03')).list('quotaAllocations', 'nodes');
  const recorded = nodes.find((node) => node['demo'] === false && node['seats'] === 3000);
  expect(recorded).toMatchObject({ reserved: null, filled: null, remaining: null });
  const provinces = (recorded?.['children'] ?? []) as {
    region: Row;
    seats: number | null;
    children: Row[];
  }[];
  expect(provinces.map(({ region }) => region['code']).sort()).toEqual(['16', '18', '36', '61']);
  expect(provinces.every(({ seats }) => seats === null)).toBe(true);
  const slice = provinces.find(({ region }) => region['code'] === '36')?.children;
  expect(slice).toEqual([expect.objectContaining({ seats: 500, filled: null })]);
  for (const ledger of nodes.filter((node) => node['demo'] === true)) {
    const fill = await recountFill(await demoPool());
    expect(ledger).toMatchObject({ reserved: sum(fill, 'reserved'), filled: sum(fill, 'filled') });
    expect(ledger['remaining']).toBe(Number(ledger['seats']) - sum(fill, 'reserved') - sum(fill, 'filled'));
  }
});

async function demoPool(): Promise<string> {
  const [pool] = await house.agencies['training-center'].sql<{ id: string }>(
    `SELECT id FROM quota_allocation WHERE demo AND parent_id IS NULL AND scope = 'OVERSEAS_TRAINING'`,
  );
  if (!pool) throw new Error('There is no demonstration pool.');
  return pool.id;
}

it('agencies 12: what stands under the demonstration follow-up of A3', async () => {
  const agreement = agreementId('D2');
  const reply = (await answer(house, 'agencies-12', { agreement })).at('agreement');
  const open = await house.agencies['training-center'].sql<{
    name: string;
    seats: number;
    seats_taken: number;
  }>(
    `SELECT name, seats, seats_taken FROM training_class WHERE agreement_id = $1 AND status IN ('PLANNED', 'OPEN', 'RUNNING')`,
    [agreement],
  );
  expect(reply.at('classes', 'totalCount').value).toBe(open.length);
  const shownClasses = byKey(reply.list('classes', 'nodes'), 'name');
  for (const { name, seats, seats_taken } of open)
    expect(shownClasses.get(name)).toMatchObject({ seats, seatsTaken: seats_taken });
  const [grants] = await house.agencies.province.sql<{ n: number }>(
    'SELECT count(*)::int AS n FROM data_grant WHERE agreement_id = $1',
    [agreement],
  );
  expect(reply.list('grants')).toHaveLength(grants?.n ?? -1);
  const [nominated] = await house.agencies['labor-office'].sql<{ n: number }>(
    'SELECT count(*)::int AS n FROM nomination WHERE agreement_id = $1',
    [agreement],
  );
  expect(reply.at('nominationSummary', 'total').value).toBe(nominated?.n);
});
