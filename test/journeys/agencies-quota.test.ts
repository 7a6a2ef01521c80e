import { allocationId } from '@simpul/schema/contract/ids';
import { type House, openHouse } from '../testkit/house';
import {
  type Answered,
  OF_ALLOCATION,
  type Row,
  type Seat,
  answer,
  countPlacements,
  countSeats,
  grouped,
  namesIn,
  paired,
  seatsOf,
  wrongPlacements,
  wronglyPublished,
} from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

describe('agencies 1: the 500 places of Kota Serang', () => {
  let reply: Answered;
  beforeAll(async () => {
    reply = await answer(house, 'agencies-01');
  });

  it('shows every recorded reading with its claim and source, without inventing a ledger', async () => {
    const readings = await house.agencies['training-center'].sql<Row & { claim_id: string | null }>(
      `SELECT id, scope, year, reading, condition, claim_id,
         (SELECT jsonb_build_object('seats', whole.seats, 'scope', whole.scope, 'region', jsonb_build_object('code', whole.region_code))
          FROM quota_allocation whole WHERE whole.id = quota_allocation.parent_id) AS parent,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'scope', scope, 'seats', seats, 'condition', condition)), '[]')
          FROM quota_allocation part WHERE part.parent_id = quota_allocation.id) AS children
       FROM quota_allocation WHERE NOT demo AND region_code = '36.73' AND seats = 500`,
    );
    const claims = await house.agencies.province.sql<Row & { id: string }>(
      `SELECT id, jsonb_build_object('value', value, 'unit', unit, 'period', period, 'status', 'CONTESTED',
         'source', jsonb_build_object('name', source_name)) AS told FROM claim WHERE subject = 'quota/36.73'`,
    );
    const told = new Map(claims.map((claim) => [claim.id, claim['told']]));
    const recorded = reply.list('quotaAllocations', 'nodes').filter((node) => node['demo'] === false);
    expect(recorded.map((node) => node['scope']).sort()).toEqual([
      'ALL_TRAINING',
      'OVERSEAS_DEPARTURE',
      'OVERSEAS_TRAINING',
    ]);
    for (const [node, { claim_id, ...reading }] of paired(recorded, readings, { id: 'id' })) {
      expect(reading['reading']).not.toBeNull();
      const unknown = { agreement: null, reserved: null, filled: null, remaining: null, byProgramme: null };
      const claim = expect.objectContaining(told.get(String(claim_id)) as Row) as unknown;
      expect(node).toEqual({ ...reading, ...unknown, claim, demo: false, seats: 500, preferred: false });
      expect(node['claim']).toMatchObject({
        value: expect.stringMatching(/^500\b/) as string,
        source: { name: expect.stringMatching(/^00[14]_.*\.txt$/) as string },
      });
    }
  });

  it('tells who gave which number, and prefers none', async () => {
    const claims = await house.agencies.province.sql<Row>(
      `SELECT value, unit, period, asserted_by AS "assertedBy", asserted_on::text AS "assertedOn",
         'CONTESTED' AS status, jsonb_build_object('name', source_name) AS source
       FROM claim WHERE subject = 'quota/36.73' AND predicate = 'seats' ORDER BY recorded`,
    );
    expect(new Set(claims.map(({ source }) => (source as Row)['name'])).size).toBeGreaterThan(1);
    expect(reply.at('figure').value).toEqual({ conflicting: true, preferred: null, all: claims });
  });

  it('asks for large allocations of the city only', async () => {
    const all = await house.agencies['training-center'].sql<{
      id: string;
      isLarge: boolean;
      isHere: boolean;
    }>(
      `SELECT id, coalesce(seats >= 400, false) AS "isLarge", coalesce(region_code = '36.73', false) AS "isHere" FROM quota_allocation`,
    );
    expect(new Set(all.map(({ isLarge, isHere }) => `${isLarge} ${isHere}`)).size).toBe(4);
    const wanted = all.filter(({ isLarge, isHere }) => isLarge && isHere);
    expect(paired(reply.list('quotaAllocations', 'nodes'), wanted, { id: 'id' })).toHaveLength(
      Number(reply.at('quotaAllocations', 'totalCount').value),
    );
  });

  it('stands them beside the demonstration ledger, filled by programme and district as its enrolments say', async () => {
    const ledgers = reply.list('quotaAllocations', 'nodes').filter((node) => node['demo'] === true);
    const scopes = ledgers.map((node) => node['scope']).sort();
    expect(scopes).toEqual(['ALL_TRAINING', 'OVERSEAS_TRAINING']);
    for (const ledger of ledgers) {
      const seats = await seatsOf(house, OF_ALLOCATION, [ledger['id']]);
      const { reserved, filled } = countSeats(seats);
      expect(ledger).toMatchObject({ seats: 500, reserved, filled, remaining: 500 - reserved - filled });
      await expectFill(ledger['byProgramme'] as Row[], seats);
    }
  });

  async function expectFill(told: readonly Row[], seats: readonly Seat[]): Promise<void> {
    const programmes = [...grouped(seats, 'programme')].map(([code, rows]) => ({ code, rows }));
    const names = await namesIn(house.agencies['training-center'], 'programme', 'code');
    for (const [fill, { code, rows }] of paired(told, programmes, { code: 'programme.code' })) {
      const { seats: ofClasses, reserved, filled } = countSeats(rows);
      const programme = { code, name: names.get(code) };
      expect(fill).toMatchObject({ programme, seats: ofClasses, reserved, filled });
      const held = rows.filter(({ stage }) => stage !== null && stage !== 'DROPPED');
      await expectDistricts(fill['byDistrict'] as Row[], held);
    }
    expect(new Set(seats.map(({ district }) => district)).size).toBeGreaterThan(5);
  }

  async function expectDistricts(told: readonly Row[], seats: readonly Seat[]): Promise<void> {
    if (seats.length === 0) {
      expect(told).toEqual([]);
      return;
    }
    const districts = [...grouped(seats, 'district')].map(([code, rows]) => ({ code, ...countSeats(rows) }));
    const names = await namesIn(house.agencies.province, 'region', 'code');
    const pairs = paired(told, districts, { code: 'region.code' });
    for (const column of ['reserved', 'filled'] as const) {
      const counts = pairs.map(([row, real]) => ({ lines: [''], real: real[column], count: row[column] }));
      expect(wronglyPublished(counts)).toEqual([]);
    }
    for (const [row, { code, completed }] of pairs) {
      expect(row['region']).toEqual({ code, name: names.get(code) });
      // Those who completed are a part of those who filled a seat, and what hides one of the counts marks the row.
      if (row['reserved'] === null || row['filled'] === null) expect(row['suppressed']).toBe(true);
      if (completed > 0 && completed < 5) expect(row['suppressed']).toBe(true);
      if (
        pairs.every(([, real]) => real.completed === 0) &&
        row['filled'] !== null &&
        row['reserved'] !== null
      )
        expect(row['suppressed']).toBe(false);
    }
  }
});

