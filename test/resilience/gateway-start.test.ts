import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { START_WITHIN_MS } from './fixture/federation';
import { GatewayProcess, refusalOf } from './fixture/gateway-process';
import { LIBRARY, composeAt } from './fixture/library';

jest.setTimeout(START_WITHIN_MS);

const SUPERGRAPH = composeAt(LIBRARY, (name) => `http://127.0.0.1:9/${name}`);
const WITH_SCOPES = SUPERGRAPH.replace(
  'schema\n',
  'schema\n  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)\n',
);

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

  it('refuses what it cannot serve with code 78 and the reason on standard error', async () => {
    const { code, stderr } = await refusalOf(['--supergraph', '/nowhere.graphql', '--profile', 'open']);
    expect(code).toBe(78);
    expect(stderr).toBe(
      'The supergraph /nowhere.graphql cannot be read; give its path with --supergraph or SUPERGRAPH.\n',
    );
  });

  it('refuses to listen on anything but loopback', async () => {
    const supergraph = await file('open.graphql', SUPERGRAPH);
    const { code, stderr } = await refusalOf(
      ['--supergraph', supergraph, '--profile', 'open', '--port', '0'],
      {
        HOST: '0.0.0.0',
      },
    );
    expect(code).toBe(78);
    expect(stderr).toContain(
      'until agreements decide who reads what, the gateway listens on loopback only; refusing to listen on 0.0.0.0',
    );
  });

  it('wants the address of every subgraph, and of no other, unless the profile is open', async () => {
    const supergraph = await file('addresses.graphql', SUPERGRAPH);
    const { code, stderr } = await refusalOf(['--supergraph', supergraph, '--port', '0'], {
      SUBGRAPH_URL_PEOPLE: 'file:///etc/passwd',
      SUBGRAPH_URL_PEOPEL: 'http://127.0.0.1:1',
    });
    expect(code).toBe(78);
    for (const name of ['CATALOGUE', 'STOCK', 'PEOPLE', 'PEOPEL']) {
      expect(stderr).toContain(`SUBGRAPH_URL_${name}`);
    }
    expect(stderr).not.toContain('passwd');
  });

  it('serves a supergraph that restricts fields, and says that it withholds them', async () => {
    const gateway = await GatewayProcess.start(WITH_SCOPES);
    const { body } = await gateway.ask('{ __typename }');
    await gateway.stop();
    expect(body).toEqual({ data: { __typename: 'Query' } });
    expect(gateway.output.join('\n')).toContain('requiresScopes');
  });

  it('leads from / to the explorer, which needs nothing from elsewhere', async () => {
    const gateway = await GatewayProcess.start(SUPERGRAPH);
    const { origin } = new URL(gateway.url);
    const root = await fetch(origin, { redirect: 'manual' });
    const page = await fetch(`${origin}/graphiql`);
    const sources = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, source]) => source ?? '',
    );
    const local = sources.filter((source) => source.startsWith('/'));
    const statuses = await Promise.all(local.map(async (source) => (await fetch(origin + source)).status));
    await gateway.stop();
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphiql']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(sources.filter((source) => !source.startsWith('/'))).toEqual(['data:,']);
    expect(statuses).toEqual([200, 200, 200, 200]);
  });
});
