import { LOADER, openAgencyDatabase } from '@simpul/kit/agency/agency';
import { roleUrls } from '@simpul/kit/database/roles';
import { withClient } from '@simpul/kit/postgres/database';
import { KeyRing } from '@simpul/kit/secrets/key-ring';
import { storyBlock } from '@simpul/schema/demo/story';
import { type TestAgency, openTestAgency, testSecrets } from '@simpul/test/testkit/agency';
import { laborOffice } from '../agency';
import { nikKeys } from '../secrets';
import { nikOf } from '../seed/demo-nik';
import { rotateNiks } from './person-nik-rotation.service';
import { openNik, isSameNik } from './person-nik-sealing.service';
import { storedNikRepository } from './person-nik.repository';
import { IDENTITY_ROLE } from './person-nik.service';

const { people } = storyBlock(0);
let agency: TestAgency;

beforeAll(async () => {
  agency = await openTestAgency(laborOffice, 1);
});
afterAll(() => agency.close());

describe('the door of the database', () => {
  const ASKS = "SELECT set_config('simpul.subject', 'test', false)";

  /** What a statement gives to a role that has said who asks: its number of rows, or SQLSTATE. */
  async function as(role: string, statement: string): Promise<unknown> {
    const { owner, app, worker, own } = roleUrls(agency.databaseUrl, laborOffice.name, laborOffice.ownRoles);
    const url = { owner, app, worker, ...own }[role] ?? '';
    return withClient(url, async (client) => {
      await client.query(ASKS);
      return client.query(`BEGIN; ${statement}; ROLLBACK`).then(
        (results) => (results as unknown as { rowCount: number }[])[1]?.rowCount,
        (error: unknown) => (error as { code: string }).code,
      );
    });
  }

  const READ = 'SELECT person_id, nik_enc, nik_bidx FROM identity.person_nik LIMIT 1';
  const ENC = 'SELECT nik_enc FROM identity.person_nik LIMIT 1';
  const INDEX = 'SELECT person_id FROM identity.person_nik WHERE nik_bidx IS NOT NULL LIMIT 1';
  const ALL = 'SELECT * FROM identity.person_nik LIMIT 1';
  const RETURN = "UPDATE identity.person_nik SET key_id = 'k' RETURNING nik_enc";
  const LAST = 'SELECT person_id, last_four FROM identity.person_nik LIMIT 1';
  const DELETE = 'DELETE FROM identity.nik_check';
  const REFUSED = '42501';

  it.each([
    [
      'app',
      {
        READ: REFUSED,
        ENC: REFUSED,
        INDEX: REFUSED,
        ALL: REFUSED,
        RETURN: REFUSED,
        LAST: 1,
        DELETE: REFUSED,
      },
    ],
    [
      'worker',
      {
        READ: REFUSED,
        ENC: REFUSED,
        INDEX: REFUSED,
        ALL: REFUSED,
        RETURN: REFUSED,
        LAST: REFUSED,
        DELETE: REFUSED,
      },
    ],
    ['owner', { READ: REFUSED, ENC: REFUSED, INDEX: REFUSED, ALL: REFUSED, RETURN: REFUSED, LAST: REFUSED }],
    ['identity', { READ: 1, ENC: 1, INDEX: 1, ALL: 1, RETURN: 250, LAST: 1, DELETE: REFUSED }],
  ] as const)('gives %s what is its own', async (role, expected) => {
    const statements: Record<string, string> = { READ, ENC, INDEX, ALL, RETURN, LAST, DELETE };
    const given: Record<string, unknown> = {};
    for (const name of Object.keys(expected)) given[name] = await as(role, statements[name] ?? '');
    expect(given).toEqual(expected);
  });

  it('gives the role of numbers no other table', async () => {
    for (const table of ['person', 'event', 'idempotency', 'identity.nik_reveal'])
      expect(await as('identity', `SELECT 1 FROM ${table} LIMIT 1`)).toBe(REFUSED);
  });

  it('lets no other role become it', async () => {
    for (const role of ['app', 'worker', 'owner'])
      expect(await as(role, 'SET LOCAL ROLE labor_office_identity')).toBe(REFUSED);
  });

  it('shows no row to whoever has not said who asks, and protects every table', async () => {
    expect(await agency.sqlAsApp('SELECT last_four FROM identity.person_nik')).toEqual([]);
    const { own } = roleUrls(agency.databaseUrl, laborOffice.name, [IDENTITY_ROLE]);
    const seen = await withClient(own[IDENTITY_ROLE] ?? '', (client) => client.query(ALL));
    expect(seen.rows).toEqual([]);
    const open = await agency.sql(`SELECT relname FROM pg_class WHERE relnamespace = 'identity'::regnamespace
      AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)`);
    expect(open).toEqual([]);
  });

  it('keeps no sample of a number among the statistics', async () => {
    const owner = roleUrls(agency.databaseUrl, laborOffice.name).owner;
    await withClient(owner, (client) => client.query('ANALYZE identity.person_nik'));
    const sampled = await agency.sql<{ attname: string }>(
      `SELECT attname FROM pg_stats WHERE schemaname = 'identity' AND tablename = 'person_nik'`,
    );
    expect(sampled.map(({ attname }) => attname)).toContain('person_id');
    expect(sampled.filter(({ attname }) => /^nik_/.test(attname))).toEqual([]);
  });
});

