import { randomUUID } from 'node:crypto';
import type { AuditKeys } from './audit-keys';
import { type SignedType, digestInSql, digestOf } from './signed-bytes';

/** What a record tells of: shown, changed, refused, or that somebody read the records themselves. */
export type AuditAction = 'READ' | 'CHANGE' | 'REFUSED' | 'AUDIT_READ';

/** One access to personal data: who, for whom, why, under which grant, what of whom; never a value. */
export interface AuditRecord {
  readonly at: Date;
  readonly action: AuditAction;
  readonly request_id: string;
  readonly subject: string;
  readonly client: string;
  readonly organization: string | null;
  readonly office: string | null;
  readonly employer: string | null;
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly purpose: string | null;
  readonly bundle_version: number | null;
  readonly agreement: string | null;
  readonly grant_id: string | null;
  readonly grant_version: number | null;
  readonly type: string;
  readonly fields: readonly string[];
  readonly masked: boolean;
  readonly people: readonly string[];
  /** Employers whose reports were shown. */
  readonly reports: readonly string[];
}

/** A record as it is stored. */
export interface SignedRecord extends AuditRecord {
  readonly id: string;
  readonly key_id: string;
  /** Hexadecimal. */
  readonly mac: string;
}

/** The columns that are signed, in that order; an instant is signed as milliseconds since 1970. */
const SIGNED: Readonly<Record<Exclude<keyof SignedRecord, 'mac'>, SignedType>> = {
  id: 'uuid',
  at: 'bigint',
  action: 'text',
  request_id: 'text',
  subject: 'text',
  client: 'text',
  organization: 'text',
  office: 'text',
  employer: 'text',
  person: 'text',
  roles: 'text[]',
  purpose: 'text',
  bundle_version: 'integer',
  agreement: 'text',
  grant_id: 'text',
  grant_version: 'integer',
  type: 'text',
  fields: 'text[]',
  masked: 'boolean',
  people: 'uuid[]',
  reports: 'uuid[]',
  key_id: 'text',
};
const NAMES = Object.keys(SIGNED) as (keyof typeof SIGNED)[];
const COLUMNS = [...NAMES, 'mac'].join(', ');

/** SQL for the digest of a stored record, in hexadecimal. */
export const STORED_DIGEST = digestInSql(
  NAMES.map((name) => (name === 'at' ? "(date_part('epoch', at) * 1000)::bigint" : name)),
);

/** The digest of a record, which is signed and chained, in hexadecimal. */
export function recordDigest(record: Omit<SignedRecord, 'mac'>): string {
  return digestOf(NAMES.map((name) => [SIGNED[name], name === 'at' ? record.at.getTime() : record[name]]));
}

/** Gives a record its id and signs it. */
export function signRecord(record: AuditRecord, keys: AuditKeys): SignedRecord {
  const named = { ...storable(record), id: randomUUID(), key_id: keys.activeKeyId };
  return { ...named, mac: keys.sign(recordDigest(named)) };
}

/** Runs a statement and answers its rows. */
export type RunStatement = (
  sql: string,
  parameters: unknown[],
) => Promise<readonly { readonly tx: string }[]>;

/** Stores records with one statement, whoever runs it; answers the transaction that does. */
export async function insertRecords(run: RunStatement, records: readonly SignedRecord[]): Promise<string> {
  const rows = records.map((record) => ({ ...record, mac: `\\x${record.mac}` }));
  const [told] = await run(INSERT, [JSON.stringify(rows)]);
  if (!told) throw new Error('The server does not tell the transaction of what it stored.');
  return told.tx;
}

/** Who may insert may not read what is there, and so cannot have it returned. */
const INSERT = `WITH written AS (
    INSERT INTO audit_record (${COLUMNS}) SELECT ${COLUMNS} FROM json_populate_recordset(NULL::audit_record, $1))
  SELECT pg_current_xact_id()::text AS tx`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the database would give back otherwise than it was given is given as it comes back, or the signature would not hold. */
function storable(record: AuditRecord): AuditRecord {
  const ids = (given: readonly string[]): string[] => {
    const stored = given.map((id) => id.toLowerCase());
    if (stored.every((id) => UUID.test(id))) return stored;
    throw new TypeError(`An id in a record of ${record.type} is no UUID.`);
  };
  const { people, reports, subject, client } = record;
  return {
    ...record,
    ...{ people: ids(people), reports: ids(reports), subject: plain(subject), client: plain(client) },
  };
}

/** A text of whoever issues tokens: without what PostgreSQL cannot store or UTF-8 cannot say. */
function plain(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD')).toString();
}
