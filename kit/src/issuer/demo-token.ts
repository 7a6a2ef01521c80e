import { type KeyObject, randomUUID } from 'node:crypto';
import { DEMO_LOGINS, SERVICE_ACCOUNTS } from '@simpul/schema/demo/logins';
import { z } from 'zod';
import { DEMO_LOGIN_GRANT, SCRIPTS } from './clients';
import { IssuerFolder } from './folder';

const SERVICE = 'service:';
const ANSWER_WITHIN_MS = 10_000;

const answerSchema = z.object({ access_token: z.string() });

/** Why there is no token, for the person who asked. */
export class NoToken extends Error {}

/** Asks the issuer that runs over a data folder for an access token of a demo login, or of `service:<agency>`. */
export async function demoToken(dataFolder: string, login: string): Promise<string> {
  const { client, parameters } = requestFor(login);
  const folder = new IssuerFolder(dataFolder);
  const issuer = folder.address();
  const key = folder.existingClientKey(client);
  if (issuer === undefined || key === undefined) throw notRunning(dataFolder);
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...parameters,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(client, key, issuer),
    }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => {
    throw notRunning(dataFolder);
  });
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new NoToken(`What answers at ${issuer} gave no token (${response.status}).`);
  return answer.data.access_token;
}

function requestFor(login: string): { client: string; parameters: Record<string, string> } {
  if (DEMO_LOGINS.some(({ name }) => name === login)) {
    return { client: SCRIPTS, parameters: { grant_type: DEMO_LOGIN_GRANT, login } };
  }
  const account = SERVICE_ACCOUNTS.find(({ agency }) => SERVICE + agency === login);
  if (account) return { client: account.client, parameters: { grant_type: 'client_credentials' } };
  const known = [
    ...DEMO_LOGINS.map(({ name, description }) => `  ${name.padEnd(26)}${description}`),
    ...SERVICE_ACCOUNTS.map(({ agency }) => `  ${(SERVICE + agency).padEnd(26)}service account of ${agency}`),
  ];
  throw new NoToken(`Give the name of a login: npm run -s token -- caseworker\n${known.join('\n')}`);
}

/** The client's signature in place of a secret (RFC 7523). */
async function assertion(client: string, key: KeyObject, issuer: string): Promise<string> {
  const { SignJWT } = await import('jose');
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(key);
}

function notRunning(dataFolder: string): NoToken {
  return new NoToken(
    `No development issuer runs over ${dataFolder}. Start the house (npm start), with the same SIMPUL_DATA.`,
  );
}
