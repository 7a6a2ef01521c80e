import { readSupergraph } from './supergraph';

const supergraph = (links: string) => `
  schema @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) ${links} { query: Query }
  enum join__Graph {
    PEOPLE @join__graph(name: "people", url: "http://127.0.0.1:4001/graphql")
    PLACES @join__graph(name: "the-places", url: "")
  }
  type Query { a: Int }`;

const link = (url: string) => `@link(url: "${url}", for: SECURITY)`;

describe('a supergraph', () => {
  it('names its subgraphs and their addresses', () => {
    expect(readSupergraph(supergraph('')).subgraphs).toEqual([
      { name: 'people', url: 'http://127.0.0.1:4001/graphql' },
      { name: 'the-places', url: '' },
    ]);
  });

  it('loses the purpose of security features that are known, and says which', () => {
    const features = ['authenticated', 'requiresScopes', 'policy'];
    const links = features.map((name) => link(`https://specs.apollo.dev/${name}/v0.1`)).join(' ');
    const { sdl, securityFeatures } = readSupergraph(supergraph(links));
    expect(securityFeatures).toEqual(features);
    expect(sdl).not.toContain('for: SECURITY');
    expect(sdl).toContain('for: EXECUTION');
    for (const name of features) expect(sdl).toContain(`https://specs.apollo.dev/${name}/v0.1`);
  });

  it('says what is restricted, whatever name and purpose a link gives to the directive', () => {
    const spec = 'https://specs.apollo.dev';
    const links = `@link(url: "${spec}/authenticated/v0.1", import: [{ name: "@authenticated", as: "@in" }], for: SECURITY)
      @link(url: "${spec}/policy/v0.1", as: "rule", for: SECURITY) @link(url: "${spec}/requiresScopes/v0.1")`;
    const types = `type A @in { a: Int } type B { b: Int @rule(policies: []) c: Int d: Int @authenticated }
      interface C @requiresScopes(scopes: []) { c: Int @in } enum D @rule(policies: []) { D } scalar E @in`;
    const { restricted } = readSupergraph(supergraph(links) + types);
    expect([...restricted.types]).toEqual(['A', 'C', 'D', 'E']);
    expect([...restricted.fields]).toEqual(['B.b', 'C.c']);
  });

  it('keeps the purpose of what every engine enforces', () => {
    const { sdl, securityFeatures } = readSupergraph(
      supergraph(link('https://specs.apollo.dev/inaccessible/v0.2')),
    );
    expect(securityFeatures).toEqual([]);
    expect(sdl).toContain('for: SECURITY');
  });

  it.each([
    [
      'a security feature of others',
      supergraph(link('https://specs.example.org/vault/v1.0')),
      'specs.example.org/vault',
    ],
    [
      'a later version of a known one',
      supergraph(link('https://specs.apollo.dev/policy/v1.0')),
      'policy/v1.0',
    ],
    ['one without a name', supergraph('@link(for: SECURITY)'), 'without a url'],
    ['a subgraph', 'type Query { a: Int }', 'compose the subgraphs first'],
    ['what is not GraphQL', 'type Query {', 'not GraphQL'],
  ])('is refused as %s', (_name, text, reason) => {
    expect(() => readSupergraph(text)).toThrow(reason);
  });
});
