import { type House, openHouse } from '../testkit/house';
import {
  type Row,
  answer,
  countPlacements,
  countSeats,
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

describe('reporting 4: cost and graduates', () => {
  const WITHIN = 'class.ends_on BETWEEN $1 AND $2';
  const ALL: [string, string] = ['2025-07-01', '2026-12-31'];
  /** Some classes end and some placements start after it. */
  const EARLY: [string, string] = ['2025-07-01', '2026-03-31'];

  // What a class is meant to cost is not spent before it begins, nor if it never does.
  beforeAll(async () => {
    const unspent = await house.agencies['training-center'].sql<{ status: string }>(
      `UPDATE training_class class SET cost = 1000000 WHERE status IN ('PLANNED', 'CANCELLED') AND ${WITHIN} RETURNING status`,
      ALL,
    );
    expect(new Set(unspent.map(({ status }) => status)).size).toBe(2);
  });

  /** Rupiah spent on the classes that were held, by a column of the class; null where none is known. */
  async function costs(
    column: string,
    dates: readonly string[],
  ): Promise<Map<unknown, { amount: number; currency: string } | null>> {
    const rows = await house.agencies['training-center'].sql<{ key: unknown; cost: number | null }>(
      `SELECT ${column} AS key, sum(cost) FILTER (WHERE status NOT IN ('PLANNED', 'CANCELLED'))::float AS cost
       FROM training_class class JOIN programme ON programme.id = programme_id WHERE ${WITHIN} GROUP BY 1`,
      [...dates],
    );
    return new Map(
      rows.map(({ key, cost }) => [key, cost === null ? null : { amount: cost, currency: 'IDR' }]),
    );
  }

  it.each([ALL, EARLY])('by funding, from %s to %s', async (from, to) => {
    const dates = [from, to];
    const cells = (await answer(house, 'reporting-04', { from, to })).list('trainingSummary');
    const fundings = await house.agencies['training-center'].sql<{ funding: string | null }>(
      `SELECT DISTINCT funding FROM training_class class WHERE ${WITHIN} AND status <> 'CANCELLED'`,
      dates,
    );
    const spent = await costs('class.funding', dates);
    const truth: (Row & ReturnType<typeof countSeats>)[] = [];
    for (const { funding } of fundings) {
      const ofFunding = `${WITHIN} AND class.funding IS NOT DISTINCT FROM $3`;
      truth.push({ funding, ...countSeats(await seatsOf(house, ofFunding, [...dates, funding])) });
    }
    const pairs = paired(cells, truth, { funding: 'funding' });
    for (const column of ['completed', 'certified'] as const) {
      const counts = pairs.map(([cell, real]) => ({ lines: [''], real: real[column], count: cell[column] }));
      expect(wronglyPublished(counts)).toEqual([]);
      expect(truth.some((real) => real[column] > 4)).toBe(true);
    }
    for (const [cell, { funding, classes }] of pairs)
      expect(cell).toMatchObject({ classes, cost: spent.get(funding) ?? null, suppressed: false });
    expect(truth.every(({ enrolled }) => enrolled > 4)).toBe(true);
    expect([...spent.values()].some((cost) => cost !== null)).toBe(true);
    if (to === EARLY[1]) {
      const later = await seatsOf(house, 'class.ends_on > $1', [to]);
      expect(countSeats(later).completed).toBeGreaterThan(0);
    }
  });

  it.each([ALL, EARLY])(
    'by programme, with the placements of its graduates, from %s to %s',
    async (from, to) => {
      const dates = [from, to];
      const nodes = (await answer(house, 'reporting-04', { from, to })).list('programmes', 'nodes');
      const programmes = await house.agencies['training-center'].sql<Row & { id: string; code: string }>(
        'SELECT id, code, name, funding FROM programme',
      );
      const spent = await costs('programme.id', dates);
      let [graduates, placed, late] = [0, 0, 0];
      for (const [node, { id, ...programme }] of paired(nodes, programmes, { code: 'code' })) {
        expect(node).toMatchObject(programme);
        const { completed, certified } = countSeats(
          await seatsOf(house, `${WITHIN} AND class.programme_id = $3`, [...dates, id]),
        );
        expect(node['trainingSummary']).toEqual({ completed, certified, cost: spent.get(id) ?? null });
        const placements = await countPlacements(house, 'programme_id = $3 AND starts_on BETWEEN $1 AND $2', [
          ...dates,
          id,
        ]);
        const { bySchemeAndChannel } = node['placementSummary'] as { bySchemeAndChannel: Row[] };
        expect(wrongPlacements(bySchemeAndChannel, placements)).toEqual([]);
        const after = await countPlacements(house, 'programme_id = $1 AND starts_on > $2', [id, to]);
        const sum = (rows: typeof after): number => rows.reduce((total, row) => total + row.placed, 0);
        [graduates, placed, late] = [graduates + completed, placed + sum(placements), late + sum(after)];
      }
      expect(Math.min(graduates, placed)).toBeGreaterThan(0);
      expect(late > 0).toBe(to === EARLY[1]);
    },
  );
});
