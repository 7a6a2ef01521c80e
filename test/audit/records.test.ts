import { openClock } from '@simpul/kit/clock/clock';
import { AuditKeys } from '@simpul/kit/audit/audit-keys';
import { AwaitedRecords } from '@simpul/kit/audit/awaited-records';
import { STORED_DIGEST, insertRecords, recordDigest, signRecord } from '@simpul/kit/audit/audit-record';
import { RecordWriter } from '@simpul/kit/audit/record-writer';
import { RequestDisclosures } from '@simpul/kit/audit/request-disclosures';
import { openLog } from '@simpul/kit/log/log';
import { anonymous } from '@simpul/kit/identity/identity';
import { type AuditedHouse, type EmptyDatabase, emptyDatabase, serveHouse } from '../testkit/audited-house';
import { untilShown } from '../testkit/blocked-audit';
import { guestHouse, guestIn } from '../testkit/guest-house';

const agency = guestHouse('guest-house');
const NAMES = '{ guests(rooms: 3) { id room name } }';
const OFFICIAL = {
  subject: 'official',
  client: 'desk',
  organization: 'office',
  purpose: 'PLACEMENT',
} as const;
let database: EmptyDatabase;
let house: AuditedHouse;

beforeAll(async () => {
  database = await emptyDatabase(agency);
  house = await serveHouse(agency, database);
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

const recorded = (): Promise<Record<string, unknown>[]> =>
  database.sql('SELECT * FROM audit_record ORDER BY tx, id');
const forget = (): Promise<object[]> => database.sql('TRUNCATE audit_record, audit_seal');

describe('what a request is shown', () => {
  beforeEach(forget);

  it('has one record per type and set of fields when the answer is there', async () => {
    const { data, errors } = await house.ask(NAMES, OFFICIAL);
    expect(errors).toBeUndefined();
    expect(data?.['guests']).toHaveLength(3);
    const people = [1, 2, 3].map(guestIn);
    expect(await recorded()).toMatchObject([
      { action: 'READ', type: 'Guest', fields: ['name'], people, masked: false, ...OFFICIAL },
    ]);
  });

  it('has none when it tells nothing of people', async () => {
    await house.ask('{ guests(rooms: 3) { id room } }');
    expect(await recorded()).toEqual([]);
  });

  it('tells of refusals, too, and of nobody in them', async () => {
    await house.ask('{ diary }');
    expect(await recorded()).toMatchObject([
      { action: 'REFUSED', type: 'Guest', fields: ['diary'], people: [] },
    ]);
  });

  it('tells who changed what of whom, and what the outcome showed', async () => {
    await house.ask('mutation { welcome(room: 2) { room name } }', OFFICIAL);
    expect(await recorded()).toMatchObject([
      { action: 'CHANGE', type: 'Guest', fields: ['GuestWelcomed'], people: [guestIn(2)], ...OFFICIAL },
      { action: 'READ', type: 'Guest', fields: ['name'], people: [guestIn(2)] },
    ]);
  });

  it('is signed as the database gives it back, whatever an issuer calls its accounts', async () => {
    const keys = AuditKeys.parse(AuditKeys.generate());
    const subject = 'a"b\\c\td\u0001e\u007f\u2028é\ud800,{}\0';
    const caller = { ...anonymous, subject, client: '', roles: ['HEAD', 'AUDITOR'] as const };
    const disclosures = new RequestDisclosures({
      ...{
        identity: caller,
        purpose: null,
        requestId: 'r',
        bundleVersion: null,
        keys,
        awaited: new AwaitedRecords(),
      },
      clock: { now: () => new Date('2026-06-15T05:00:00.007Z'), today: () => '2026-06-15' },
    });
    disclosures.refused('Person.name');
    const records = disclosures.records();
    await insertRecords((sql, parameters) => database.sql(sql, parameters), records);
    const [stored] = await database.sql<{ digest: string }>(
      `SELECT ${STORED_DIGEST} AS digest FROM audit_record`,
    );
    expect(stored?.digest).toBe(records[0] && recordDigest(records[0]));
  });
});

describe('the role that serves requests', () => {
  it('writes records, and neither reads, changes nor orders them', async () => {
    const app = await serveStatements();
    for (const statement of [
      'SELECT id FROM audit_record',
      'UPDATE audit_record SET masked = true',
      'DELETE FROM audit_record',
      'TRUNCATE audit_record',
      'SELECT seq FROM audit_seal',
      'INSERT INTO audit_record (tx) VALUES (1::text::xid8)',
      'INSERT INTO witnessed_head (agency) VALUES (1)',
    ])
      await expect(app(statement)).rejects.toMatchObject({ code: '42501' });
  });

  async function serveStatements(): Promise<(statement: string) => Promise<unknown>> {
    const { withClient } = await import('@simpul/kit/postgres/database');
    return (statement) => withClient(database.urls.app, (client) => client.query(statement));
  }
});

describe('while records cannot be written', () => {
  beforeEach(forget);
  beforeEach(() => database.sql('REVOKE INSERT ON audit_record FROM guest_house_app'));
  beforeEach(() =>
    database.sql('REVOKE ALL (id, at, action, people, type) ON audit_record FROM guest_house_app'),
  );
  afterEach(() => database.sql('GRANT INSERT ON audit_record TO guest_house_app'));

  it('refuses what is personal and serves the rest', async () => {
    const { data, errors = [] } = await house.ask(NAMES);
    expect(data).toEqual({ guests: [1, 2, 3].map((room) => ({ id: guestIn(room), room, name: null })) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill('AUDIT_UNAVAILABLE'));
    expect((await house.ask('{ guests(rooms: 3) { id room } diary }')).errors).toBeUndefined();
  });

  it('makes no change of what is kept about people', async () => {
    const { data, errors = [] } = await house.ask('mutation { welcome(room: 4) { room } }');
    expect([data, errors[0]?.extensions.code]).toEqual([{ welcome: null }, 'AUDIT_UNAVAILABLE']);
    expect(await database.sql(`SELECT 1 FROM event WHERE aggregate_id = $1`, [guestIn(4)])).toEqual([]);
  });

  it('serves again soon after they can be', async () => {
    await house.ask(NAMES);
    expect(await house.health()).toMatchObject({ audit: { records: 'REFUSED' } });
    await database.sql('GRANT INSERT ON audit_record TO guest_house_app');
    await untilShown(house);
    expect(await house.health()).toMatchObject({ audit: { records: 'WRITTEN' } });
    expect(await recorded()).toHaveLength(1);
  });
});

it('withholds the outcome of a change that was made when only its showing cannot be recorded', async () => {
  await forget();
  await database.sql(`CREATE FUNCTION no_reading() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF NEW.action = 'READ' THEN RAISE 'full'; END IF; RETURN NEW; END $$`);
  await database.sql(
    'CREATE TRIGGER no_reading BEFORE INSERT ON audit_record FOR EACH ROW EXECUTE FUNCTION no_reading()',
  );
  const { data, errors = [] } = await house.ask(
    'mutation { first: welcome(room: 5) { name } second: welcome(room: 6) { room } }',
  );
  await database.sql('DROP TRIGGER no_reading ON audit_record');
  expect(data).toEqual({ first: null, second: null });
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['first'], 'AUDIT_UNAVAILABLE'],
    [['second'], 'AUDIT_UNAVAILABLE'],
  ]);
  expect(errors[0]?.message).toContain('same idempotency key');
  expect((await recorded()).map(({ action }) => action)).toEqual(['CHANGE', 'CHANGE']);
});

it('refuses nobody for a record of somebody else that cannot be written', async () => {
  await forget();
  const keys = AuditKeys.parse(AuditKeys.generate());
  const writer = new RecordWriter({
    ...{ appUrl: database.urls.app, agency: 'guest-house', log: openLog('guest-house', 'silent') },
    awaited: new AwaitedRecords(),
  });
  const disclosures = new RequestDisclosures({
    ...{
      identity: anonymous,
      purpose: null,
      requestId: 'r',
      bundleVersion: null,
      keys,
      awaited: new AwaitedRecords(),
      clock: openClock(),
    },
  });
  disclosures.refused('Guest.name');
  const [good] = disclosures.records();
  if (!good) throw new Error('no record');
  const bad = signRecord({ ...good, action: 'GUESSED' as 'READ' }, keys);
  const others = Array.from({ length: 20 }, () => signRecord(good, keys));
  const writes = [bad, ...others, bad].map((record) => writer.write([record]));
  const ends = await Promise.allSettled(writes);
  await writer.close();
  expect(ends.map(({ status }) => status)).toEqual([
    'rejected',
    ...Array<string>(20).fill('fulfilled'),
    'rejected',
  ]);
  expect(await recorded()).toHaveLength(20);
});
