import { randomUUID } from 'node:crypto';
import { organizationId } from '@simpul/schema/contract/ids';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { province } from '../agency';

const SUBJECT = 'uji/angka';
const FIGURE = `{ figure(subject: "${SUBJECT}", predicate: "seats") { conflicting reason preferred { value } preferredBy { name }
  all { value status } history { reason claim { value } by { name } } } }`;

let agency: TestAgency;

beforeEach(async () => {
  agency = await openTestAgency(province);
});

afterEach(() => agency.close());

async function say(value: string, source: string): Promise<string> {
  const id = randomUUID();
  await agency.sql(
    `INSERT INTO claim (id, subject, predicate, value, source_name, source_kind, demo) VALUES ($1, $2, 'seats', $3, $4, 'PRESS', true)`,
    [id, SUBJECT, value, source],
  );
  return id;
}

async function choose(claim: string, at: string, reason: string): Promise<void> {
  await agency.sql(
    `INSERT INTO figure_choice (id, subject, predicate, claim_id, by_organization_id, chosen_at, reason)
     VALUES (gen_random_uuid(), $1, 'seats', $2, $3, $4, $5)`,
    [SUBJECT, claim, organizationId('pemprov-banten'), at, reason],
  );
}

async function figure(): Promise<unknown> {
  const { data, errors } = await agency.ask(FIGURE);
  expect(errors).toBeUndefined();
  return data?.['figure'];
}

it('counts a second voice as support, a repetition by the same voice as nothing', async () => {
  await say('500', 'one');
  await say('500', 'one');
  expect(await figure()).toMatchObject({
    conflicting: false,
    all: [{ status: 'ASSERTED' }, { status: 'ASSERTED' }],
  });
  await say('500', 'two');
  expect(await figure()).toMatchObject({
    all: [{ status: 'CORROBORATED' }, { status: 'CORROBORATED' }, { status: 'CORROBORATED' }],
  });
});

it('shows a conflict until one side is retracted, and the retracted claim still', async () => {
  await say('500', 'one');
  const other = await say('50', 'two');
  expect(await figure()).toMatchObject({
    conflicting: true,
    all: [
      { value: '500', status: 'CONTESTED' },
      { value: '50', status: 'CONTESTED' },
    ],
  });
  await agency.sql(`UPDATE claim SET retracted_at = '2026-06-15T09:00+07:00' WHERE id = $1`, [other]);
  expect(await figure()).toMatchObject({
    conflicting: false,
    all: [
      { value: '500', status: 'ASSERTED' },
      { value: '50', status: 'RETRACTED' },
    ],
  });
});

it('prefers nothing until a steward chooses; the newest choice holds and the others are history', async () => {
  const [one, two] = [await say('500', 'one'), await say('50', 'two')];
  expect(await figure()).toMatchObject({ preferred: null, preferredBy: null, reason: null, history: [] });
  await choose(one, '2026-06-01T09:00+07:00', 'first');
  await choose(two, '2026-06-02T09:00+07:00', 'second');
  await choose(one, '2026-06-03T09:00+07:00', 'third');
  expect(await figure()).toMatchObject({
    conflicting: true,
    preferred: { value: '500' },
    preferredBy: { name: 'Pemprov Banten' },
    reason: 'third',
    history: [
      { reason: 'first', claim: { value: '500' }, by: { name: 'Pemprov Banten' } },
      { reason: 'second', claim: { value: '50' } },
    ],
  });
});

it('finds figures at a path and below it, and never beside it', async () => {
  const { data } = await agency.ask(
    '{ figures(subject: "quota/36.73/", first: 100) { nodes { subject } } agreements(filter: { expiryRecorded: false }) { nodes { id figures { subject } } } }',
  );
  const subjects = (data?.['figures'] as { nodes: { subject: string }[] }).nodes.map(
    ({ subject }) => subject,
  );
  expect(new Set(subjects)).toEqual(new Set(['quota/36.73', 'quota/36.73/city-classes']));
  const agreements = (data?.['agreements'] as { nodes: { id: string; figures: { subject: string }[] }[] })
    .nodes;
  expect(agreements.length).toBeGreaterThan(0);
  for (const { id, figures } of agreements) {
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ subject }) => !subject.startsWith(`agreement/${id}`))).toEqual([]);
  }
});
