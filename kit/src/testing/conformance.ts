import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAgencySchema } from '../graphql/agency-schema';
import type { Agency } from '../agency/agency';
import { migrate, revertLastMigration } from '../database/migrate';
import { provisionRoles } from '../database/roles';
import { isDataSelect, observeStatements } from '../database/statements';
import { type OpenDoor, describeDoor } from './door';

/** An agency under test, opened over a database with recorded facts and demonstration data. */
export interface OpenAgency extends OpenDoor {
  /** Administrator's URL of its database. */
  readonly databaseUrl: string;
  ask(query: string, variables?: object): Promise<Answer>;
  sql<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
  /** Runs a statement as the role that serves requests, without saying who asks. */
  sqlAsApp<T extends object>(statement: string): Promise<T[]>;
  close(): Promise<void>;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
}

/** What the suite has to know of an agency. */
export interface Conformance {
  readonly agency: Agency;
  /** File of the committed SDL. */
  readonly sdl: string;
  open(): Promise<OpenAgency>;
  /** Entities that others refer to: `fields` are asked by reference, and by their root field if they have one. */
  readonly entities: readonly EntityUnderTest[];
  /** Every table with rows about people, and every secret: all that row-level security must cover. */
  readonly protectedTables: readonly string[];
  /** A root list and the table behind it, which the suite takes away to provoke a fault. */
  readonly fault: { readonly query: string; readonly field: string; readonly table: string };
}

export interface EntityUnderTest {
  readonly type: string;
  readonly key: 'id' | 'code' | 'npsn';
  /** Well-formed key of none of them; a random id needs no saying. */
  readonly unknown?: string;
  /** Root field that answers one of them; null: there is none. */
  readonly root: string | null;
  readonly table: string;
  readonly column: string;
  readonly fields: string;
}

/** What every agency has on record of who may know of whom. */
const PROTECTED_BY_THE_HOUSE = ['consent_echo', 'disclosure_basis'];

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** What every agency promises, whatever its domain. */
export function describeConformance(conformance: Conformance): void {
  let open: OpenAgency;
  const opened = (): OpenAgency => open;
  beforeAll(async () => {
    open = await conformance.open();
  });
  afterAll(() => open.close());
  describe('as a service', () => {
    describeService(conformance, opened);
  });
  describe('without the word of the gateway', () => {
    describeDoor(conformance.agency, opened);
  });
  describe.each(conformance.entities)('$type by reference', (entity) => {
    describeEntity(entity, opened);
  });
  describe('in its database', () => {
    describeDatabase([...conformance.protectedTables, ...PROTECTED_BY_THE_HOUSE], opened);
    describeMigrations(conformance.agency, opened);
  });
}