describe('the demonstration', () => {
  it('has a number of its own for everybody, in a district that there is not', () => {
    const all = [0, 1, 39, 40, 399].flatMap((block) => storyBlock(block).people).map(nikOf);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((nik) => !/^367[23](09|[1-9]\d)\d{10}$/.test(nik))).toEqual([]);
  });

  it('stores every number encrypted', async () => {
    const rows = await agency.sql<{ id: string; text: string }>(
      "SELECT person_id AS id, encode(nik_enc, 'escape') || person_nik::text AS text FROM identity.person_nik",
    );
    expect(rows).toHaveLength(people.length);
    const nikById = new Map(people.map((person) => [person.id, nikOf(person)]));
    expect(rows.filter(({ id, text }) => text.includes(nikById.get(id) ?? ''))).toEqual([]);
  });
});

describe('a rotation', () => {
  it('brings every number under the active key in batches, readable all the while', async () => {
    const secrets = testSecrets(laborOffice);
    const old = secrets.of(nikKeys);
    const [key, next, index] = [1, 2, 3].map((fill) => Buffer.alloc(32, fill).toString('base64'));
    // The ring of tests is made anew from the same bytes; its first key is needed to go on reading.
    const bytes = JSON.parse(ringText()) as { keys: { k1: string } };
    const ring = KeyRing.parse(
      JSON.stringify({ active: 'k2', keys: { k0: key, k1: bytes.keys.k1, k2: next }, index }),
    );
    const urls = roleUrls(agency.databaseUrl, laborOffice.name, laborOffice.ownRoles);
    const database = await openAgencyDatabase(laborOffice, urls);
    const [person] = people;
    if (!person) throw new Error('Nobody is there.');
    const stored = async () => {
      const row = await database.as(IDENTITY_ROLE, LOADER, (db) => storedNikRepository.find(db, person.id));
      if (!row) throw new Error('The number is gone.');
      return row;
    };

    const before = await stored();
    expect([openNik(old, before), openNik(ring, before)]).toEqual([nikOf(person), nikOf(person)]);
    expect(isSameNik(ring, before, nikOf(person))).toBe(true);
    expect(isSameNik(ring, before, `${nikOf(person).slice(0, -1)}x`)).toBe(false);

    expect(await rotateNiks(database, ring, 60)).toBe(people.length);
    expect(await rotateNiks(database, ring, 60)).toBe(0);

    const after = await stored();
    expect([after.keyId, after.bidxKeyId]).toEqual(['k2', ring.indexKeyId]);
    expect(openNik(ring, after)).toBe(nikOf(person));
    expect(isSameNik(ring, after, nikOf(person))).toBe(true);
    expect(() => openNik(old, after)).toThrow('no key k2');
    await database.close();
  });

  function ringText(): string {
    let text = '';
    testSecrets({
      ...laborOffice,
      secretFiles: [
        {
          ...nikKeys,
          generate: (random) => (text = nikKeys.generate(random)),
        },
      ],
    });
    return text;
  }
});
