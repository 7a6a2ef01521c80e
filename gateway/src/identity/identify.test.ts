import type { ClaimMap } from '@simpul/kit/config/oidc-keys';
import { HttpFault } from '@simpul/kit/http/http-fault';
import { anonymous } from '@simpul/kit/identity/identity';
import { bearerTokenOf } from './bearer';
import { identityOf } from './claims';
import { IssuerKeys } from './issuer-keys';
import { purposeOf } from './purpose';

const ID = '57df3183-9e1e-4a0a-af44-7d7617264d9a';
const MAP: ClaimMap = {
  subject: ['sub'],
  client: ['azp'],
  organization: ['org', 'id'],
  office: ['office'],
  employer: ['employer'],
  person: ['person'],
  roles: ['realm_access', 'roles'],
};
const CLAIMS = {
  sub: 's',
  azp: 'c',
  org: { id: ID.toUpperCase() },
  realm_access: { roles: ['HEAD', 'offline'] },
};

function refusalOf(work: () => unknown): HttpFault {
  try {
    work();
  } catch (error) {
    if (error instanceof HttpFault) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('claims', () => {
  it('are found where the map says, and unknown roles are left out', () => {
    expect(identityOf(CLAIMS, MAP)).toEqual({
      ...anonymous,
      subject: 's',
      client: 'c',
      organization: ID,
      roles: ['HEAD'],
    });
  });

  it.each([
    ['no subject', { sub: undefined }, 'sub'],
    ['a subject that is a list', { sub: ['s'] }, 'sub'],
    ['a subject of 300 letters', { sub: 's'.repeat(300) }, 'sub'],
    ['no client', { azp: '' }, 'azp'],
    ['the names of nobody', { sub: 'anonymous', azp: 'anonymous' }, 'sub'],
    ['roles in one text', { realm_access: { roles: 'HEAD' } }, 'realm_access.roles'],
    ['a role that is a number', { realm_access: { roles: [1] } }, 'realm_access.roles'],
    ['an organisation that is a name', { org: { id: 'Disnaker' } }, 'org.id'],
    ['several offices', { office: [ID, ID] }, 'office'],
    ['a person that is an object', { person: { id: ID } }, 'person'],
  ])('are refused with %s', (_, changes, claim) => {
    const refusal = refusalOf(() => identityOf({ ...CLAIMS, ...changes }, MAP));
    expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(refusal.message).toContain(`The claim ${claim} `);
  });

  it('are not taken from what every object has', () => {
    expect(() => identityOf({ azp: 'c' }, { ...MAP, subject: ['constructor', 'name'] })).toThrow(HttpFault);
  });
});

describe('a credential', () => {
  const token = 'e30.e30.AAAA';
  const of = (...authorizations: string[]) => bearerTokenOf({ authorizations, url: '/graphql' });

  it('may be absent, and its scheme in any case', () => {
    expect(of()).toBeNull();
    expect([of(`Bearer ${token}`), of(`bearer ${token}`), of(`BEARER  ${token}`)]).toEqual([
      token,
      token,
      token,
    ]);
  });

  it('is never read from the address', () => {
    const refusal = refusalOf(() =>
      bearerTokenOf({ authorizations: [], url: `/graphql?access_token=${token}` }),
    );
    expect(refusal.headers['www-authenticate']).toMatch(/^Bearer .*error="invalid_token"/);
  });

  it('is not repeated when it is refused', () => {
    expect(refusalOf(() => of('Basic c2VjcmV0')).message).not.toContain('c2VjcmV0');
  });
});

describe('a purpose', () => {
  it('is one of the list or none', () => {
    expect(purposeOf({ headers: {} })).toBeNull();
    expect(purposeOf({ headers: { 'x-purpose': 'TRAINING' } })).toBe('TRAINING');
  });

  it.each(['CURIOSITY', 'training', '', 'TRAINING, PLACEMENT'])('is refused when it is “%s”', (purpose) => {
    const refusal = refusalOf(() => purposeOf({ headers: { 'x-purpose': purpose } }));
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    expect(refusal.message).toBe(
      'x-purpose must be one of PLACEMENT, TRAINING, BENEFIT, STATISTICS, AUDIT, SUBJECT_ACCESS.',
    );
  });
});

describe('the keys of an issuer', () => {
  const issuer = 'https://id.example/realms/banten';
  const documents = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    [`${issuer}/.well-known/openid-configuration`]: { issuer, jwks_uri: `${issuer}/keys` },
    [`${issuer}/keys`]: { keys: [{ kty: 'EC', kid: 'a' }] },
    ...changes,
  });
  const keysAmong = (given: Record<string, unknown>, asked: string[] = []) =>
    new IssuerKeys(issuer, (url) => {
      asked.push(url);
      const found = given[url];
      return Promise.resolve(
        new Response(JSON.stringify(found), { status: found === undefined ? 404 : 200 }),
      );
    });

  it('are found by its metadata, which are read once', async () => {
    const asked: string[] = [];
    const keys = keysAmong(documents(), asked);
    expect(await keys.fetch()).toEqual([{ kty: 'EC', kid: 'a' }]);
    await keys.fetch();
    expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`, `${issuer}/keys`, `${issuer}/keys`]);
  });

  it('are looked for anew after a failure: they may have moved', async () => {
    const given = documents();
    const keys = keysAmong(given);
    await keys.fetch();
    given[`${issuer}/keys`] = undefined;
    await expect(keys.fetch()).rejects.toThrow('404');
    given[`${issuer}/.well-known/openid-configuration`] = { issuer, jwks_uri: `${issuer}/elsewhere` };
    given[`${issuer}/elsewhere`] = { keys: [] };
    expect(await keys.fetch()).toEqual([]);
  });

  it.each([
    [
      'metadata of another issuer',
      '/.well-known/openid-configuration',
      { issuer: 'https://evil.example', jwks_uri: `${issuer}/keys` },
    ],
    [
      'keys over an open line',
      '/.well-known/openid-configuration',
      { issuer, jwks_uri: 'http://id.example/keys' },
    ],
    ['keys that are none', '/keys', { keys: 'a' }],
    ['too many keys', '/keys', { keys: Array(101).fill({ kty: 'EC' }) }],
    ['too long a document', '/keys', { keys: [{ kty: 'EC', x: 'x'.repeat(300_000) }] }],
  ])('are not taken from %s', async (_, path, document) => {
    await expect(keysAmong(documents({ [issuer + path]: document })).fetch()).rejects.toThrow();
  });
});
