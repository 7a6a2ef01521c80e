import { agreementId } from '@simpul/schema/contract/ids';
import { type House, openHouse } from '../testkit/house';
import {
  type Answered,
  type Row,
  answer,
  countPlacements,
  countSeats,
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

const STATUSES = ['PROPOSED', 'ACCEPTED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN'];

/** Expects the nominations under an agreement; how many there are. */
async function expectNominations(summary: unknown, agreement: unknown): Promise<number> {
  const nominations = await house.agencies['labor-office'].sql<{ status: string }>(
    'SELECT status FROM nomination WHERE agreement_id = $1',
    [agreement],
  );
  const { total, byStatus } = summary as { total: number; byStatus: Row[] };
  expect(total).toBe(nominations.length);
  const kinds = STATUSES.map((kind) => ({
    kind,
    n: nominations.filter(({ status }) => status === kind).length,
  }));
  const counts = paired(byStatus, kinds, { kind: 'status' }).map(([part, { n }]) => {
    expect(part['suppressed']).toBe(part['count'] === null);
    return { lines: [''], real: n, count: part['count'] };
  });
  expect(wronglyPublished(counts)).toEqual([]);
  return total;
}

function cellsOf(summary: unknown): Row[] {
  return (summary as { bySchemeAndChannel: Row[] } | null)?.bySchemeAndChannel ?? [];
}

it('reporting 2: the funnel of every agreement', async () => {
  const nodes = (await answer(house, 'reporting-02')).list('agreements', 'nodes');
  const agreements = await house.agencies.province.sql<{
    id: string;
    title: string;
    status: string;
    demo: boolean;
  }>('SELECT id, title, status, demo FROM agreement');
  let [nominated, certified, placed] = [0, 0, 0];
  for (const [node, { id, title, status, demo }] of paired(nodes, agreements, { id: 'id' })) {
    expect(node).toMatchObject({ title, status });
    const placements = await countPlacements(house, 'agreement_id = $1', [id]);
    expect(node['placementSummary'] === null).toBe(placements.length === 0);
    expect(wrongPlacements(cellsOf(node['placementSummary']), placements)).toEqual([]);
    // Null where nothing is recorded: 0 would be an invented figure.
    if (!demo) {
      expect(node).toMatchObject({ nominationSummary: null, trainingSummary: null, placementSummary: null });
      continue;
    }
    nominated += await expectNominations(node['nominationSummary'], id);
    const counts = countSeats(await seatsOf(house, 'class.agreement_id = $1', [id]));
    const { classes, seats, enrolled, completed } = counts;
    expect(node['trainingSummary']).toEqual({
      ...{ classes, seats, enrolled, completed, certified: counts.certified },
      asOf: expect.any(String) as string,
    });
    certified += counts.certified;
    placed += placements.reduce((sum, one) => sum + one.keptAt3Months, 0);
  }
  expect(Math.min(nominated, certified, placed)).toBeGreaterThan(0);
});

it('reporting 11: agreements without class, seat or placement six months after signing', async () => {
  const signedTo = '2025-12-15';
  const reply = (await answer(house, 'reporting-11', { signedTo })).at('agreements');
  const agreements = await house.agencies.province.sql<Row & { id: string; signedOn: string | null }>(
    `SELECT id, title, status, signed_on::text AS "signedOn",
       (SELECT jsonb_agg(jsonb_build_object('name', source ->> 'name')) FROM jsonb_array_elements(sources) source) AS sources
     FROM agreement`,
  );
  const active = new Set<string>();
  for (const { agreement_id } of await house.agencies['training-center'].sql<{ agreement_id: string }>(
    "SELECT DISTINCT agreement_id FROM training_class WHERE status <> 'CANCELLED'",
  ))
    active.add(agreement_id);
  for (const { agreement_id } of await house.agencies.employers.sql<{ agreement_id: string }>(
    'SELECT DISTINCT agreement_id FROM placement',
  ))
    active.add(agreement_id);
  const isDue = ({ signedOn }: { signedOn: string | null }): boolean =>
    signedOn !== null && signedOn <= signedTo;
  const kinds = agreements.map((one) => `${isDue(one)} ${active.has(one.id)}`);
  expect(new Set(kinds).size).toBe(4);
  const expected = agreements.filter((one) => isDue(one) && !active.has(one.id));
  expect(expected.map(({ id }) => id).sort()).toEqual(
    [agreementId('A2'), agreementId('A3'), agreementId('A4')].sort(),
  );
  expect(reply.at('totalCount').value).toBe(expected.length);
  expect(reply.at('asOf').value).not.toBeNull();
  for (const [node, agreement] of paired(reply.list('nodes'), expected, { id: 'id' }))
    expect(node).toEqual({
      ...agreement,
      activity: null,
      classes: { totalCount: 0 },
      placementSummary: null,
    });
  const earlier = (await answer(house, 'reporting-11', { signedTo: '2025-09-30' })).at('agreements');
  expect(earlier.list('nodes').map(({ id }) => id)).toEqual([agreementId('A3')]);
});

describe('agencies 12: what stands under the demonstration follow-up of A3', () => {
  const agreement = agreementId('D2');
  let told: Answered;
  let reply: Row;
  beforeAll(async () => {
    told = await answer(house, 'agencies-12', { agreement });
    reply = told.at('agreement').value as Row;
  });

  it('grants, as they are today', async () => {
    const organizations = await namesIn(house.agencies.province, 'organization');
    const grants = await house.agencies.province.sql<Row>(
      `SELECT provider_id, recipient_id, categories, purposes, jsonb_build_object('fields', fields) AS scope, valid_to::text AS "validTo",
         revoked_at IS NULL AND valid_from <= '2026-06-15' AND coalesce(valid_to, '2026-06-15') >= '2026-06-15' AS "inForce"
       FROM data_grant WHERE agreement_id = $1`,
      [agreement],
    );
    const expected = grants.map(({ provider_id, recipient_id, ...grant }) => ({
      ...grant,
      provider: { name: organizations.get(provider_id) },
      recipient: { name: organizations.get(recipient_id) },
    }));
    expect(new Set(grants.map(({ inForce }) => inForce)).size).toBe(2);
    expect(reply['grants']).toHaveLength(expected.length);
    expect(reply['grants']).toEqual(expect.arrayContaining(expected));
  });

  it('places and classes', async () => {
    const [stored] = await house.agencies.province.sql<Row>(
      `SELECT title, status, expires_on::text AS "expiresOn",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('title', title, 'status', status)), '[]') FROM agreement below WHERE below.follows_up_id = agreement.id) AS "followUps"
       FROM agreement WHERE id = $1`,
      [agreement],
    );
    expect(stored).toBeDefined();
    expect(reply).toMatchObject({ ...stored });
    const regions = await namesIn(house.agencies.province, 'region', 'code');
    const places = await house.agencies['training-center'].sql<Row>(
      `SELECT seats, reserved, filled, seats - reserved - filled AS remaining, region_code FROM quota_allocation WHERE agreement_id = $1`,
      [agreement],
    );
    const allocations = places.map(({ region_code, ...place }) => ({
      ...place,
      region: { name: regions.get(region_code) },
    }));
    expect(reply['allocations']).toHaveLength(allocations.length);
    expect(reply['allocations']).toEqual(expect.arrayContaining(allocations));
    const classes = await house.agencies['training-center'].sql<Row & { status: string }>(
      `SELECT class.name, class.status, starts_on::text AS "startsOn", ends_on::text AS "endsOn", seats, jsonb_build_object('name', programme.name) AS programme,
         (SELECT count(*)::int FROM enrolment WHERE class_id = class.id AND stage IN ('RESERVED', 'ENROLLED', 'COMPLETED')) AS "seatsTaken"
       FROM training_class class JOIN programme ON programme.id = programme_id WHERE agreement_id = $1`,
      [agreement],
    );
    const open = classes.filter(({ status }) => ['PLANNED', 'OPEN', 'RUNNING'].includes(status));
    expect(open.length).toBeLessThan(classes.length);
    const unfinished = told.at('lapseOf', 'classes');
    expect(unfinished.at('totalCount').value).toBe(open.length);
    for (const [node, row] of paired(unfinished.list('nodes'), open, { name: 'name' }))
      expect(node).toEqual(row);
  });

  it('and people, counted', async () => {
    expect(await expectNominations(reply['nominationSummary'], agreement)).toBeGreaterThan(0);
    const { classes, seats, reserved, enrolled } = countSeats(
      await seatsOf(house, 'class.agreement_id = $1', [agreement]),
    );
    expect(Math.min(reserved, enrolled)).toBeGreaterThan(0);
    expect(reply['trainingSummary']).toEqual({ classes, seats, reserved, enrolled });
    const placements = await countPlacements(house, 'agreement_id = $1', [agreement]);
    expect(placements.some(({ active, placed }) => active < placed)).toBe(true);
    expect(wrongPlacements(cellsOf(reply['placementSummary']), placements)).toEqual([]);
  });
});
