import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Connection URLs of an agency's three roles; none of them is a superuser, and `app` owns nothing. */
export interface RoleUrls {
  /** Owns the tables; runs migrations. */
  readonly owner: string;
  /** Serves requests under row-level security. */
  readonly app: string;
  /** Loads facts and demonstration data; later relay, expiry, import. */
  readonly worker: string;
}

const ROLES = ['owner', 'app', 'worker'] as const;

/** The name of an agency in PostgreSQL: `labor-office` is `labor_office`. */
export function databaseName(agency: string): string {
  return agency.replaceAll('-', '_');
}

/** The URLs of an agency's roles, derived from the URL of the database's administrator. */
export function roleUrls(adminUrl: string, agency: string): RoleUrls {
  const url = (role: (typeof ROLES)[number]): string => {
    const own = new URL(adminUrl);
    const name = roleName(agency, role);
    if (own.searchParams.has('user')) own.searchParams.set('user', name);
    else own.username = name;
    const password = rolePassword(adminUrl, name);
    if (password !== null) own.password = password;
    return own.href;
  };
  return { owner: url('owner'), app: url('app'), worker: url('worker') };
}

/** Creates what is missing of the agency's roles and hands the database to its owner; safe to repeat. */
export async function provisionRoles(adminUrl: string, agency: string): Promise<RoleUrls> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = escapeIdentifier(rows[0]?.name ?? '');
    for (const role of ROLES)
      await client.query(createRole(roleName(agency, role), rolePassword(adminUrl, roleName(agency, role))));
    const [owner, app, worker] = ROLES.map((role) => escapeIdentifier(roleName(agency, role)));
    await client.query(`
      ALTER DATABASE ${database} OWNER TO ${owner};
      REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
      GRANT CONNECT ON DATABASE ${database} TO ${app}, ${worker};
      ALTER SCHEMA public OWNER TO ${owner};
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO ${app}, ${worker};`);
  } finally {
    await client.end();
  }
  return roleUrls(adminUrl, agency);
}

function roleName(agency: string, role: (typeof ROLES)[number]): string {
  return `${databaseName(agency)}_${role}`;
}

/** Derived, so that every replica knows it and nothing has to be stored; null where the server trusts its socket. */
function rolePassword(adminUrl: string, role: string): string | null {
  const { password } = new URL(adminUrl);
  return password === ''
    ? null
    : createHmac('sha256', decodeURIComponent(password)).update(role).digest('base64url');
}

function createRole(name: string, password: string | null): string {
  const role = escapeIdentifier(name);
  const setPassword = password === null ? '' : `ALTER ROLE ${role} PASSWORD ${escapeLiteral(password)};`;
  return `
    DO $$ BEGIN
      CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
    ${setPassword}
    GRANT ${role} TO CURRENT_USER;`;
}
