import { agreementId, organizationId } from '@simpul/schema/contract/ids';
import { TODAY } from '../testkit/agency';
import { type House, openHouse } from '../testkit/house';
import { type Row, answer, byKey, wronglyPublished } from '../testkit/question';

let house: House;
beforeAll(async () => {
  house = await openHouse(8);
});
afterAll(() => house.close());

it('agencies 4: what expires within 90 days, and apart from it what has no recorded expiry', async () => {
  const reply = await answer(house, 'agencies-04');
  const soon = await house.agencies.province.sql<{ id: string }>(
    'SELECT id FROM agreement WHERE expires_on BETWEEN $1::date AND $1::date + 90 ORDER BY expires_on',
    [TODAY],
  );
  const unknown = await house.agencies.province.sql<{ id: string }>(
    'SELECT id FROM agreement WHERE expires_on IS NULL',
  );
  expect(soon.length).toBeGreaterThan(0);
  expect(reply.list('soon', 'nodes').map(({ id }) => id)).toEqual(soon.map(({ id }) => id));
  const open = byKey(reply.list('unknown', 'nodes'), 'id');
  expect([...open.keys()].sort()).toEqual(unknown.map(({ id }) => id).sort());
  for (const slug of ['A1', 'A2', 'A3', 'A4', 'A5'] as const) expect(open.has(agreementId(slug))).toBe(true);
  expect(open.get(agreementId('A1'))).toMatchObject({
    status: 'PLANNED',
    signedOn: null,
    plannedSigningOn: '2025-10-30',
  });
  expect(open.get(agreementId('A2'))).toMatchObject({ status: 'SIGNED', signedOn: '2025-12-15' });
  expect((open.get(agreementId('A2'))?.['sources'] as Row[]).map(({ name }) => name)).toContain(
    '004_388bf4e4bb9d5bf0.txt',
  );
});

it('agencies 5: grants in force for BBPVP with clause and dates, and the consents of a person', async () => {
  const [person] = await house.agencies['labor-office'].sql<{ person_id: string }>(
    `SELECT person_id FROM consent WHERE withdrawn_at IS NULL AND (valid_until IS NULL OR valid_until >= $1) ORDER BY id LIMIT 1`,
    [TODAY],
  );
  const reply = await answer(house, 'agencies-05', {
    recipient: organizationId('bbpvp-serang'),
    person: person?.person_id,
  });
  const grants = reply.list('dataGrants', 'nodes');
  expect(grants.length).toBeGreaterThan(0);
  for (const grant of grants)
    expect(grant).toMatchObject({
      inForce: true,
      agreement: { status: 'IN_FORCE' },
      clause: { kind: 'DATA_SHARING' },
    });
  const truth = await house.agencies['labor-office'].sql<{ purpose: string }>(
    `SELECT purpose FROM consent WHERE person_id = $1 AND withdrawn_at IS NULL AND (valid_until IS NULL OR valid_until >= $2)`,
    [person?.person_id, TODAY],
  );
  expect(
    reply
      .list('person', 'consents')
      .map(({ purpose }) => purpose)
      .sort(),
  ).toEqual(truth.map(({ purpose }) => purpose).sort());
});

it('reporting 5: figures that conflict, each claim with its speaker and source, none preferred', async () => {
  const nodes = (await answer(house, 'reporting-05')).list('figures', 'nodes');
  const truth = await house.agencies.province.sql<{ subject: string; predicate: string; n: number }>(
    `SELECT subject, predicate, count(*)::int AS n FROM claim WHERE retracted_at IS NULL GROUP BY 1, 2 HAVING count(DISTINCT value) > 1`,
  );
  const keys = (rows: readonly Row[]): string[] =>
    rows.map(({ subject, predicate }) => `${String(subject)} ${String(predicate)}`).sort();
  expect(keys(nodes)).toEqual(keys(truth));
  for (const node of nodes) {
    expect(node).toMatchObject({ conflicting: true, preferred: null, history: [] });
    const claims = node['all'] as { value: string; source: Row }[];
    expect(new Set(claims.map(({ value }) => value)).size).toBeGreaterThan(1);
    expect(claims.every(({ source }) => String(source['name']).length > 0)).toBe(true);
  }
  expect(keys(nodes)).toEqual(expect.arrayContaining(['quota/36.73 seats', 'rule/36.73/local-hire status']));
});

