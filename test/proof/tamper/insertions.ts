import type { AuditKeys } from '@simpul/kit/audit/audit-keys';
import type { ClientBase } from 'pg';
import { madeRecord, storeRecords } from '../../testkit/made-records';
import { type Attack, type Tampering, recordAt } from './attack';
import { rewrite } from './rewrite';

async function insert(client: ClientBase, number: number, keys: AuditKeys): Promise<string> {
  const record = madeRecord(number, keys, { subject: 'somebody else' });
  await storeRecords(client, [record]);
  return record.id;
}

/** Puts a record among those that are sealed: at their end, whoever has the keys can add one as the agency does. */
async function insertInChain({ client, draw, sealed }: Attack, keys: AuditKeys): Promise<void> {
  const id = await insert(client, draw.int(1, 1000), keys);
  await client.query(
    `UPDATE audit_record SET tx = (SELECT tx FROM audit_record WHERE id = ${recordAt(draw.int(1, sealed - 10))}) WHERE id = $1`,
    [id],
  );
}

/** Records that the agency never wrote. */
export const INSERTIONS: readonly (readonly [string, Tampering])[] = [
  [
    'insert a record with keys of their own',
    async (attack) => {
      await insertInChain(attack, attack.own);
      return null;
    },
  ],
  [
    'insert a record with keys of their own and rewrite the chain',
    async (attack) => {
      await insertInChain(attack, attack.own);
      await rewrite(attack, attack.sealed + 1);
      return null;
    },
  ],
  [
    'insert a record with stolen keys',
    async (attack) => {
      await insertInChain(attack, attack.stolen);
      return null;
    },
  ],
  [
    'insert a record with stolen keys and rewrite the chain',
    async (attack) => {
      await insertInChain(attack, attack.stolen);
      await rewrite(attack, attack.sealed + 1);
      return null;
    },
  ],
  [
    'add a record with keys of their own',
    async ({ client, own, draw }) => {
      await insert(client, draw.int(1, 1000), own);
      return null;
    },
  ],
  [
    'add a copy of a record',
    async ({ client, draw, sealed }) => {
      await client.query(
        `CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT * FROM audit_record WHERE id = ${recordAt(draw.int(1, sealed))};
         UPDATE copied SET tx = pg_current_xact_id();
         INSERT INTO audit_record SELECT * FROM copied`,
      );
      return null;
    },
  ],
  [
    'add a record for a transaction to come',
    async ({ client, stolen, draw }) => {
      const id = await insert(client, draw.int(1, 1000), stolen);
      await client.query("UPDATE audit_record SET tx = '999999999' WHERE id = $1", [id]);
      return null;
    },
  ],
];
