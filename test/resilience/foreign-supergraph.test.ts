import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { refuseVendorTelemetry } from './fixture/config';
import { Federation, START_WITHIN_MS } from './fixture/federation';
import { LIBRARY } from './fixture/library';

const OPERATIONS: readonly { name: string; query: string; variables?: Record<string, unknown> }[] = [
  {
    name: 'an interface over three subgraphs',
    query: `{ works { __typename id title maker { name born }
      ... on Book { pages copies } ... on Film { minutes copies } } }`,
  },
  { name: '@requires', query: '{ works { ... on Book { grams } ... on Film { reels } } }' },
  {
    name: '@requires whose need is not asked for, under an alias',
    query: '{ work(id: "b2") { ... on Book { weight: grams } } }',
  },
  {
    name: 'a union of types of two subgraphs',
    query: `{ search(text: "a") { __typename ... on Book { title copies } ... on Film { title reels }
      ... on Person { name works { id ... on Book { genre } } } } }`,
  },
  {
    name: 'there and back',
    query: `{ people { name works { __typename
      ... on Book { title places { code } maker { name } } ... on Film { title minutes } } } }`,
  },
  {
    name: 'variables and enums',
    query: 'query ($genre: Genre) { works(genre: $genre) { title } }',
    variables: { genre: 'ESSAY' },
  },
  {
    name: 'fragments, aliases and directives',
    query: `query ($with: Boolean!) {
      a: work(id: "b1") { ...W } b: work(id: "f2") { ...W ... @skip(if: $with) { maker { id } } } }
      fragment W on Work { title ... on Book @include(if: $with) { copies } }`,
    variables: { with: true },
  },
  {
    name: 'roots of several subgraphs',
    query: '{ shelf { code place } person(id: "p2") { name } people { id } }',
  },
  {
    name: 'nothing found',
    query: '{ work(id: "none") { title } person(id: "none") { name } search(text: "zzz") { __typename } }',
  },
  {
    name: 'a mutation with a way on',
    query: `mutation { retitle(id: "b3", title: "Pulang") { title maker { name } ... on Book { copies } } }`,
  },
  {
    name: 'introspection',
    query: '{ __schema { queryType { name } } __type(name: "Work") { kind possibleTypes { name } } }',
  },
];

describe('a supergraph that is not ours, served with --profile open', () => {
  let federation: Federation;
  let plain: ApolloServer;

  beforeAll(async () => {
    federation = await Federation.start(LIBRARY);
    refuseVendorTelemetry();
    plain = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: federation.supergraph }) });
    await plain.start();
  }, START_WITHIN_MS);

  afterAll(async () => {
    await plain.stop();
    await federation.stop();
  });

  it.each(OPERATIONS)('answers like plain @apollo/gateway: $name', async ({ query, variables = {} }) => {
    const expected = await plain.executeOperation({ query, variables });
    if (expected.body.kind !== 'single') throw new Error('expected one answer');
    const { data, errors } = expected.body.singleResult;
    const { status, body } = await federation.gateway.ask(query, variables);
    expect(errors).toBeUndefined();
    expect({ status, body: JSON.stringify(body) }).toEqual({ status: 200, body: JSON.stringify({ data }) });
  });

  it('keeps what is inaccessible out of the API', async () => {
    const { body } = await federation.gateway.ask('{ people { secret } }');
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
