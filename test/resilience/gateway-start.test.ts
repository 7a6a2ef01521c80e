import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GatewayProcess, refusalOf } from './fixture/gateway-process';
import { LIBRARY, composeAt } from './fixture/library';

const SUPERGRAPH = composeAt(LIBRARY, (name) => `http://127.0.0.1:9/${name}`);

const withFeature = (url: string) =>
  SUPERGRAPH.replace('schema\n', `schema\n  @link(url: "${url}", for: SECURITY)\n`);

describe('the gateway as a command', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'simpul-start-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };

  it('explains itself', async () => {
    const { code, stderr, stdout } = await refusalOf(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('--supergraph FILE');
  });

  it.each([
    [['--grpah', 'x'], '--supergraph, --port, --profile, --help'],
    [['--profile', 'closed'], '--profile can only be open'],
    [['--supergraph', '/nowhere.graphql', '--profile', 'open'], '/nowhere.graphql cannot be read'],
    [['--port', 'many'], 'PORT'],
  ])('refuses %j with the remedy', async (args, remedy) => {
    const { code, stderr } = await refusalOf(args);
    expect(code).toBe(78);
    expect(stderr).toContain(remedy);
  });

  it.each(['0.0.0.0', '::', '192.168.1.1'])('refuses to listen on %s', async (HOST) => {
    const supergraph = await file('open.graphql', SUPERGRAPH);
    const { code, stderr } = await refusalOf(
      ['--supergraph', supergraph, '--profile', 'open', '--port', '0'],
      { HOST },
    );
    expect(code).toBe(78);
    expect(stderr).toContain(`identity comes with a later version; refusing to listen on ${HOST}`);
  });

  it('wants the address of every subgraph, and of no other, unless the profile is open', async () => {
    const supergraph = await file('addresses.graphql', SUPERGRAPH);
    const { code, stderr } = await refusalOf(['--supergraph', supergraph, '--port', '0'], {
      SUBGRAPH_URL_PEOPLE: 'file:///etc/passwd',
      SUBGRAPH_URL_PEOPEL: 'http://127.0.0.1:1',
    });
    expect(code).toBe(78);
    for (const key of [
      'SUBGRAPH_URL_CATALOGUE',
      'SUBGRAPH_URL_STOCK',
      'SUBGRAPH_URL_PEOPLE',
      'SUBGRAPH_URL_PEOPEL',
    ]) {
      expect(stderr).toContain(key);
    }
    expect(stderr).not.toContain('passwd');
  });

  it.each(['authenticated/v0.1', 'requiresScopes/v0.1', 'policy/v0.1'])(
    'loads a supergraph with %s',
    async (feature) => {
      const gateway = await GatewayProcess.start(withFeature(`https://specs.apollo.dev/${feature}`));
      const { body } = await gateway.ask('{ __typename }');
      await gateway.stop();
      expect(body).toEqual({ data: { __typename: 'Query' } });
      expect(gateway.output.join('\n')).toContain('not enforced yet');
    },
  );

  it('refuses a supergraph with a security feature that it does not know', async () => {
    const supergraph = await file('locked.graphql', withFeature('https://specs.example.org/vault/v1.0'));
    const { code, stderr } = await refusalOf(['--supergraph', supergraph, '--profile', 'open']);
    expect(code).toBe(78);
    expect(stderr).toContain(
      'its security feature https://specs.example.org/vault/v1.0 is not one this gateway can enforce',
    );
  });

  it.each([
    ['not GraphQL', 'type Query {'],
    ['no supergraph', 'type Query { a: Int }'],
  ])('refuses what is %s', async (_name, text) => {
    const { code, stderr } = await refusalOf([
      '--supergraph',
      await file('none.graphql', text),
      '--profile',
      'open',
    ]);
    expect(code).toBe(78);
    expect(stderr).toMatch(/^The supergraph cannot be served: /);
  });

  it('leads from / to the explorer, which needs nothing from elsewhere', async () => {
    const gateway = await GatewayProcess.start(SUPERGRAPH);
    const origin = new URL(gateway.url).origin;
    const root = await fetch(origin, { redirect: 'manual' });
    const page = await fetch(`${origin}/graphiql`);
    const text = await page.text();
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    const statuses = await Promise.all(
      sources
        .filter((source) => source.startsWith('/'))
        .map(async (source) => (await fetch(origin + source)).status),
    );
    await gateway.stop();
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphiql']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(sources.every((source) => source.startsWith('/') || source.startsWith('data:'))).toBe(true);
    expect(statuses).toEqual(statuses.map(() => 200));
  });
});