function describeService({ agency, sdl, fault }: Conformance, opened: () => OpenAgency): void {
  it.each(['live', 'ready'])('answers /health/%s', async (probe) => {
    expect((await fetch(`${opened().origin}/health/${probe}`)).status).toBe(200);
  });

  it('publishes the SDL that is committed', async () => {
    expect((await buildAgencySchema(agency.schema)).sdl).toBe(readFileSync(sdl, 'utf8'));
  });

  it('takes GraphQL by POST only', async () => {
    expect((await fetch(`${opened().origin}/graphql?query=%7B__typename%7D`)).status).toBe(405);
  });

  it('masks what it does not know, and stays up', async () => {
    await opened().sql(`ALTER TABLE ${fault.table} RENAME TO ${fault.table}_away`);
    const { data, errors } = await opened().ask(fault.query);
    await opened().sql(`ALTER TABLE ${fault.table}_away RENAME TO ${fault.table}`);
    expect(data).toEqual({ [fault.field]: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(errors)).not.toMatch(new RegExp(`${fault.table}|relation|SELECT`, 'i'));
    expect((await opened().ask(fault.query)).errors).toBeUndefined();
  });
}

function describeEntity(
  { type, key, unknown = UNKNOWN_ID, root, table, column, fields }: EntityUnderTest,
  opened: () => OpenAgency,
): void {
  const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${key} ${fields} } } }`;
  const keys = async (): Promise<string[]> => {
    const rows = await opened().sql<{ key: string }>(
      `SELECT ${column} AS key FROM ${table} ORDER BY 1 LIMIT 50`,
    );
    return rows.map((row) => row.key);
  };
  const represent = (values: readonly string[]): object => ({
    r: values.map((value) => ({ __typename: type, [key]: value })),
  });

  if (root !== null)
    it('is what the root field answers', async () => {
      const [one = ''] = await keys();
      const byRoot = await opened().ask(`query ($key: ID!) { ${root}(${key}: $key) { ${key} ${fields} } }`, {
        key: one,
      });
      const byReference = await opened().ask(entities, represent([one]));
      expect(byRoot.errors).toBeUndefined();
      expect(byRoot.data?.[root]).not.toBeNull();
      expect(byReference.data?.['_entities']).toEqual([byRoot.data?.[root]]);
    });

  it('costs one select, however many are asked for', async () => {
    const values = await keys();
    expect(values.length).toBeGreaterThan(1);
    const selects: string[] = [];
    const stop = observeStatements(({ sql }) => {
      if (isDataSelect(sql)) selects.push(sql);
    });
    const { errors } = await opened().ask(entities, represent(values));
    stop();
    expect(errors).toBeUndefined();
    expect(selects).toHaveLength(1);
  });

  it('is null for an unknown key, and a malformed one harms only itself', async () => {
    const [one = ''] = await keys();
    const malformed = key === 'id' ? 'not an id' : '\u0000';
    const { data, errors } = await opened().ask(entities, represent([one, unknown, malformed]));
    expect(data?.['_entities']).toEqual([expect.objectContaining({ [key]: one }), null, null]);
    const told = (errors ?? []).map(({ path, extensions }) => ({
      path: path?.slice(0, 2),
      code: extensions.code,
    }));
    expect(told).toEqual([{ path: ['_entities', 2], code: 'BAD_USER_INPUT' }]);
  });
}

function describeDatabase(listed: readonly string[], opened: () => OpenAgency): void {
  const protectedTables = `SELECT relname AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname = 'public' AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity`;

  it('protects the tables that it lists and no others', async () => {
    const found = await opened().sql<{ name: string }>(protectedTables);
    expect(found.map(({ name }) => name).sort()).toEqual([...listed].sort());
  });

  beforeAll(async () => {
    // Not everybody's people have consented to something.
    await opened()
      .sql(`INSERT INTO consent_echo SELECT person_id, person_id, keeper_id, 'TRAINING', '{HISTORY}', valid_from, NULL, true
      FROM disclosure_basis LIMIT 1`);
  });

  it.each(listed)('shows no row of %s to a connection that has not said who asks', async (table) => {
    expect(await opened().sql(`SELECT 1 FROM "${table}" LIMIT 1`)).toHaveLength(1);
    expect(await opened().sqlAsApp(`SELECT 1 FROM "${table}" LIMIT 1`)).toEqual([]);
  });

  it('protects every table that is keyed to a person', async () => {
    const keyed = await opened().sql(`SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'person_id' AND table_name NOT IN (SELECT name FROM (${protectedTables}) t)`);
    expect(keyed).toEqual([]);
  });

  it('has the person in every key of a table that is keyed to a person, so that it can be distributed', async () => {
    const offending = await opened().sql(`
      SELECT t.relname AS table, i.relname AS key FROM pg_index x
      JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_attribute person ON person.attrelid = t.oid AND person.attname = 'person_id'
      WHERE t.relnamespace = 'public'::regnamespace AND x.indisunique AND NOT person.attnum = ANY (x.indkey::int2[])`);
    expect(offending).toEqual([]);
  });

  it('serves as a role that is no superuser, owns nothing and cannot rewrite history', async () => {
    const [role] = await opened().sqlAsApp<object>(`SELECT rolsuper, rolbypassrls, rolcreaterole,
      (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned FROM pg_roles WHERE rolname = current_user`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
    await expect(opened().sqlAsApp('DELETE FROM event')).rejects.toMatchObject({ code: '42501' });
    await expect(opened().sqlAsApp('UPDATE event SET demo = false')).rejects.toMatchObject({ code: '42501' });
  });
}

/** Last of all, because nothing of the agency is left in between. */
function describeMigrations({ name, migrations, ownRoles }: Agency, opened: () => OpenAgency): void {
  it('takes its migrations back one by one, and brings them again', async () => {
    // As an agency does when it starts: a copied database is not its owner's yet, who may have schemas to make.
    const urls = await provisionRoles(opened().databaseUrl, name, ownRoles);
    const tables = `SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname = 'public' AND relkind IN ('r', 'v') AND relname <> 'migration' ORDER BY 1`;
    const before = await opened().sql(tables);
    const [done] = await opened().sql<{ n: number }>('SELECT count(*)::int AS n FROM migration');
    for (let left = done?.n ?? 0; left > 0; left -= 1) await revertLastMigration(name, urls, migrations);
    expect(await opened().sql(tables)).toEqual([]);
    await Promise.all([migrate(name, urls, migrations), migrate(name, urls, migrations)]);
    expect(await opened().sql(tables)).toEqual(before);
  });
}
