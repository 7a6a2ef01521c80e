import { AccessEntries } from '@simpul/kit/explanation/access-entries';
import { type Identity, anonymous } from '@simpul/kit/identity/identity';
import type { Purpose } from '@simpul/schema/contract/identity';
import { PURPOSES, ROLES } from '@simpul/schema/contract/identity';
import { type GraphQLSchema, buildSchema, execute, getOperationAST, parse } from 'graphql';
import type { Engine, EngineRequest } from '../engine/engine';
import { personalOf } from '../supergraph/personal';
import { baseRule } from './base-rule';
import { withholding } from './withholding';

const SDL = `
  directive @personal on FIELD_DEFINITION | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
  type Query {
    people(filter: PersonFilter, name: String @personal): [Person]
    agreements(about: PersonFilter, any: [PersonFilter!], text: String): [Agreement]
    programmes(holder: String @personal, text: String): [Agreement]
  }
  type Mutation { postVacancy(title: String): String }
  input PersonFilter { stage: String @personal, page: Int, within: PersonFilter }
  type Person { id: ID! name: String @personal }
  type PersonEdge { node: Person }
  type PersonConnection { edges: [PersonEdge] totalCount: Int }
  type Agreement { id: ID! title: String people: PersonConnection }
`;

const schema: GraphQLSchema = buildSchema(SDL);
const head: Identity = { ...anonymous, subject: 'head', client: 'tests', roles: ['HEAD'] };
const stranger: Identity = { ...head, roles: [] };

/** Answers one row to whatever it is asked, and remembers what that was. */
function stage() {
  const asked: { readonly source: string; readonly hash: string }[] = [];
  const row = { id: '1', title: 'A3', name: 'Sari', people: null };
  const engine: Engine = {
    schema,
    supergraphSdl: SDL,
    execute: async ({ document, source, sourceHash, variables }: EngineRequest) => {
      asked.push({ source: source.replaceAll(/\s+/g, ' '), hash: sourceHash });
      const rootValue = { people: [row], agreements: [row], programmes: [row] };
      const { data } = await execute({ schema, document, rootValue, variableValues: variables });
      // Without the null prototype that graphql-js gives to objects, as JSON from an agency is.
      return { data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>, errors: [] };
    },
    close: () => Promise.resolve(),
  };
  const rule = baseRule({
    personal: personalOf(parse(SDL)),
    restricted: { types: new Set(), fields: new Set() },
  });
  const guarded = withholding(rule, engine);
  const document = (source: string) => parse(source);
  const ask = async (
    source: string | ReturnType<typeof document>,
    identity: Identity,
    purpose: Purpose | null = null,
    variables: Record<string, unknown> = {},
  ) => {
    const parsed = typeof source === 'string' ? document(source) : source;
    const operation = getOperationAST(parsed);
    if (!operation) throw new Error('There is no operation.');
    const text = typeof source === 'string' ? source : 'kept';
    const explanation = new AccessEntries();
    const { data, errors } = await guarded.execute({
      document: parsed,
      operation,
      operationName: undefined,
      source: text,
      sourceHash: text,
      variables,
      requestId: '0',
      explanation,
      caller: { identity, purpose, bundleVersion: null },
    });
    return {
      data,
      refused: errors.map(({ path, extensions }) => [path?.join('.'), extensions['code']]),
      errors,
      access: explanation.list(),
    };
  };
  return { ask, asked, document };
}

it('gives the unknown what is public, and asks nobody for the rest', async () => {
  const { ask, asked } = stage();
  const { data, refused } = await ask(
    '{ agreements { title people { totalCount } } people { id } }',
    anonymous,
  );
  expect(data).toEqual({ agreements: [{ title: 'A3', people: null }], people: null });
  expect(refused).toEqual([
    ['agreements.0.people', 'UNAUTHENTICATED'],
    ['people', 'UNAUTHENTICATED'],
  ]);
  expect(asked.map(({ source }) => source)).toEqual(['{ agreements { title } }']);
  expect((await ask('mutation { postVacancy(title: "x") }', anonymous)).refused).toEqual([
    ['postVacancy', 'UNAUTHENTICATED'],
  ]);
});

it('gives somebody without a role no more than the unknown', async () => {
  const { data, refused } = await stage().ask('{ people { id } agreements { id } }', stranger, 'PLACEMENT');
  expect(data).toEqual({ people: null, agreements: [{ id: '1' }] });
  expect(refused).toEqual([['people', 'FORBIDDEN']]);
});

it('gives nothing personal without a purpose, and says which there are', async () => {
  const { data, errors } = await stage().ask('{ people { id name } }', head);
  expect(data).toEqual({ people: null });
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toEqual({ code: 'PURPOSE_REQUIRED', count: 1, purposes: PURPOSES });
});

