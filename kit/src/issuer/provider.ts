import { randomBytes } from 'node:crypto';
import { type CallerClaims, DEMO_LOGINS, SERVICE_ACCOUNTS } from '@simpul/schema/demo/logins';
import type { Client, Context, Provider, Token } from 'oidc-provider';
import { DEMO_LOGIN_GRANT, EXPLORER, SCRIPTS, clientsOf } from './clients';
import type { IssuerFolder } from './folder';

/** The audience of the tokens: the gateway. */
export const AUDIENCE = 'simpul';

/** A resource indicator has to be a URI, which the audience is not. */
const GRAPH = 'urn:simpul:graph';
const SCOPE = 'graph';
const SIGNED = 'ES256';

const MINUTE = 60;
const ACCESS = 5 * MINUTE;
const WORKING_DAY = 8 * 60 * MINUTE;

const RESOURCE = {
  scope: SCOPE,
  audience: AUDIENCE,
  accessTokenTTL: ACCESS,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: SIGNED } },
};

/** What an issuer is made of. */
export interface IssuerParts {
  readonly issuer: string;
  readonly folder: IssuerFolder;
  /** The origins under which people open the explorer. */
  readonly explorerOrigins: readonly string[];
}

/** Makes the development issuer: OpenID Connect as elsewhere, but logins without passwords. */
export async function createProvider(parts: IssuerParts): Promise<Provider> {
  const { Provider: OidcProvider, errors } = await import('oidc-provider');
  const provider: Provider = new OidcProvider(parts.issuer, {
    ...clientsAndKeys(parts),
    ...PROTOCOL,
    ...LIFETIMES,
    findAccount: (_context: unknown, id: string) => accountOf(id),
    loadExistingGrant: (context: Context) =>
      grantFor(provider, context, context.oidc.session?.accountId ?? ''),
    extraTokenClaims: (_context: unknown, token: Token) => claimsOf(token),
  });
  const answerScript = async (context: Context): Promise<void> => {
    const { login = '' } = context.oidc.params;
    if (context.oidc.client.clientId !== SCRIPTS || !accountOf(login)) {
      throw new errors.InvalidGrant('There is no login of that name.');
    }
    await answerToken(provider, context, login);
  };
  provider.registerGrantType(DEMO_LOGIN_GRANT, answerScript, ['login']);
  return provider;
}

function clientsAndKeys({ folder, explorerOrigins }: IssuerParts): object {
  return {
    clients: clientsOf(folder, explorerOrigins),
    clientDefaults: { id_token_signed_response_alg: SIGNED },
    clientAuthMethods: ['none', 'private_key_jwt'],
    clientBasedCORS: (_context: unknown, origin: string, { clientId }: Client) =>
      clientId === EXPLORER && explorerOrigins.includes(origin),
    // Sessions live in memory, so their keys need not live longer.
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      short: { signed: true },
      long: { signed: true },
    },
    jwks: { keys: folder.signingKeys() },
    enabledJWA: { idTokenSigningAlgValues: [SIGNED], clientAuthSigningAlgValues: [SIGNED] },
  };
}

const PROTOCOL = {
  scopes: ['openid', SCOPE],
  responseTypes: ['code'],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => GRAPH,
      useGrantedResource: () => true,
      // Whatever resource a client names, a token of this issuer is for the gateway and nobody else.
      getResourceServerInfo: () => RESOURCE,
    },
  },
  interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/sign-in/${uid}` },
};

const LIFETIMES = {
  issueRefreshToken: (_context: unknown, { clientId }: Client) => clientId === EXPLORER,
  expiresWithSession: () => false,
  rotateRefreshToken: true,
  ttl: {
    AccessToken: ACCESS,
    AuthorizationCode: MINUTE,
    ClientCredentials: ACCESS,
    Grant: WORKING_DAY,
    IdToken: ACCESS,
    Interaction: 10 * MINUTE,
    RefreshToken: WORKING_DAY,
    Session: WORKING_DAY,
  },
};

function accountOf(id: string): { readonly accountId: string; claims(): object } | undefined {
  const login = DEMO_LOGINS.find(({ name }) => name === id);
  return login && { accountId: login.name, claims: () => ({ sub: login.name }) };
}

function claimsOf({ accountId, clientId }: Token): Record<string, unknown> | undefined {
  const claims: CallerClaims | undefined =
    accountId === undefined
      ? SERVICE_ACCOUNTS.find(({ client }) => client === clientId)?.claims
      : DEMO_LOGINS.find(({ name }) => name === accountId)?.claims;
  // What a caller has not is left out, as other issuers do it.
  return claims && Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
}

/** The explorer is ours: nobody is asked for consent to it. */
async function grantFor(provider: Provider, { oidc }: Context, accountId: string) {
  const grant = new provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(GRAPH, SCOPE);
  await grant.save();
  return grant;
}

async function answerToken(provider: Provider, context: Context, accountId: string): Promise<void> {
  const { client } = context.oidc;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addResourceScope(GRAPH, SCOPE);
  const token = new provider.AccessToken({
    accountId,
    client,
    grantId: await grant.save(),
    gty: DEMO_LOGIN_GRANT,
    resourceServer: new provider.ResourceServer(GRAPH, RESOURCE),
    scope: SCOPE,
  });
  context.oidc.entity('AccessToken', token);
  context.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
}
