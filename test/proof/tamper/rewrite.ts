import { ROOT, chained } from '@simpul/kit/audit/chain';
import { STORED_COLUMNS, type StoredRecord, linkOf } from '@simpul/kit/audit/stored-record';
import { type Attack, type Tampering, editRecord, recordAt, twoPlaces } from './attack';

/** Makes the chain anew over the first records that are there, as if they had always been so. */
export async function rewrite({ client, stolen, sealed }: Attack, count = sealed): Promise<void> {
  const { rows } = await client.query<StoredRecord>(
    `SELECT ${STORED_COLUMNS} FROM audit_record ORDER BY audit_record.tx, id LIMIT ${String(count)}`,
  );
  let end = ROOT;
  const seals = rows.map((record) => {
    end = chained(end, { ...linkOf(record, stolen), sound: true });
    return { seq: end.count, record: record.id, tx: record.tx, sound: true, hash: `\\x${end.hash}` };
  });
  await client.query('TRUNCATE audit_seal');
  await client.query('INSERT INTO audit_seal SELECT * FROM json_populate_recordset(NULL::audit_seal, $1)', [
    JSON.stringify(seals),
  ]);
}

/** Changes the transactions of two records for each other's, and with them their places. */
async function swapPlaces(attack: Attack): Promise<null> {
  const [one, two] = twoPlaces(attack);
  const pair = `(${recordAt(one)}, ${recordAt(two)})`;
  await attack.client.query(
    `UPDATE audit_record r SET tx = o.tx FROM audit_record o WHERE r.id IN ${pair} AND o.id IN ${pair} AND r.id <> o.id`,
  );
  return null;
}

/** The whole chain made anew by somebody who knows how it is made. */
export const REWRITINGS: readonly (readonly [string, Tampering])[] = [
  ['swap two records', swapPlaces],
  [
    'swap two records and rewrite the chain',
    async (attack) => {
      await swapPlaces(attack);
      await rewrite(attack);
      return null;
    },
  ],
  [
    'change a record and rewrite the chain',
    async (attack) => {
      const place = attack.draw.int(1, attack.sealed);
      await editRecord(attack.client, "subject = 'nobody'", place);
      await rewrite(attack);
      return place;
    },
  ],
  [
    'change a record, sign it with stolen keys and rewrite the chain',
    async (attack) => {
      const { client, draw, sealed, stolen } = attack;
      const place = draw.int(1, sealed);
      await editRecord(client, "subject = 'nobody'", place);
      const { rows } = await client.query<StoredRecord>(
        `SELECT ${STORED_COLUMNS} FROM audit_record WHERE id = ${recordAt(place)}`,
      );
      for (const { id, digest } of rows)
        await client.query("UPDATE audit_record SET mac = decode($1, 'hex') WHERE id = $2", [
          ...[stolen.sign(digest), id],
        ]);
      await rewrite(attack);
      return null;
    },
  ],
];
