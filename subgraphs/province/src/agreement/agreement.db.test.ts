import { randomUUID } from 'node:crypto';
import { type TestAgency, openTestAgency } from '@simpul/test/testkit/agency';
import { province } from '../agency';
import { agreementPolicy } from './agreement.policy';
import { AgreementStatus } from './agreement.type';

const TODAY = '2026-06-15';
const TERMS = [
  { from: '2026-01-01', to: '2026-06-14' },
  { from: '2026-01-01', to: '2026-06-15' },
  { from: '2026-06-16', to: '2026-12-31' },
  { from: null, to: null },
] as const;

let agency: TestAgency;
const stored = new Map<
  string,
  { status: AgreementStatus; effectiveFrom: string | null; expiresOn: string | null }
>();

beforeAll(async () => {
  agency = await openTestAgency(province);
  for (const status of Object.values(AgreementStatus)) {
    const announced = status === 'CLAIMED' || status === 'PLANNED';
    for (const { from, to } of TERMS) {
      const term = { status, effectiveFrom: announced ? null : from, expiresOn: to };
      const id = randomUUID();
      stored.set(id, term);
      await agency.sql(
        `INSERT INTO agreement (id, title, form, status, effective_from, expires_on, demo)
         VALUES ($1, 'Uji masa berlaku', 'PKS', $2, $3, $4, true)`,
        [id, term.status, term.effectiveFrom, term.expiresOn],
      );
    }
  }
});

afterAll(() => agency.close());

async function list(
  filter: object,
): Promise<{ id: string; status: AgreementStatus; expiresOn: string | null }[]> {
  const { data, errors } = await agency.ask(
    `query ($filter: AgreementFilter) { agreements(filter: $filter, first: 100) { nodes { id status expiresOn } } }`,
    { filter: { text: 'uji masa', ...filter } },
  );
  expect(errors).toBeUndefined();
  return (data?.['agreements'] as { nodes: never[] }).nodes;
}

it('ends and begins at midnight, whether or not anybody has recorded it', async () => {
  const told = await list({});
  expect(told).toHaveLength(stored.size);
  for (const { id, status } of told) {
    const term = stored.get(id);
    expect({ term, status }).toEqual({ term, status: term && agreementPolicy.statusOn(term, TODAY) });
  }
  const inForce = told.filter(({ status }) => status === 'IN_FORCE').map(({ expiresOn }) => expiresOn);
  expect(inForce).toEqual(expect.arrayContaining(['2026-06-15', null]));
  expect(inForce).toHaveLength(2);
});

it.each(Object.values(AgreementStatus))('finds by %s just those that show it', async (status) => {
  const shown = (await list({})).filter((agreement) => agreement.status === status);
  const found = await list({ status: [status] });
  expect(found.map(({ id }) => id).sort()).toEqual(shown.map(({ id }) => id).sort());
});

it('lists what ends within the days asked for, today included, and leaves out what has ended early', async () => {
  const { data } = await agency.ask('{ agreementsExpiring(withinDays: 0) { nodes { status expiresOn } } }');
  const nodes = (data?.['agreementsExpiring'] as { nodes: { status: string; expiresOn: string }[] }).nodes;
  expect(nodes.map(({ expiresOn }) => expiresOn)).toEqual(nodes.map(() => TODAY));
  expect(nodes.map(({ status }) => status).sort()).toEqual(['IN_FORCE', 'SIGNED', 'SUSPENDED']);
});
