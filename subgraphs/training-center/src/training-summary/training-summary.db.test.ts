import { agreementId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { trainingCenter } from '../agency';

let agency: TestAgency;
beforeAll(async () => {
  agency = await openTestAgency(trainingCenter, 2);
});
afterAll(() => agency.close());

interface Cell {
  programme?: { code: string };
  funding?: string;
  year?: number;
  region?: { code: string };
  classes: number;
  enrolled: number | null;
  completed: number | null;
  certified: number | null;
  cost: { amount: number } | null;
  suppressed: boolean;
}

async function cells(groupBy: string, fields = ''): Promise<Cell[]> {
  const { data, errors } = await agency.ask(
    `{ trainingSummary(groupBy: ${groupBy}) { ${fields} classes enrolled completed certified cost { amount } suppressed } }`,
  );
  expect(errors).toBeUndefined();
  return data?.['trainingSummary'] as Cell[];
}

it('counts people and cost as the rows about them say', async () => {
  const recount = await agency.sql(`
    SELECT funding, EXTRACT(YEAR FROM ends_on)::int AS year, count(*)::int AS classes,
      sum(cost) FILTER (WHERE status <> 'PLANNED')::float AS cost,
      (SELECT count(*)::int FROM enrolment WHERE class_id = ANY (array_agg(class.id)) AND stage IN ('ENROLLED', 'COMPLETED', 'DROPPED')) AS enrolled,
      (SELECT count(*)::int FROM enrolment WHERE class_id = ANY (array_agg(class.id)) AND stage = 'COMPLETED') AS completed,
      (SELECT count(DISTINCT certificate.enrolment_id)::int FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id
        WHERE class_id = ANY (array_agg(class.id)) AND revoked_on IS NULL) AS certified
    FROM training_class class WHERE status <> 'CANCELLED' GROUP BY 1, 2 ORDER BY 1, 2`);
  const found = await cells('[FUNDING, YEAR]', 'funding year');
  expect(
    found.map(({ suppressed, cost, ...cell }) => {
      expect(suppressed).toBe(false);
      return { ...cell, cost: cost?.amount ?? null };
    }),
  ).toEqual(recount);
});

it('suppresses small cells, and so many others that none follows from the sum of a line', async () => {
  const found = await cells('[PROGRAMME, DISTRICT]', 'programme { code } region { code }');
  const small = found.filter(({ enrolled }) => enrolled !== null && enrolled > 0 && enrolled < 5);
  expect(small).toEqual([]);
  for (const lineOf of [(cell: Cell) => cell.programme?.code, (cell: Cell) => cell.region?.code]) {
    for (const line of new Set(found.map(lineOf))) {
      const along = found.filter((cell) => lineOf(cell) === line);
      const hidden = along.filter(({ enrolled }) => enrolled === null);
      const couldHide = along.filter(({ enrolled }) => (enrolled ?? 0) > 0);
      expect(hidden.length === 1 && couldHide.length > 0).toBe(false);
    }
  }
  expect(
    found.every(
      ({ suppressed, ...cell }) =>
        suppressed ===
        Object.values({ e: cell.enrolled, c: cell.completed, z: cell.certified }).includes(null),
    ),
  ).toBe(true);
});

it('tells the training of the residents of a region, but not of a handful', async () => {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Region { code trainingSummary(to: "2026-12-31") { classes enrolled completed cost { amount } } } } }`,
    { r: ['36.73', '36.72', '36.04'].map((code) => ({ __typename: 'Region', code })) },
  );
  expect(errors).toBeUndefined();
  const recount = await agency.sql<{ code: string; classes: number; enrolled: number; completed: number }>(`
    SELECT substr(district_code, 1, 5) AS code, count(DISTINCT class_id)::int AS classes,
      count(*) FILTER (WHERE stage IN ('ENROLLED', 'COMPLETED', 'DROPPED'))::int AS enrolled,
      count(*) FILTER (WHERE stage = 'COMPLETED')::int AS completed
    FROM enrolment GROUP BY 1 ORDER BY 1 DESC`);
  expect(data?.['_entities']).toEqual([
    ...recount.map(({ code, ...counts }) => ({ code, trainingSummary: { ...counts, cost: null } })),
    { code: '36.04', trainingSummary: { classes: 0, enrolled: 0, completed: 0, cost: null } },
  ]);
  await agency.sql(`UPDATE class_tally SET district_code = '36.04.05'
    WHERE (class_id, district_code) = (SELECT class_id, district_code FROM class_tally WHERE enrolled = 2 AND reserved = 0 LIMIT 1)`);
  const handful = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Region { trainingSummary { enrolled } } } }`,
    { r: [{ __typename: 'Region', code: '36.04' }] },
  );
  expect(handful.data?.['_entities']).toEqual([{ trainingSummary: null }]);
});

