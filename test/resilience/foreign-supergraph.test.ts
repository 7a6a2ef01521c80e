import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { FixtureSubgraph } from './fixture/fixture-subgraph';
import { GatewayProcess } from './fixture/gateway-process';
import { LIBRARY, composeAt } from './fixture/library';

const OPERATIONS: readonly [name: string, query: string, variables?: Record<string, unknown>][] = [
  ['an interface over three subgraphs', '{ works { __typename id title maker { name born } ... on Book { pages copies } ... on Film { minutes copies } } }'],
  ['@requires', '{ works { ... on Book { grams } ... on Film { reels } } }'],
  ['@requires without asking for what it needs', '{ work(id: "b2") { ... on Book { weight: grams } } }'],
  ['a union of types of two subgraphs', '{ search(text: "a") { __typename ... on Book { title copies } ... on Film { title reels } ... on Person { name works { id ... on Book { genre } } } } }'],
  ['there and back', '{ people { name works { __typename ... on Book { title places { code } maker { name } } ... on Film { title minutes } } } }'],
  ['variables and enums', 'query ($genre: Genre) { works(genre: $genre) { title } }', { genre: 'ESSAY' }],
  ['fragments, aliases and directives', 'query ($with: Boolean!) { a: work(id: "b1") { ...W } b: work(id: "f2") { ...W ... @skip(if: $with) { maker { id } } } } fragment W on Work { title ... on Book @include(if: $with) { copies } }', { with: true }],
  ['roots of several subgraphs', '{ shelf { code place } person(id: "p2") { name } people { id } }'],
  ['nothing found', '{ work(id: "none") { title } person(id: "none") { name } search(text: "zzz") { __typename } }'],
  ['a mutation with a way on', 'mutation { retitle(id: "b3", title: "Pulang") { title maker { name } ... on Book { copies } } }'],
  ['introspection', '{ __schema { queryType { name } } __type(name: "Work") { kind possibleTypes { name } } }'],
];

describe('a supergraph that is not ours, served with --profile open', () => {
  let subgraphs: FixtureSubgraph[];
  let gateway: GatewayProcess;
  let plain: ApolloServer;

  beforeAll(async () => {
    subgraphs = await Promise.all(LIBRARY.map((module) => FixtureSubgraph.start(module)));
    const supergraphSdl = composeAt(LIBRARY, (name) => subgraphs.find((subgraph) => subgraph.name === name)?.url ?? '');
    gateway = await GatewayProcess.start(supergraphSdl);
    plain = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
    await plain.start();
  });

  afterAll(async () => {
    await plain.stop();
    await gateway.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  });

  it.each(OPERATIONS)('answers like plain @apollo/gateway: %s', async (_name, query, variables) => {
    const expected = await plain.executeOperation({ query, ...(variables ? { variables } : {}) });
    if (expected.body.kind !== 'single') throw new Error('expected one answer');
    const { status, body } = await gateway.ask(query, variables);
    expect(expected.body.singleResult.errors).toBeUndefined();
    expect({ status, body }).toEqual({ status: 200, body: { data: JSON.parse(JSON.stringify(expected.body.singleResult.data)) as unknown } });
  });

  it('keeps what is inaccessible out of the API', async () => {
    const { body } = await gateway.ask('{ people { secret } }');
    expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
