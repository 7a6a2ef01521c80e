import { type Attack, type Tampering, recordAt, twoPlaces } from './attack';
import { rewrite } from './rewrite';

async function deleteRecord({ client, draw, sealed }: Attack): Promise<number> {
  const place = draw.int(1, sealed);
  await client.query(`DELETE FROM audit_record WHERE id = ${recordAt(place)}`);
  return place;
}

async function cutSeals({ client, draw, sealed }: Attack): Promise<number> {
  const last = draw.int(1, sealed - 1);
  await client.query('DELETE FROM audit_seal WHERE seq > $1', [last]);
  return last + 1;
}

/** What is taken away, and what is put in another's place. */
export const DELETIONS: readonly (readonly [string, Tampering])[] = [
  ['delete a record', deleteRecord],
  [
    'delete a seal',
    async ({ client, draw, sealed }) => {
      const place = draw.int(1, sealed);
      await client.query('DELETE FROM audit_seal WHERE seq = $1', [place]);
      return place;
    },
  ],
  [
    'delete a record with its seal',
    async (attack) => {
      const place = await deleteRecord(attack);
      await attack.client.query('DELETE FROM audit_seal WHERE seq = $1', [place]);
      return place;
    },
  ],
  [
    'delete a record and rewrite the chain',
    async (attack) => {
      await deleteRecord(attack);
      await rewrite(attack, attack.sealed - 1);
      return null;
    },
  ],
  [
    'delete what an account did and rewrite the chain',
    async (attack) => {
      const { client, draw } = attack;
      await client.query(`DELETE FROM audit_record WHERE subject = 'account-${String(draw.int(1, 4))}'`);
      await rewrite(attack);
      return null;
    },
  ],
  [
    'swap what two records tell',
    async (attack) => {
      const [one, two] = twoPlaces(attack);
      const pair = `(${recordAt(one)}, ${recordAt(two)})`;
      await attack.client.query(
        `UPDATE audit_record r SET request_id = o.request_id, people = o.people FROM audit_record o
         WHERE r.id IN ${pair} AND o.id IN ${pair} AND r.id <> o.id`,
      );
      return one;
    },
  ],
  [
    'let a seal stand for another record',
    async (attack) => {
      const [one, two] = twoPlaces(attack);
      await attack.client.query(
        'UPDATE audit_seal s SET record = o.record, tx = o.tx FROM audit_seal o WHERE s.seq = $1 AND o.seq = $2',
        [one, two],
      );
      return one;
    },
  ],
  ['cut the tail of the seals', cutSeals],
  [
    'cut the tail',
    async (attack) => {
      const cut = await cutSeals(attack);
      await attack.client.query('DELETE FROM audit_record WHERE id NOT IN (SELECT record FROM audit_seal)');
      return cut;
    },
  ],
  [
    'forget everything',
    async ({ client }) => {
      await client.query('TRUNCATE audit_record, audit_seal');
      return 1;
    },
  ],
];