it('withholds the smallest sibling with the one small district, whichever of them are asked', async () => {
  const codes = ['36.01.01', '36.01.02', '36.01.03', '36.01.04'];
  const classes = await agency.sql<{ id: string }>(
    `SELECT id FROM training_class WHERE status <> 'CANCELLED' LIMIT 1`,
  );
  for (const [index, enrolled] of [3, 40, 12, 0].entries())
    await agency.sql('INSERT INTO class_tally (class_id, district_code, enrolled) VALUES ($1, $2, $3)', [
      classes[0]?.id,
      codes[index],
      enrolled,
    ]);
  const enrolledIn = async (asked: readonly string[]): Promise<unknown> => {
    const { data } = await agency.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Region { trainingSummary { enrolled } } } }`,
      { r: asked.map((code) => ({ __typename: 'Region', code })) },
    );
    return (data?.['_entities'] as { trainingSummary: { enrolled: number } | null }[]).map(
      ({ trainingSummary }) => trainingSummary?.enrolled ?? null,
    );
  };
  expect(await enrolledIn(codes)).toEqual([null, 40, null, 0]);
  for (const [index, enrolled] of [null, 40, null, 0].entries())
    expect(await enrolledIn(codes.slice(index, index + 1))).toEqual([enrolled]);
  expect(await enrolledIn(['36.01'])).toEqual([55]);
  await agency.sql('DELETE FROM class_tally WHERE district_code = ANY ($1)', [codes]);
});

it('counts zeros under a ledger without classes, and nothing under an agreement without one', async () => {
  const { data, errors } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Agreement { trainingSummary { classes seats enrolled cost { amount } demo } } } }`,
    { r: (['A2', 'D4'] as const).map((slug) => ({ __typename: 'Agreement', id: agreementId(slug) })) },
  );
  expect(errors).toBeUndefined();
  expect(data?.['_entities']).toEqual([
    { trainingSummary: null },
    { trainingSummary: { classes: 0, seats: 0, enrolled: 0, cost: null, demo: true } },
  ]);
});

it('leaves cancelled classes out of every count, and out of the cells unless they are asked for', async () => {
  const [cancelled] = await agency.sql<{ id: string; programme_id: string }>(
    `UPDATE training_class SET status = 'CANCELLED', cost = 1 WHERE id = (
       SELECT class_id FROM class_tally WHERE completed > 4 ORDER BY class_id LIMIT 1) RETURNING id, programme_id`,
  );
  const { data } = await agency.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on TrainingClass { trainingSummary { classes seats completed cost { amount } demo } } } }`,
    { r: [{ __typename: 'TrainingClass', id: cancelled?.id }] },
  );
  expect(data?.['_entities']).toEqual([
    { trainingSummary: { classes: 0, seats: 0, completed: 0, cost: null, demo: true } },
  ]);
  const asked = await agency.ask(
    `query ($p: [ID!]) { counted: trainingSummary(filter: { programmes: $p, status: [CANCELLED] }) { classes cost { amount } }
       rest: trainingSummary(filter: { programmes: $p }) { classes } }`,
    { p: [cancelled?.programme_id] },
  );
  const [held] = await agency.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM training_class WHERE programme_id = $1 AND status <> 'CANCELLED'`,
    [cancelled?.programme_id],
  );
  expect(asked.data).toEqual({
    counted: [{ classes: 1, cost: null }],
    rest: held?.n ? [{ classes: held.n }] : [],
  });
});
