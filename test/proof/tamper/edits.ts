import { type Tampering, editRecord } from './attack';

const other = (column: string): string => `${column} = coalesce(${column}, '') || 'x'`;
const texts = ['request_id', 'subject', 'client', 'organization', 'office', 'employer', 'person', 'purpose'];

/** How each column of a record is changed to something else. */
const RECORD_EDITS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...texts, 'agreement', 'grant_id', 'type', 'key_id'].map((name) => [name, other(name)]),
  ),
  id: 'id = gen_random_uuid()',
  tx: 'tx = (tx::text::bigint + 1)::text::xid8',
  at: "at = at + interval '1 millisecond'",
  action: "action = CASE action WHEN 'READ' THEN 'REFUSED' ELSE 'READ' END",
  roles: "roles = roles || 'HEAD'::text",
  bundle_version: 'bundle_version = bundle_version + 1',
  grant_version: 'grant_version = coalesce(grant_version, 0) + 1',
  fields: 'fields = fields[2:]',
  masked: 'masked = NOT masked',
  people: 'people = people || gen_random_uuid()',
  mac: 'mac = set_byte(mac, 7, 255 - get_byte(mac, 7))',
};

const SEAL_EDITS: Readonly<Record<string, string>> = {
  seq: 'seq = seq + 100000',
  record: 'record = gen_random_uuid()',
  tx: 'tx = (tx::text::bigint + 1)::text::xid8',
  sound: 'sound = NOT sound',
  hash: 'hash = set_byte(hash, 31, 255 - get_byte(hash, 31))',
};

const editedRecords: [string, Tampering][] = Object.entries(RECORD_EDITS).map(([column, what]) => [
  `edit ${column} of a sealed record`,
  async ({ client, draw, sealed }) => {
    const place = draw.int(1, sealed);
    await editRecord(client, what, place);
    return column === 'id' || column === 'tx' ? null : place;
  },
]);

/** The transaction orders a record; until it is sealed, it is no evidence of anything. */
const editedBeforeSeal: [string, Tampering][] = Object.entries(RECORD_EDITS)
  .filter(([column]) => column !== 'tx')
  .map(([column, what]) => [
    `edit ${column} of a record that waits for its seal`,
    async ({ client, draw, sealed, records }) => {
      await editRecord(client, what, draw.int(sealed + 1, records));
      return null;
    },
  ]);

const editedSeals: [string, Tampering][] = Object.entries(SEAL_EDITS).map(([column, what]) => [
  `edit ${column} of a seal`,
  async ({ client, draw, sealed }) => {
    const place = draw.int(1, sealed);
    await client.query(`UPDATE audit_seal SET ${what} WHERE seq = $1`, [place]);
    return place;
  },
]);

/** Every column of every table of an audit, changed where it stands. */
export const EDITS: readonly (readonly [string, Tampering])[] = [
  ...editedRecords,
  ...editedBeforeSeal,
  ...editedSeals,
];
