import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENCIES, ROOT } from './house';

const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
const compose = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');

/** The lines of one service of docker-compose.yml. */
function service(name: string): string {
  const [, after = ''] = compose.split(new RegExp(`^  ${name}:\n`, 'm'));
  return after.split(/^ {0,2}\S/m)[0] ?? '';
}

describe('the image', () => {
  it.each(AGENCIES)('holds what %s needs to run', (agency) => {
    for (const part of ['package.json', 'dist', 'migrations']) {
      expect(dockerfile).toContain(`subgraphs/${agency}/${part} subgraphs/${agency}/`);
    }
  });

  it('does not run as root', () => {
    expect(dockerfile.trimEnd().split('\n').slice(-2)[0]).toBe('USER node');
  });
});

describe('docker-compose', () => {
  it.each(AGENCIES)('gives %s its own database and no other', (agency) => {
    const key = agency.replaceAll('-', '_');
    expect(service(agency).match(/DATABASE_URL\w*/g)).toEqual([`DATABASE_URL_${key.toUpperCase()}`]);
    expect(service(agency)).toMatch(new RegExp(`//${key}_admin:[^@]*@127\\.0\\.0\\.1:\\d+/${key}$`, 'm'));
  });

  it.each(AGENCIES)('gives %s keys of its own for its audit and its cursors', (agency) => {
    const own = agency.replaceAll('-', '_');
    const names = ['audit_keys', 'audit_signing_key', 'cursor_keys'].map((name) => `${own}_${name}`);
    expect(
      [...service(agency).matchAll(/source: (\w+_(?:audit|cursor)_\w+)/g)].map(([, name]) => name),
    ).toEqual(names);
    expect(service(agency)).toContain('CURSOR_KEYS_FILE: /run/secrets/cursor-keys\n');
    expect(compose).toMatch(
      new RegExp(`${own}_cursor_keys:\n    file: \\S+ it in .env}/secrets/${agency}/cursor-keys.json`),
    );
  });

  it('gives the gateway the address of every agency and no database', () => {
    const addresses = AGENCIES.map((agency) => `SUBGRAPH_URL_${agency.replaceAll('-', '_').toUpperCase()}`);
    expect(
      service('gateway')
        .match(/SUBGRAPH_URL_\w+/g)
        ?.sort(),
    ).toEqual(addresses.sort());
    expect(service('gateway')).not.toContain('DATABASE_URL');
  });

  it('gives the private key to the gateway alone, and every agency the public one', () => {
    expect(service('gateway')).toContain('secrets: [gateway_key]');
    for (const agency of AGENCIES) {
      expect(service(agency)).toContain('configs: *trusts');
      expect(service(agency)).toContain('ORGANIZATION_JWKS_FILE: /run/configs/organization-jwks.json');
      expect(service(agency)).toContain('GATEWAY_JWKS_FILE: /run/configs/gateway-jwks.json');
      expect(service(agency)).not.toContain('gateway_key');
    }
  });

  it('tells everybody who decides by grants where these are, and the province alone signs them', () => {
    for (const name of [...AGENCIES, 'gateway']) expect(service(name)).toMatch(/<<: \[?\*grants\b/);
    const signers = [...AGENCIES, 'gateway'].filter((name) =>
      service(name).includes('ACCESS_BUNDLE_KEY_FILE'),
    );
    expect(signers).toEqual(['province']);
  });

  it('keeps no secret and no default for one', () => {
    expect(compose.match(/PASSWORD: .*/g)).toEqual([
      'PASSWORD: ${POSTGRES_PASSWORD:?set it in .env}',
      'PASSWORD: ${KEYCLOAK_PASSWORD:?set it in .env}',
      'PASSWORD: ${KEYCLOAK_ADMIN_PASSWORD:?set it in .env}',
    ]);
    expect(compose).not.toMatch(/(PASSWORD|_FILE):?-/);
  });
});
