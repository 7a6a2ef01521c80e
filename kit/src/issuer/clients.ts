import { SERVICE_ACCOUNTS } from '@simpul/schema/demo/logins';
import { type IssuerFolder, type PrivateJwk, publicPart } from './folder';

/** The public client that people sign in with from the explorer: no secret, a proof key for each code (PKCE). */
export const EXPLORER = 'explorer';

/** The client of scripts on this machine: whoever can read its key may ask for any demo login. */
export const SCRIPTS = 'scripts';

/** The grant by which scripts name a demo login; the development issuer alone has it. */
export const DEMO_LOGIN_GRANT = 'urn:simpul:demo-login';

/** Where the explorer's people come back to. */
export const SIGNED_IN = '/graphiql/signed-in';

/** The clients of the development issuer; none has a secret that anybody shares. */
export function clientsOf(folder: IssuerFolder, explorerOrigins: readonly string[]): readonly object[] {
  return [
    {
      client_id: EXPLORER,
      client_name: 'Explorer of the graph',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: explorerOrigins.map((origin) => origin + SIGNED_IN),
    },
    withKey(SCRIPTS, folder.clientKey(SCRIPTS), DEMO_LOGIN_GRANT),
    ...SERVICE_ACCOUNTS.map(({ client }) => withKey(client, folder.clientKey(client), 'client_credentials')),
  ];
}

/** A client that proves who it is by a signature. */
function withKey(id: string, key: PrivateJwk, grant: string): object {
  return {
    client_id: id,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    grant_types: [grant],
    response_types: [],
    redirect_uris: [],
    jwks: { keys: [publicPart(key)] },
  };
}
