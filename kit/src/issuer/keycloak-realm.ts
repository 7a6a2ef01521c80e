import { ROLES } from '@simpul/schema/contract/identity';
import { SERVICE_ACCOUNTS } from '@simpul/schema/demo/logins';
import { z } from 'zod';
import { AUDIENCE } from './provider';
import { EXPLORER, SIGNED_IN } from './clients';

const flag = z.enum(['true', 'false']);
const oidc = z.literal('openid-connect');

/** The claims that a user's attributes become, as the gateway looks for them. */
const ATTRIBUTES = ['organization', 'office', 'employer', 'person'] as const;

const mapper = z.strictObject({
  name: z.string(),
  protocol: oidc,
  protocolMapper: z.enum([
    'oidc-audience-mapper',
    'oidc-sub-mapper',
    'oidc-usermodel-attribute-mapper',
    'oidc-usermodel-realm-role-mapper',
  ]),
  consentRequired: z.boolean(),
  config: z.strictObject({
    'included.custom.audience': z.string().optional(),
    'user.attribute': z.string().optional(),
    'claim.name': z.string().optional(),
    'jsonType.label': z.literal('String').optional(),
    multivalued: flag.optional(),
    'access.token.claim': flag,
    'id.token.claim': flag.optional(),
    'userinfo.token.claim': flag.optional(),
    'introspection.token.claim': flag.optional(),
  }),
});

const clientSchema = z.strictObject({
  clientId: z.string(),
  name: z.string(),
  protocol: oidc,
  enabled: z.literal(true),
  publicClient: z.boolean(),
  standardFlowEnabled: z.boolean(),
  implicitFlowEnabled: z.literal(false),
  directAccessGrantsEnabled: z.literal(false),
  serviceAccountsEnabled: z.boolean(),
  fullScopeAllowed: z.boolean(),
  clientAuthenticatorType: z.literal('client-jwt').optional(),
  redirectUris: z.array(z.url()),
  webOrigins: z.array(z.url()),
  defaultClientScopes: z.array(z.string()),
  optionalClientScopes: z.array(z.string()),
  // Without it access tokens are not told from id tokens by their type.
  attributes: z.strictObject({
    'access.token.header.type.rfc9068': z.literal('true'),
    'pkce.code.challenge.method': z.literal('S256').optional(),
    'token.endpoint.auth.signing.alg': z.literal('ES256').optional(),
    'use.jwks.string': flag.optional(),
    'use.jwks.url': flag.optional(),
    'jwks.url': z
      .string()
      .regex(/^\$\{[A-Z_]+_JWKS_URL\}$/)
      .optional(),
  }),
});

const userSchema = z.strictObject({
  username: z.string(),
  enabled: z.literal(true),
  serviceAccountClientId: z.string(),
  realmRoles: z.array(z.enum(ROLES)),
  attributes: z.strictObject({ organization: z.array(z.uuid()).length(1) }),
});

/** What this house uses of Keycloak's RealmRepresentation: whatever else stands in a realm is a slip of the pen. */
const realmSchema = z.strictObject({
  realm: z.string(),
  displayName: z.string(),
  enabled: z.literal(true),
  sslRequired: z.enum(['external', 'all']),
  registrationAllowed: z.literal(false),
  resetPasswordAllowed: z.literal(false),
  bruteForceProtected: z.literal(true),
  accessTokenLifespan: z.literal(300),
  ssoSessionIdleTimeout: z.number().int().positive(),
  ssoSessionMaxLifespan: z.number().int().positive(),
  revokeRefreshToken: z.literal(true),
  refreshTokenMaxReuse: z.literal(0),
  defaultSignatureAlgorithm: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']),
  roles: z.strictObject({ realm: z.array(z.strictObject({ name: z.enum(ROLES) })) }),
  clientScopes: z.tuple([
    z.strictObject({
      name: z.literal('simpul'),
      description: z.string(),
      protocol: oidc,
      attributes: z.strictObject({ 'include.in.token.scope': flag }),
      protocolMappers: z.array(mapper),
    }),
  ]),
  clients: z.array(clientSchema),
  users: z.array(userSchema),
  components: z.strictObject({
    'org.keycloak.userprofile.UserProfileProvider': z.tuple([
      z.strictObject({
        providerId: z.literal('declarative-user-profile'),
        config: z.strictObject({ 'kc.user.profile.config': z.tuple([z.string()]) }),
      }),
    ]),
  }),
});

/** What is wrong with a realm file: its form, or that it differs from what the development issuer promises; empty if nothing. */
export function realmFaults(realm: unknown): readonly string[] {
  const read = realmSchema.safeParse(realm);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const promises = [...promisesOfClaims(read.data), ...promisesOfClients(read.data)];
  return promises.flatMap(([isKept, fault]) => (isKept ? [] : [fault]));
}

type Realm = z.output<typeof realmSchema>;
type Promised = readonly [isKept: boolean, fault: string];

function promisesOfClaims({ clientScopes, roles }: Realm): readonly Promised[] {
  const mappers = new Map(clientScopes[0].protocolMappers.map(({ name, config }) => [name, config]));
  const audience = mappers.get('audience')?.['included.custom.audience'];
  return [
    [
      sameNames(
        roles.realm.map(({ name }) => name),
        ROLES,
      ),
      'roles: must be those of the contract',
    ],
    [audience === AUDIENCE, `audience: must be ${AUDIENCE}`],
    [mappers.get('roles')?.['claim.name'] === 'roles', 'roles: must become the claim roles'],
    [mappers.has('subject'), 'subject: must be mapped'],
    ...ATTRIBUTES.map((name): Promised => {
      const config = mappers.get(name);
      const isKept = config?.['user.attribute'] === name && config['claim.name'] === name;
      return [isKept, `${name}: must become the claim ${name}`];
    }),
  ];
}

function promisesOfClients({ clients, users }: Realm): readonly Promised[] {
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  const explorer = byId.get(EXPLORER);
  const hasProofKey = explorer?.publicClient === true && 'pkce.code.challenge.method' in explorer.attributes;
  const wanted = [EXPLORER, ...SERVICE_ACCOUNTS.map(({ client }) => client)];
  return [
    [sameNames([...byId.keys()], wanted), 'clients: must be the explorer and one service account per agency'],
    [
      clients.every(({ defaultClientScopes }) => defaultClientScopes.includes('simpul')),
      'clients: need the scope',
    ],
    [
      hasProofKey && explorer.redirectUris.every((uri) => uri.endsWith(SIGNED_IN)),
      'explorer: must sign in by code and proof key, and come back to its own page',
    ],
    ...SERVICE_ACCOUNTS.map(({ client, claims }): Promised => {
      const user = users.find(({ serviceAccountClientId }) => serviceAccountClientId === client);
      const signsIn = byId.get(client)?.clientAuthenticatorType === 'client-jwt';
      const isRight = user?.attributes.organization[0] === claims.organization;
      return [signsIn && isRight, `${client}: must sign in by a key, for its own organisation`];
    }),
  ];
}

function sameNames(found: readonly string[], wanted: readonly string[]): boolean {
  return [...found].sort().join() === [...wanted].sort().join();
}
