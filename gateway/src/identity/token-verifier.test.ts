import { generateKeyPairSync } from 'node:crypto';
import type { ClaimMap } from '@simpul/kit/config/oidc-keys';
import { openLog } from '@simpul/kit/log/log';
import type { JWK } from 'jose' with { 'resolution-mode': 'import' };
import { KeyRing } from './key-ring';
import { TokenVerifier } from './token-verifier';

const ISSUER = 'https://id.example';
const MAP: ClaimMap = {
  subject: ['sub'],
  client: ['client_id'],
  organization: ['organization'],
  office: ['office'],
  employer: ['employer'],
  person: ['person'],
  roles: ['roles'],
};
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

it('a forged token that names another algorithm first does not settle what the key is for', async () => {
  const { SignJWT, exportJWK } = await import('jose');
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  // As some issuers publish it: nothing says for which algorithm.
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'k' };
  const log = openLog('gateway', 'silent');
  const keys = new KeyRing({ fetchKeys: () => Promise.resolve([jwk]), now: () => 0, log });
  const trust = { issuer: ISSUER, audience: 'simpul', claims: MAP, keys, today: () => new Date() };
  const verifier = new TokenVerifier(trust);
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: 's', client_id: 'c', jti: 'j', roles: ['HEAD'] };
  const good = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'k' })
    .setIssuer(ISSUER)
    .setAudience('simpul')
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(privateKey);
  const forged = [encode({ alg: 'PS256', typ: 'at+jwt', kid: 'k' }), encode(claims), 'AAAA'].join('.');

  await expect(verifier.identify(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(verifier.identify(good)).resolves.toMatchObject({ subject: 's', roles: ['HEAD'] });
});
