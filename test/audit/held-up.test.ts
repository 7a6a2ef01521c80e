import { withClient } from '@simpul/kit/postgres/database';
import { verifyAudit } from '@simpul/kit/audit/verification';
import { Client } from 'pg';
import { TEST_AUDIT } from '../testkit/audit';
import { type AuditedHouse, type EmptyDatabase, emptyDatabase, serveHouse } from '../testkit/audited-house';
import { guestHouse, guestIn } from '../testkit/guest-house';

const agency = guestHouse('guest-house');
const NAME = '{ guests(rooms: 1) { name } }';
let database: EmptyDatabase;
let neighbour: EmptyDatabase;
let house: AuditedHouse;
let other: Client | undefined;

beforeAll(async () => {
  neighbour = await emptyDatabase(guestHouse('neighbour'));
});
beforeEach(async () => {
  database = await emptyDatabase(agency);
  house = await serveHouse(agency, database);
});
afterEach(async () => {
  await other?.end();
  other = undefined;
  await house.close();
  await database.drop();
});
afterAll(() => neighbour.drop());

/** Begins a transaction that has a place in the order of all of the server, and leaves it open. */
async function beginIn({ url }: EmptyDatabase): Promise<void> {
  other = new Client({ connectionString: url });
  await other.connect();
  await other.query('BEGIN; SELECT pg_current_xact_id()');
}

type AuditState = Record<'sealed' | 'overdue' | 'gone' | 'unsound', number> & { readonly chain: string };

/** What the house tells of its audit once that is as expected. */
async function auditOnce(isExpected: (audit: AuditState) => boolean): Promise<AuditState> {
  for (;;) {
    const { audit } = (await house.health()) as unknown as { audit: AuditState };
    if (isExpected(audit)) return audit;
  }
}

const verify = (): ReturnType<typeof verifyAudit> =>
  withClient(database.urls.worker, (client) => verifyAudit(client, { keys: TEST_AUDIT.keys, heads: [] }));

it('is not held up by whoever works in another database of the server', async () => {
  await beginIn(neighbour);
  await house.ask(NAME);
  expect(await auditOnce(({ sealed }) => sealed === 1)).toMatchObject({ overdue: 0, chain: 'WHOLE' });
});

describe('while a transaction of its own database is open', () => {
  beforeEach(() => beginIn(database));

  it('waits for it, and says so after two seconds', async () => {
    await house.ask(NAME);
    expect(await auditOnce(({ overdue }) => overdue > 0)).toMatchObject({ sealed: 0, overdue: 1 });
    await other?.query('COMMIT');
    await house.ask(NAME);
    expect(await auditOnce(({ sealed }) => sealed === 2)).toMatchObject({ overdue: 0, chain: 'WHOLE' });
    expect(await verify()).toMatchObject({ sealed: 2, fault: null });
  });

  it.each([
    ['of what was shown', 'query', NAME],
    ['of a change', 'mutation', 'mutation { welcome(room: 1) { room } }'],
  ])('misses a record %s that is deleted meanwhile, for good', async (_, __, question) => {
    await house.ask('{ guests(rooms: 2) { name } }');
    await house.ask(question);
    const [gone] = await database.sql<{ id: string }>(
      'DELETE FROM audit_record WHERE people = $1 RETURNING id',
      [[guestIn(1)]],
    );
    await house.ask('{ guests(rooms: 3) { name } }');
    await other?.query('COMMIT');
    expect(await auditOnce(({ sealed }) => sealed === 3)).toMatchObject({
      ...{ chain: 'BROKEN', gone: 1, unsound: 0, overdue: 0 },
    });
    const reason = 'the record is gone';
    expect(await verify()).toMatchObject({ fault: { sequence: 2, record: gone?.id, reason } });
  });

  it('does not miss the record of a change that was not made', async () => {
    await database.sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE CONSTRAINT TRIGGER no_welcome AFTER INSERT ON audit_record DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.action = 'CHANGE') EXECUTE FUNCTION fail()`);
    expect((await house.ask('mutation { welcome(room: 1) { room } }')).errors).toHaveLength(1);
    await house.ask(NAME);
    await other?.query('COMMIT');
    const audit = await auditOnce(({ sealed }) => sealed === 1);
    expect(audit).toMatchObject({ chain: 'WHOLE', gone: 0 });
    expect(await verify()).toMatchObject({ sealed: 1, fault: null });
  });
});

it('is no alarm when another process of the agency sealed what this one wrote', async () => {
  const twin = await serveHouse(agency, database);
  for (let turn = 1; turn <= 5; turn += 1) {
    await Promise.all([house.ask(NAME), twin.ask(NAME), house.ask(NAME)]);
    await auditOnce(({ sealed }) => sealed >= turn * 2);
  }
  const all = await auditOnce(({ sealed }) => sealed === 15);
  expect(all).toMatchObject({ chain: 'WHOLE', gone: 0 });
  expect(await twin.health()).toMatchObject({ audit: { chain: 'WHOLE', gone: 0 } });
  await twin.close();
});