it('the signing date of A1 and A2 is a conflicting figure', async () => {
  const { data } = await house.ask(
    `query ($a1: ID!, $a2: ID!) {
      a1: agreement(id: $a1) { figures(conflicting: true) { subject predicate conflicting all { value source { name } } } }
      a2: agreement(id: $a2) { figures(conflicting: true) { subject predicate conflicting all { value source { name } } } } }`,
    { a1: agreementId('A1'), a2: agreementId('A2') },
  );
  for (const key of ['a1', 'a2']) {
    const figures = (
      (data?.[key] as Row)['figures'] as { predicate: string; all: { value: string; source: Row }[] }[]
    ).filter(({ predicate }) => predicate === 'signedOn');
    expect(figures).toHaveLength(1);
    const said = figures[0]?.all.map(({ value, source }) => `${value} ${String(source['name'])}`) ?? [];
    expect(said).toEqual(
      expect.arrayContaining([
        '2025-10-30 000_9a36f1de8e6f6abd.txt',
        '2025-12-15 001_21146200500bea98.txt',
        '2025-12-15 004_388bf4e4bb9d5bf0.txt',
      ]),
    );
  }
});

it('reporting 2: the funnel of every agreement', async () => {
  const nodes = (await answer(house, 'reporting-02')).list('agreements', 'nodes');
  const [all] = await house.agencies.province.sql<{ n: number }>('SELECT count(*)::int AS n FROM agreement');
  expect(nodes).toHaveLength(all?.n ?? -1);
  for (const node of nodes) {
    const [nominated] = await house.agencies['labor-office'].sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM nomination WHERE agreement_id = $1',
      [node['id']],
    );
    const summary = node['nominationSummary'] as Row | null;
    // Null where nothing is recorded: 0 would be an invented figure.
    expect(summary?.['total'] ?? 0).toBe(nominated?.n);
    const [trained] = await house.agencies['training-center'].sql<{
      known: boolean;
      classes: number;
      completed: number;
      certified: number;
    }>(
      `SELECT EXISTS (SELECT 1 FROM quota_allocation WHERE agreement_id = $1 AND reserved IS NOT NULL) AS known,
         (SELECT count(*)::int FROM training_class WHERE agreement_id = $1 AND status <> 'CANCELLED') AS classes,
         (SELECT count(*)::int FROM enrolment JOIN training_class c ON c.id = class_id WHERE c.agreement_id = $1 AND stage = 'COMPLETED') AS completed,
         (SELECT count(DISTINCT enrolment_id)::int FROM certificate JOIN enrolment e ON e.id = enrolment_id JOIN training_class c ON c.id = class_id WHERE c.agreement_id = $1 AND revoked_on IS NULL) AS certified`,
      [node['id']],
    );
    const { known, ...counts } = { known: false, ...trained };
    if (known) expect(node['trainingSummary']).toMatchObject(counts);
    else expect(node['trainingSummary']).toBeNull();
    const placed = await house.agencies.employers.sql<{ scheme: string; channel: string | null; n: number }>(
      'SELECT scheme, channel, count(*)::int AS n FROM placement WHERE agreement_id = $1 GROUP BY 1, 2',
      [node['id']],
    );
    const placements = node['placementSummary'] as { bySchemeAndChannel: Row[] } | null;
    expect(placements === null).toBe(placed.length === 0);
    const cells = (placements?.bySchemeAndChannel ?? []).map((cell) => {
      const row = placed.find(
        ({ scheme, channel }) => scheme === cell['scheme'] && channel === cell['channel'],
      );
      return { line: String(node['id']), real: row?.n ?? 0, count: cell['placed'] };
    });
    expect(wronglyPublished(cells)).toEqual([]);
  }
});

it('reporting 11: agreements without class, seat or placement six months after signing', async () => {
  const signedTo = '2025-12-15';
  const reply = await answer(house, 'reporting-11', { signedTo });
  const signed = await house.agencies.province.sql<{ id: string }>(
    'SELECT id FROM agreement WHERE signed_on <= $1',
    [signedTo],
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
  const expected = signed.filter(({ id }) => !active.has(id)).map(({ id }) => id);
  expect(expected).toEqual(expect.arrayContaining([agreementId('A2'), agreementId('A3'), agreementId('A4')]));
  expect(
    reply
      .list('agreements', 'nodes')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(expected.sort());
  expect(reply.at('agreements', 'asOf').value).not.toBeNull();
  for (const node of reply.list('agreements', 'nodes'))
    expect(node).toMatchObject({ activity: null, classes: { totalCount: 0 }, placementSummary: null });
});
