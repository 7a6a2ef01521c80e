import { STORED_DIGEST } from './audit-record';
import type { AuditKeys } from './audit-keys';
import type { Link } from './chain';

/** Columns of a stored record that the chain needs. */
export const STORED_COLUMNS = `tx::text AS tx, id, key_id, encode(mac, 'hex') AS mac, ${STORED_DIGEST} AS digest`;

/** A row of {@link STORED_COLUMNS}. */
export interface StoredRecord {
  readonly tx: string;
  readonly id: string;
  readonly key_id: string;
  readonly mac: string;
  readonly digest: string;
}

/** Columns of a stored seal. */
export const SEAL_COLUMNS = `seq::float8 AS seq, record, tx::text AS tx, sound, encode(hash, 'hex') AS hash`;

/** A stored record as the chain takes it in, sound if one of the keys signed it as it is. */
export function linkOf({ tx, key_id, mac, digest }: StoredRecord, keys: AuditKeys): Link {
  return { tx, digest, mac, sound: keys.verify(key_id, digest, mac) };
}