it('gives everything with identity and purpose, by the very document that came', async () => {
  const { ask, asked } = stage();
  expect((await ask('{ people { id name } }', head, 'PLACEMENT')).refused).toEqual([]);
  expect(asked).toEqual([{ source: '{ people { id name } }', hash: '{ people { id name } }' }]);
});

describe('a filter over something personal withholds what it filters', () => {
  it.each([
    ['in an argument', '{ programmes(holder: "Sari") { id } }', {}],
    ['in an input', '{ agreements(about: { stage: "ACCEPTED" }) { id } }', {}],
    ['deep in an input', '{ agreements(about: { within: { stage: "ACCEPTED" } }) { id } }', {}],
    ['in a list', '{ agreements(any: [{ page: 1 }, { stage: "ACCEPTED" }]) { id } }', {}],
    ['in a list of one', '{ agreements(any: { stage: "ACCEPTED" }) { id } }', {}],
    ['in a variable', 'query ($v: PersonFilter) { agreements(about: $v) { id } }', { v: { stage: 'X' } }],
    [
      'deep in a variable',
      'query ($v: PersonFilter) { agreements(about: $v) { id } }',
      { v: { within: { stage: 'X' } } },
    ],
    [
      'in a list in a variable',
      'query ($v: [PersonFilter!]) { agreements(any: $v) { id } }',
      { v: [{ stage: 'X' }] },
    ],
    [
      'in a variable in a list',
      'query ($v: PersonFilter!) { agreements(any: [$v]) { id } }',
      { v: { stage: 'X' } },
    ],
    [
      'in a variable in an input',
      'query ($v: String) { agreements(about: { stage: $v }) { id } }',
      { v: 'X' },
    ],
    [
      'in the default of a variable',
      'query ($v: PersonFilter = { stage: "X" }) { agreements(about: $v) { id } }',
      {},
    ],
  ])('%s', async (_, source, variables) => {
    const { ask, asked } = stage();
    const field = source.includes('programmes') ? 'programmes' : 'agreements';
    expect((await ask(source, anonymous, null, variables)).refused).toEqual([[field, 'UNAUTHENTICATED']]);
    expect((await ask(source, head, null, variables)).refused).toEqual([[field, 'PURPOSE_REQUIRED']]);
    expect(asked.every((one) => !one.source.includes(field))).toBe(true);
    expect((await ask(source, head, 'TRAINING', variables)).refused).toEqual([]);
  });

  it.each([
    ['is null', '{ agreements(about: { stage: null }) { id } }', {}],
    ['is of something else', '{ agreements(text: "x", about: { page: 1 }) { id } }', {}],
    [
      'is a variable that is null',
      'query ($v: String) { agreements(about: { stage: $v }) { id } }',
      { v: null },
    ],
    [
      'is a variable without it',
      'query ($v: PersonFilter) { agreements(about: $v) { id } }',
      { v: { page: 1 } },
    ],
    [
      'is null in a variable',
      'query ($v: PersonFilter) { agreements(about: $v) { id } }',
      { v: { stage: null } },
    ],
  ])('but not when it %s', async (_, source, variables) => {
    expect((await stage().ask(source, anonymous, null, variables)).refused).toEqual([]);
  });
});

it('decides one document anew for every caller and every set of variables', async () => {
  const { ask, asked, document } = stage();
  const kept = document('query ($v: PersonFilter) { agreements(about: $v) { id } people { id name } }');
  const turn = async () => [
    (await ask(kept, anonymous)).refused.length,
    (await ask(kept, head)).refused.length,
    (await ask(kept, head, 'AUDIT')).refused.length,
    (await ask(kept, anonymous, null, { v: { stage: 'X' } })).refused.length,
    (await ask(kept, stranger)).refused.length,
  ];
  expect(await turn()).toEqual([1, 1, 0, 2, 1]);
  expect(await turn()).toEqual([1, 1, 0, 2, 1]);
  // What is planned differs exactly where what remains differs.
  const hashes = new Map(asked.map(({ source, hash }) => [hash, source]));
  expect(hashes.size).toBe(new Set(asked.map(({ source }) => source)).size);
});

it('explains what it takes out, to whomever', async () => {
  const { ask } = stage();
  const denied = { outcome: 'DENIED', agency: null, basis: null };
  expect((await ask('mutation { postVacancy(title: "x") }', anonymous)).access).toEqual([
    {
      ...{ ...denied, coordinate: 'Mutation.postVacancy', purpose: null, code: 'UNAUTHENTICATED' },
      needed: { identity: true },
    },
  ]);
  expect((await ask('{ people { id } agreements { id } }', stranger, 'PLACEMENT')).access).toEqual([
    {
      ...{ ...denied, coordinate: 'Query.people', purpose: 'PLACEMENT', code: 'FORBIDDEN' },
      needed: { roles: ROLES },
    },
  ]);
  expect((await ask('{ agreements { title } }', anonymous)).access).toEqual([]);
});
