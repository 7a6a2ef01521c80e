import { createHmac } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { urlOfDatabase } from '../postgres/address';
import { withClient } from '../postgres/database';

/** Connection URLs of an agency's three roles; none of them is a superuser, and `app` owns nothing. */
export interface RoleUrls {
  /** Owns the tables; runs migrations. */
  readonly owner: string;
  /** Serves requests under row-level security. */
  readonly app: string;
  /** Loads facts and demonstration data; later relay, expiry, import. */
  readonly worker: string;
  /** Roles that only this agency has, by name. */
  readonly own: Readonly<Record<string, string>>;
}

const ROLES = ['owner', 'app', 'worker'] as const;

/** On it processes that provision the same database take turns. */
const LOCK = 4_871_204;

/** What an agency's roles may do beyond serving: nothing, and its administrator no more than making them. */
const NOTHING_MORE = 'NOCREATEDB NOCREATEROLE';
// A database is given to another owner, which provisioning does, only by a role that could also make one.
const ADMINISTERS = 'CREATEDB CREATEROLE';

/** The name of an agency in PostgreSQL: `labor-office` is `labor_office`. */
export function databaseName(agency: string): string {
  return agency.replaceAll('-', '_');
}

/** The URLs of an agency's roles, derived from the URL of the database's administrator. */
export function roleUrls(adminUrl: string, agency: string, own: readonly string[] = []): RoleUrls {
  const url = (role: string): string => urlOfRole(adminUrl, roleName(agency, role));
  return {
    ...{ owner: url('owner'), app: url('app'), worker: url('worker') },
    own: Object.fromEntries(own.map((role) => [role, url(role)])),
  };
}

/**
 * Gives an agency's database, which must exist, an administrator of its own, shuts everybody else out, and answers that
 * administrator's URL; safe to repeat. The server's role must be allowed to make roles.
 */
export async function provisionAdministrator(serverUrl: string, agency: string): Promise<string> {
  const name = `${databaseName(agency)}_admin`;
  const url = urlOfDatabase(serverUrl, databaseName(agency));
  await provision(url, async (client, database) => {
    await client.query(createRole(name, rolePassword(url, name), ADMINISTERS));
    const admin = escapeIdentifier(name);
    for (const role of await rolesBeyond(client, name, agency))
      await client.query(`GRANT ${escapeIdentifier(role)} TO ${admin} WITH ADMIN OPTION`);
    const owners = [name, roleName(agency, 'owner')];
    const { rowCount: owned } = await client.query(
      'SELECT FROM pg_database WHERE datname = current_database() AND pg_get_userbyid(datdba) = ANY ($1)',
      [owners],
    );
    if (owned === 0) await client.query(`ALTER DATABASE ${database} OWNER TO ${admin}`);
    await client.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
  });
  return urlOfRole(url, name);
}

/**
 * Creates what is missing of the agency's roles and hands the database to its owner; safe to repeat, also at once. A role
 * of the agency's own may connect and nothing else: what it reaches is for the agency's migrations to grant.
 */
export async function provisionRoles(
  adminUrl: string,
  agency: string,
  own: readonly string[] = [],
): Promise<RoleUrls> {
  await provision(adminUrl, async (client, database) => {
    for (const role of [...ROLES, ...own]) {
      const name = roleName(agency, role);
      await client.query(createRole(name, rolePassword(adminUrl, name), NOTHING_MORE));
    }
    const [owner, app, worker] = ROLES.map((role) => escapeIdentifier(roleName(agency, role)));
    await client.query(`
      ALTER DATABASE ${database} OWNER TO ${owner};
      REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${database} TO ${app}, ${worker};
      ALTER SCHEMA public OWNER TO ${owner};
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO ${app}, ${worker};`);
    for (const role of own)
      await client.query(
        `GRANT CONNECT ON DATABASE ${database} TO ${escapeIdentifier(roleName(agency, role))}`,
      );
  });
  return roleUrls(adminUrl, agency, own);
}

/** Roles and rights cannot be changed by two at the same time; the lock ends with the connection. */
async function provision(
  url: string,
  work: (client: Client, database: string) => Promise<void>,
): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    await work(client, escapeIdentifier(rows[0]?.name ?? ''));
  });
}

/** The agency's roles that its administrator did not make and may not hand on: those of a database older than it is. */
async function rolesBeyond(client: Client, admin: string, agency: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles r WHERE rolname ~ $1 AND rolname <> $2 AND NOT EXISTS (
       SELECT FROM pg_auth_members m WHERE m.roleid = r.oid AND m.admin_option AND pg_get_userbyid(m.member) = $2)`,
    [`^${databaseName(agency)}_[a-z]+$`, admin],
  );
  return rows.map(({ name }) => name);
}

function roleName(agency: string, role: string): string {
  return `${databaseName(agency)}_${role}`;
}

/** The same database as another role, with the password that is derived for it. */
function urlOfRole(url: string, name: string): string {
  const own = new URL(url);
  if (own.searchParams.has('user')) own.searchParams.set('user', name);
  else own.username = name;
  const password = rolePassword(url, name);
  if (password !== null) own.password = password;
  return own.href;
}

/** Derived, so that every replica knows it and nothing has to be stored; null where the server trusts its socket. */
function rolePassword(adminUrl: string, role: string): string | null {
  const { password } = new URL(adminUrl);
  return password === ''
    ? null
    : createHmac('sha256', decodeURIComponent(password)).update(role).digest('base64url');
}

function createRole(name: string, password: string | null, rights: string): string {
  const role = escapeIdentifier(name);
  const setPassword = password === null ? '' : `ALTER ROLE ${role} PASSWORD ${escapeLiteral(password)};`;
  return `
    DO $$ BEGIN
      CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS ${rights};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
    ${setPassword}
    GRANT ${role} TO CURRENT_USER;`;
}