describe('agencies 2: what became of the 64 seats', () => {
  let nodes: Row[];
  let demo: Row;
  beforeAll(async () => {
    nodes = (await answer(house, 'agencies-02')).list('quotaAllocations', 'nodes');
    demo = nodes.find((node) => node['demo'] === true) ?? {};
  });

  it('keeps apart what was announced and the demonstration ledger', async () => {
    const places = await house.agencies['training-center'].sql<{ id: string }>(
      `SELECT id FROM quota_allocation WHERE region_code = '36.73' AND scope = 'CITY_CLASSES'`,
    );
    expect(paired(nodes, places, { id: 'id' })).toHaveLength(2);
    expect(nodes.find((node) => node['id'] === allocationId('CITY-64'))).toMatchObject({
      ...{ demo: false, seats: 64, reserved: null, filled: null, completed: null, certified: null },
      ...{ remaining: null, nominationSummary: null, placementSummary: null, classes: { nodes: [] } },
    });
    const elsewhere = await answer(house, 'agencies-02', { city: '36.72' });
    expect(elsewhere.list('quotaAllocations', 'nodes')).toEqual([]);
  });

  it('counts the seats by the enrolments of its classes', async () => {
    const seats = await seatsOf(house, OF_ALLOCATION, [demo['id']]);
    const { reserved, filled, completed, certified } = countSeats(seats);
    expect(certified).toBeGreaterThan(0);
    expect(demo).toMatchObject({ seats: 64, reserved, filled, completed, certified, claim: null });
    expect(demo['remaining']).toBe(64 - reserved - filled);
    const classes = [...grouped(seats, 'class_name')].map(([name, rows]) => ({ name, rows }));
    const told = (demo['classes'] as { nodes: Row[] }).nodes;
    for (const [node, { rows }] of paired(told, classes, { name: 'name' })) {
      const counts = countSeats(rows);
      expect(node).toMatchObject({
        ...{ seats: rows[0]?.class_seats, status: rows[0]?.class_status },
        programme: { code: rows[0]?.programme },
        seatsTaken: counts.reserved + counts.filled,
        trainingSummary: {
          enrolled: counts.filled + counts.dropped,
          completed: counts.completed,
          dropped: counts.dropped,
          certified: counts.certified,
        },
      });
      const placed = await countPlacements(house, 'training_class_id = $1', [rows[0]?.class_id]);
      expect(wrongPlacements(cellsOf(node['placementSummary']), placed)).toEqual([]);
    }
  });

  it('counts who was nominated for them and what they did later', async () => {
    const nominations = await house.agencies['labor-office'].sql<Row>(
      'SELECT status, follow_up FROM nomination WHERE allocation_id = $1',
      [demo['id']],
    );
    const summary = demo['nominationSummary'] as { total: number; byStatus: Row[]; byFollowUp: Row[] };
    expect(nominations.length).toBeGreaterThan(0);
    expect(summary.total).toBe(nominations.length);
    const kinds = {
      status: ['PROPOSED', 'ACCEPTED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN'],
      follow_up: ['WORKING', 'SELF_EMPLOYED', 'SEEKING', 'STUDYING', 'UNREACHABLE'],
    };
    const count = (column: keyof typeof kinds): { kind: string; real: number }[] =>
      kinds[column].map((kind) => ({ kind, real: nominations.filter((row) => row[column] === kind).length }));
    const pairs = [
      paired(summary.byStatus, count('status'), { kind: 'status' }),
      paired(summary.byFollowUp, count('follow_up'), { kind: 'outcome' }),
    ];
    for (const parts of pairs) {
      expect(parts.some(([, { real }]) => real > 0)).toBe(true);
      const counts = parts.map(([part, { real }]) => ({ lines: [''], real, count: part['count'] }));
      expect(wronglyPublished(counts)).toEqual([]);
      for (const [part] of parts) expect(part['suppressed']).toBe(part['count'] === null);
    }
  });

  it('counts who of them is placed, and how', async () => {
    const placed = await countPlacements(house, 'allocation_id = $1', [demo['id']]);
    expect(placed.length).toBeGreaterThan(0);
    expect(wrongPlacements(cellsOf(demo['placementSummary']), placed)).toEqual([]);
  });

  function cellsOf(summary: unknown): Row[] {
    return (summary as { bySchemeAndChannel: Row[] }).bySchemeAndChannel;
  }
});
