import { type House, openHouse } from '../testkit/house';
import { OF_ALLOCATION, type Row, answer, countSeats, namesIn, seatsOf } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

interface Place {
  readonly id: string;
  readonly parent: string | null;
  readonly scope: string;
  readonly demo: boolean;
  readonly seats: number | null;
  readonly reading: string | null;
  readonly condition: string | null;
  readonly region: string | null;
  readonly claim: string | null;
}

describe('reporting 3: the pool of 3,000', () => {
  let places: Place[];
  let nodes: Row[];
  let claims: Map<string | null, Row>;
  let regions: Map<unknown, string>;
  beforeAll(async () => {
    nodes = (await answer(house, 'reporting-03')).list('quotaAllocations', 'nodes');
    places = await house.agencies['training-center'].sql<Place>(
      `SELECT id, parent_id AS parent, scope, demo, seats, reading, condition, region_code AS region, claim_id AS claim
       FROM quota_allocation ORDER BY seats DESC NULLS LAST, id`,
    );
    const said = await house.agencies.province.sql<{ id: string; told: Row }>(
      `SELECT id, jsonb_build_object('value', value, 'unit', unit, 'source', jsonb_build_object('name', source_name)) AS told FROM claim`,
    );
    claims = new Map(said.map(({ id, told }) => [id, told]));
    regions = await namesIn(house.agencies.province, 'region', 'code');
  });

  const isRoot = ({ parent }: Place): boolean => parent === null;
  const isAbroad = ({ scope }: Place): boolean => scope === 'OVERSEAS_TRAINING';

  /** A place with what became of its seats; null where no source splits it and no ledger counts. */
  async function fillOf({ id, demo, seats, region }: Place): Promise<Row> {
    const place = { seats, region: region === null ? null : { code: region, name: regions.get(region) } };
    if (!demo) return { ...place, reserved: null, filled: null, remaining: null };
    const { reserved, filled } = countSeats(await seatsOf(house, OF_ALLOCATION, [id]));
    return { ...place, reserved, filled, remaining: Number(seats) - reserved - filled };
  }

  it('is asked for by its scope and as a whole only', () => {
    expect(new Set(places.map((place) => `${isRoot(place)} ${isAbroad(place)}`)).size).toBe(4);
    const pools = places.filter((place) => isRoot(place) && isAbroad(place));
    expect(nodes.map(({ id }) => id).sort()).toEqual(pools.map(({ id }) => id).sort());
    expect(pools.map(({ demo, seats }) => `${demo} ${String(seats)}`).sort()).toEqual([
      'false 3000',
      'true 3000',
    ]);
  });

  it('shows its slices with what their enrolments fill, and null where no source splits it', async () => {
    let seats = 0;
    for (const place of places.filter((one) => isRoot(one) && isAbroad(one))) {
      const { id, demo, reading, condition, claim } = place;
      const children: Row[] = [];
      for (const slice of places.filter(({ parent }) => parent === id)) {
        const parts: Row[] = [];
        for (const part of places.filter(({ parent }) => parent === slice.id)) {
          const { unit: _unit, ...told } = claims.get(part.claim) ?? {};
          const partClaim = part.claim === null ? null : told;
          parts.push({ ...(await fillOf(part)), reading: part.reading, claim: partClaim });
        }
        children.push({ ...(await fillOf(slice)), children: expect.arrayContaining(parts) as Row[] });
      }
      const { region: _region, ...fill } = await fillOf(place);
      const node = nodes.find((one) => one['id'] === id);
      expect(node).toEqual({
        ...{ id, demo, reading, condition, ...fill, claim: claims.get(claim) ?? null },
        children: expect.arrayContaining(children) as Row[],
      });
      const slices = node?.['children'] as { region: Row; children: Row[] }[];
      expect(slices.map(({ region }) => region['code']).sort()).toEqual(['16', '18', '36', '61']);
      for (const { region, children: told } of slices)
        expect(told).toHaveLength(region['code'] === '36' ? (demo ? 2 : 1) : 0);
      seats += Number(fill['filled']);
    }
    expect(seats).toBeGreaterThan(0);
  });
});
