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
    const { sdl, unenforced } = readSupergraph(supergraph(links));
    expect(unenforced).toEqual(features);
    expect(sdl).not.toContain('for: SECURITY');
    expect(sdl).toContain('for: EXECUTION');
    for (const name of features) expect(sdl).toContain(`https://specs.apollo.dev/${name}/v0.1`);
  });

  it('keeps the purpose of what every engine enforces', () => {
    const { sdl, unenforced } = readSupergraph(
      supergraph(link('https://specs.apollo.dev/inaccessible/v0.2')),
    );
    expect(unenforced).toEqual([]);
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
