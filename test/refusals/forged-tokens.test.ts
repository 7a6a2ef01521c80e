import { type LonelyGateway, openLonelyGateway } from '../testkit/gateway';
import { type TestIssuer, claimsOf, keyPair, openTestIssuer, sign } from '../testkit/issuer';
import { type Forgery, Forger } from './forgeries';

const SERVED = { status: 200, data: { __typename: 'Query' } };

let issuer: TestIssuer;
let gateway: LonelyGateway;
let forgeries: readonly Forgery[];
beforeAll(async () => {
  issuer = await openTestIssuer();
  gateway = await openLonelyGateway(issuer.trust);
  forgeries = await (await Forger.of(issuer)).all();
});
afterAll(() => Promise.all([gateway.close(), issuer.close()]));

const now = (): number => Math.floor(Date.now() / 1000);

it('lets good tokens in, or the rest would prove nothing', async () => {
  const good = await issuer.tokenFor('head');
  const claims = claimsOf('head', issuer.trust.issuer, now());
  const tokens = [
    `Bearer ${good}`,
    `bearer ${good}`,
    `Bearer ${await sign({ ...claims, aud: ['account', 'simpul'] }, issuer.key)}`,
    `Bearer ${await sign({ ...claims, roles: ['HEAD', 'uma_authorization'] }, issuer.key)}`,
    `Bearer ${await sign(claims, issuer.key, { typ: 'application/at+jwt' })}`,
    // Clocks differ by up to 5 seconds.
    `Bearer ${await sign({ ...claims, iat: now() + 3, nbf: now() + 3 }, issuer.key)}`,
    `Bearer ${await sign({ ...claims, exp: now() - 2 }, issuer.key)}`,
  ];
  for (const token of tokens) expect(await gateway.send([['authorization', token]])).toMatchObject(SERVED);
});

it('refuses every forged, stale or confused token, never serves it as anonymous, and repeats nothing of it', async () => {
  expect(forgeries.length).toBeGreaterThanOrEqual(60);
  expect(new Set(forgeries.map(({ name }) => name)).size).toBe(forgeries.length);
  const answers = await Promise.all(
    forgeries.map(async ({ name, headers, search }) => {
      const { status, data, errors = [], headers: answered } = await gateway.send(headers, search);
      const [token = ''] = headers.map(([, value]) => value.split(' ').at(-1) ?? '');
      return {
        name,
        status,
        data,
        codes: errors.map(({ extensions }) => extensions.code),
        challenge: answered['www-authenticate']?.startsWith('Bearer realm="simpul"'),
        isEchoed: token.length > 8 && JSON.stringify([errors, answered]).includes(token),
      };
    }),
  );
  expect(answers).toEqual(
    forgeries.map(({ name }) => ({
      name,
      status: 401,
      data: undefined,
      codes: ['UNAUTHENTICATED'],
      challenge: true,
      isEchoed: false,
    })),
  );
});

it('says in general what is wrong', async () => {
  const claims = claimsOf('head', issuer.trust.issuer, now());
  const told = async (token: string): Promise<string | undefined> =>
    (await gateway.send([['authorization', `Bearer ${token}`]])).errors?.[0]?.message;
  expect(await told(await sign({ ...claims, exp: now() - 60 }, issuer.key))).toMatch(/expired/);
  // One second more than clocks may differ.
  expect(await told(await sign({ ...claims, exp: now() - 6 }, issuer.key))).toMatch(/expired/);
  expect(await told(await sign({ ...claims, aud: 'x' }, issuer.key))).toMatch(/audience/);
  expect(await told(await sign({ ...claims, iss: 'x' }, issuer.key))).toMatch(/another issuer/);
  expect(await told(await sign(claims, await keyPair()))).toMatch(/key that its issuer does not publish/);
  expect(await told(await sign(claims, issuer.key, { typ: 'JWT' }))).toMatch(/at\+jwt/);
});

it('does not even read a header of 16 kB', async () => {
  const { status, data } = await gateway.send([['authorization', `Bearer ${'a'.repeat(16_384)}`]]);
  expect([status, data]).toEqual([431, undefined]);
});

it('looks for no credential in a cookie', async () => {
  const token = await issuer.tokenFor('head');
  const { data, status } = await gateway.send([
    ['cookie', `access_token=${token}; authorization=Bearer ${token}`],
  ]);
  expect([status, data]).toEqual([200, { __typename: 'Query' }]);
});
