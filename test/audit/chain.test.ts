import { setTimeout as pause } from 'node:timers/promises';
import { AuditKeys } from '@simpul/kit/audit/audit-keys';
import { AwaitedRecords } from '@simpul/kit/audit/awaited-records';
import { Keeper } from '@simpul/kit/audit/keeper';
import { Sealer } from '@simpul/kit/audit/sealer';
import { type Verification, verifyAudit } from '@simpul/kit/audit/verification';
import { openLog } from '@simpul/kit/log/log';
import { withClient } from '@simpul/kit/postgres/database';
import { Client } from 'pg';
import { TEST_AUDIT } from '../testkit/audit';
import { type EmptyDatabase, emptyDatabase, serveHouse } from '../testkit/audited-house';
import { guestHouse } from '../testkit/guest-house';
import { madeRecord, storeRecords } from '../testkit/made-records';

const agency = guestHouse('chain-house');
const keys = TEST_AUDIT.keys;
const log = openLog('chain-house', 'silent');
let database: EmptyDatabase;
let keeper: Keeper;

beforeEach(async () => {
  database = await emptyDatabase(agency);
  keeper = new Keeper(database.urls.worker, agency.name);
});
afterEach(async () => {
  await keeper.close();
  await database.drop();
});

const sealerOf = (own: Keeper, by = keys): Sealer =>
  new Sealer({ keeper: own, keys: by, awaited: new AwaitedRecords(), log });

/** Writes records in a transaction of their own, which the caller ends. */
async function begin(...numbers: number[]): Promise<{ ids: string[]; commit: () => Promise<void> }> {
  const client = new Client({ connectionString: database.urls.app });
  await client.connect();
  await client.query('BEGIN');
  const records = numbers.map((number) => madeRecord(number, keys));
  await storeRecords(client, records);
  return {
    ids: records.map(({ id }) => id),
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

async function write(...numbers: number[]): Promise<string[]> {
  const { ids, commit } = await begin(...numbers);
  await commit();
  return ids;
}

const sealedRecords = async (): Promise<string[]> => {
  const rows = await database.sql<{ record: string }>('SELECT record FROM audit_seal ORDER BY seq');
  return rows.map(({ record }) => record);
};
const verified = (): Promise<Verification> =>
  withClient(database.urls.worker, (client) => verifyAudit(client, { keys, heads: [] }));

it('seals what a request leaves within a second', async () => {
  const house = await serveHouse(agency, database);
  await house.ask('{ guests(rooms: 2) { name } }');
  await pause(1000);
  expect(await database.sql('SELECT seq::int, sound FROM audit_seal')).toEqual([{ seq: 1, sound: true }]);
  expect(await house.health()).toMatchObject({
    status: 'ready',
    audit: { sealed: 1, chain: 'WHOLE', witness: 'NONE' },
  });
  await house.close();
});

it('takes records in the order of their transactions and leaves none out that commits late', async () => {
  const sealer = sealerOf(keeper);
  const slow = await begin(1);
  const [quick = ''] = await write(2);
  await sealer.seal();
  // The quick one is committed, and the slow one may still come before it.
  expect(await sealedRecords()).toEqual([]);
  await slow.commit();
  const [next = ''] = await write(3);
  await sealer.seal();
  expect(await sealedRecords()).toEqual([...slow.ids, quick, next]);
  expect(await verified()).toMatchObject({ sealed: 3, unsealed: 0, fault: null });
});

it('counts transactions, and does not spell them', async () => {
  const [ninth = '', tenth = ''] = [...(await write(1)), ...(await write(2))];
  await database.sql("UPDATE audit_record SET tx = CASE id WHEN $1 THEN '9'::xid8 ELSE '10'::xid8 END", [
    ninth,
  ]);
  await sealerOf(keeper).seal();
  expect(await sealedRecords()).toEqual([ninth, tenth]);
  expect((await verified()).fault).toBeNull();
});

it('makes one chain, however many processes seal', async () => {
  const others = [1, 2].map(() => new Keeper(database.urls.worker, agency.name));
  const sealers = [keeper, ...others].map((own) => sealerOf(own));
  for (let round = 0; round < 20; round += 1)
    await Promise.all([...sealers.map((sealer) => sealer.seal()), write(round), write(round, round)]);
  await Promise.all(sealers.map((sealer) => sealer.seal()));
  for (const sealer of sealers) await sealer.seal();
  expect(await verified()).toMatchObject({ sealed: 60, unsealed: 0, fault: null });
  expect(sealers.map(({ chain }) => chain.isWhole)).toEqual([true, true, true]);
  await Promise.all(others.map((own) => own.close()));
});

it('chains a record that was changed before its seal as one that is not sound, and says so', async () => {
  const [, changed = ''] = await write(1, 2, 3).then((ids) => ids.sort());
  await database.sql(`UPDATE audit_record SET subject = 'nobody' WHERE id = $1`, [changed]);
  const sealer = sealerOf(keeper);
  await sealer.seal();
  expect(sealer.chain).toMatchObject({ end: { count: 3 }, unsound: 1 });
  expect(await database.sql('SELECT record FROM audit_seal WHERE NOT sound')).toEqual([{ record: changed }]);
  expect((await verified()).fault).toEqual({
    ...{ sequence: 2, record: changed, reason: 'the record was changed before it was sealed' },
  });
});

it('seals nothing more once what it sealed is gone', async () => {
  const sealer = sealerOf(keeper);
  await write(1, 2, 3);
  await sealer.seal();
  await database.sql('DELETE FROM audit_seal WHERE seq = 3');
  await sealer.seal();
  await sealer.seal();
  expect(sealer.chain).toMatchObject({ end: { count: 3 }, isWhole: false });
  expect(await database.sql('SELECT 1 FROM audit_seal')).toHaveLength(2);
});

it('knows the keys of before', async () => {
  const text = JSON.parse(AuditKeys.generate()) as { keys: { k1: string } };
  const old = AuditKeys.parse(JSON.stringify({ active: 'k1', keys: text.keys }));
  const both = AuditKeys.parse(
    JSON.stringify({ active: 'k2', keys: { ...text.keys, k2: Buffer.alloc(32, 5).toString('base64') } }),
  );
  const records = [madeRecord(1, old), madeRecord(2, both)];
  await withClient(database.urls.app, (client) => storeRecords(client, records));
  await sealerOf(keeper, both).seal();
  const verify = (own: AuditKeys): Promise<Verification> =>
    withClient(database.urls.worker, (client) => verifyAudit(client, { keys: own, heads: [] }));
  expect((await verify(both)).fault).toBeNull();
  expect((await verify(old)).fault).toMatchObject({ record: records[1]?.id });
});
