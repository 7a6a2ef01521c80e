import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { demoToken } from '@simpul/kit/issuer/demo-token';
import { DEMO_LOGINS, SERVICE_ACCOUNTS } from '@simpul/schema/demo/logins';
import { readRunConfig } from '../testkit/config';
import { type LonelyGateway, openLonelyGateway } from '../testkit/gateway';
import { AUDIENCE, CLAIM_MAP } from '../testkit/issuer';
import { type IssuerProcess, forgetIssuer, startIssuerProcess } from '../testkit/issuer-process';

const EXPLORER = 'http://127.0.0.1:4000';
const REDIRECT = `${EXPLORER}/graphiql/signed-in`;
const ROOT = path.join(__dirname, '../..');
const run = promisify(execFile);

let issuer: IssuerProcess;
let gateway: LonelyGateway;
beforeAll(async () => {
  issuer = await startIssuerProcess(EXPLORER);
  gateway = await openLonelyGateway({ issuer: issuer.origin, audience: AUDIENCE, claims: CLAIM_MAP });
});
afterAll(async () => {
  await Promise.all([gateway.close(), issuer.stop()]);
  forgetIssuer(issuer);
});

/** What a token says; whether it is good is for the gateway to tell. */
function claimsIn(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}

async function isLetIn(token: string): Promise<boolean> {
  return (await gateway.send([['authorization', `Bearer ${token}`]])).status === 200;
}

/** The command of scripts, as `npm run -s token -- <login>` runs it. */
async function tokenCommand(login: string, dataFolder = issuer.dataFolder) {
  const env = { PATH: readRunConfig().searchPath, SIMPUL_DATA: dataFolder };
  const command = [path.join(ROOT, 'kit/dist/issuer/token.js'), login];
  return run(process.execPath, command, { env }).catch(
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

/** A browser as far as signing in needs one: it keeps cookies and follows nobody by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>) {
    const response = await fetch(new URL(url, issuer.origin), {
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      redirect: 'manual',
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
      this.cookies.set(name, value);
    }
    return { response, to: response.headers.get('location') ?? '', text: await response.text() };
  }
}

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const authorization = (changes: Record<string, string> = {}): string =>
  `/auth?${new URLSearchParams({
    client_id: 'explorer',
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: 'openid',
    prompt: 'login',
    state: 's',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  }).toString()}`;

async function codeFor(login: string): Promise<string> {
  const browser = new Browser();
  const { to } = await browser.go(authorization());
  const page = await browser.go(to);
  for (const { name } of DEMO_LOGINS) expect(page.text).toContain(`value="${name}"`);
  const chosen = await browser.go(to, { login });
  const back = new URL((await browser.go(chosen.to)).to);
  expect(back.origin + back.pathname).toBe(REDIRECT);
  return back.searchParams.get('code') ?? '';
}

async function redeem(parameters: Record<string, string>) {
  const response = await fetch(`${issuer.origin}/token`, {
    method: 'POST',
    headers: { origin: EXPLORER },
    body: new URLSearchParams({ client_id: 'explorer', ...parameters }),
  });
  const answer = (await response.json()) as Record<
    'access_token' | 'id_token' | 'refresh_token' | 'error',
    string
  >;
  return { ...answer, status: response.status, cors: response.headers.get('access-control-allow-origin') };
}

const withCode = (code: string, code_verifier: string) =>
  redeem({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier });

it('signs people in by code and proof key, and lets them in for five minutes', async () => {
  const answer = await withCode(await codeFor('head'), verifier);
  expect([answer.status, answer.cors]).toEqual([200, EXPLORER]);
  const claims = claimsIn(answer.access_token);
  const head = DEMO_LOGINS.find(({ name }) => name === 'head')?.claims;
  expect(claims).toMatchObject({
    iss: issuer.origin,
    aud: 'simpul',
    sub: 'head',
    client_id: 'explorer',
    organization: head?.organization,
    office: head?.office,
    roles: ['CASEWORKER', 'HEAD'],
  });
  expect(Number(claims['exp']) - Number(claims['iat'])).toBe(300);
  expect(await isLetIn(answer.access_token)).toBe(true);
  expect(await isLetIn(answer.id_token)).toBe(false);
  const again = await redeem({ grant_type: 'refresh_token', refresh_token: answer.refresh_token });
  expect(claimsIn(again.access_token)).toMatchObject({
    sub: 'head',
    aud: 'simpul',
    roles: ['CASEWORKER', 'HEAD'],
  });
  expect(await isLetIn(again.access_token)).toBe(true);
});

it('gives nothing for a code without its proof key, twice, or to another address', async () => {
  const code = await codeFor('citizen');
  expect(await withCode(code, randomBytes(32).toString('base64url'))).toMatchObject({
    status: 400,
    error: 'invalid_grant',
  });
  const used = await codeFor('citizen');
  await withCode(used, verifier);
  expect(await withCode(used, verifier)).toMatchObject({ status: 400, error: 'invalid_grant' });
  const elsewhere = await new Browser().go(authorization({ redirect_uri: 'https://evil.example/' }));
  expect([elsewhere.response.status, elsewhere.to]).toEqual([400, '']);
  const without = await new Browser().go(authorization({ code_challenge: '', code_challenge_method: '' }));
  expect(without.to).toMatch(/error=invalid_request/);
});

it('answers under its own name only', async () => {
  const { port } = new URL(issuer.origin);
  const { response } = await new Browser().go(`http://localhost:${port}/jwks`);
  expect(response.status).toBe(421);
});

it('gives scripts a token of every login', async () => {
  for (const { name, claims } of DEMO_LOGINS) {
    const token = await demoToken(issuer.dataFolder, name);
    expect(claimsIn(token)).toMatchObject({ sub: name, client_id: 'scripts', roles: claims.roles });
    expect(await isLetIn(token)).toBe(true);
  }
});

it('lets programs of every agency sign in by their keys', async () => {
  for (const { agency, client, claims } of SERVICE_ACCOUNTS) {
    const token = await demoToken(issuer.dataFolder, `service:${agency}`);
    const { organization } = claims;
    expect(claimsIn(token)).toMatchObject({
      sub: client,
      client_id: client,
      organization,
      roles: ['SERVICE'],
    });
    expect(await isLetIn(token)).toBe(true);
  }
});

it('prints a token and nothing else', async () => {
  const { stdout, stderr } = await tokenCommand('apindo');
  expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  expect(await isLetIn(stdout.trim())).toBe(true);
});

it('keeps its keys to its owner, and its word over a restart', async () => {
  const folder = path.join(issuer.dataFolder, 'issuer');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const file of ['signing-keys.json', 'scripts.jwk.json', 'service-province.jwk.json'])
    expect(statSync(path.join(folder, file)).mode & 0o777).toBe(0o600);
  const { stdout } = await tokenCommand('steward');
  const { dataFolder, origin } = issuer;
  await issuer.stop();
  issuer = await startIssuerProcess(EXPLORER, { dataFolder, port: new URL(origin).port });
  const fresh = await openLonelyGateway({ issuer: origin, audience: AUDIENCE, claims: CLAIM_MAP });
  const { status } = await fresh.send([['authorization', `Bearer ${stdout.trim()}`]]);
  await fresh.close();
  expect(status).toBe(200);
});

it('says what to do about a login that it does not know, and when no issuer runs', async () => {
  const unknown = await tokenCommand('nobody');
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  for (const name of ['caseworker', 'auditor', 'service:employers']) expect(unknown.stderr).toContain(name);
  expect(await tokenCommand('head', path.join(issuer.dataFolder, 'none'))).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('npm start') as string,
  });
});
