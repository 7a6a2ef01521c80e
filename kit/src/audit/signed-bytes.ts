import { hash } from 'node:crypto';

/** How a column is told to {@link digestOf}: the type that it has in the database, or is given there. */
export type SignedType = 'uuid' | 'bigint' | 'text' | 'text[]' | 'boolean' | 'integer' | 'uuid[]';

/** One value of a record, under its type. */
export type Signed = readonly [SignedType, unknown];

/** Numbers by which PostgreSQL knows its own types; they never change. */
const OID = {
  boolean: 16,
  bigint: 20,
  integer: 23,
  text: 25,
  'text[]': 1009,
  uuid: 2950,
  'uuid[]': 2951,
} as const;

/**
 * SQL for the digest of a stored record, over the binary form in which PostgreSQL sends rows: it is unambiguous, five times as
 * fast as any text of the row, and made of the server's own functions alone.
 */
export function digestInSql(columns: readonly string[]): string {
  return `encode(sha256(record_send(ROW(${columns.join(', ')}))), 'hex')`;
}

/** The same digest of a record that is not stored yet. */
export function digestOf(record: readonly Signed[]): string {
  const columns = record.flatMap(([type, value]) => [
    int32(OID[type]),
    ...(value === null ? [int32(-1)] : sized(bytesOf(type, value))),
  ]);
  return hash('sha256', Buffer.concat([int32(record.length), ...columns]), 'hex');
}

function bytesOf(type: SignedType, value: unknown): Buffer {
  switch (type) {
    case 'uuid':
      return Buffer.from(String(value).replaceAll('-', ''), 'hex');
    case 'text':
      return Buffer.from(String(value));
    case 'boolean':
      return Buffer.of(value === true ? 1 : 0);
    case 'integer':
      return int32(Number(value));
    case 'bigint':
      return int64(Number(value));
    case 'text[]':
      return arrayOf('text', value as readonly string[]);
    case 'uuid[]':
      return arrayOf('uuid', value as readonly string[]);
  }
}

/** One dimension counted from 1, or none when it is empty; no element is null. */
function arrayOf(type: 'text' | 'uuid', elements: readonly string[]): Buffer {
  const isEmpty = elements.length === 0;
  const dimensions = isEmpty ? [] : [int32(elements.length), int32(1)];
  return Buffer.concat([
    ...[int32(isEmpty ? 0 : 1), int32(0), int32(OID[type]), ...dimensions],
    ...elements.flatMap((element) => sized(bytesOf(type, element))),
  ]);
}

function sized(bytes: Buffer): Buffer[] {
  return [int32(bytes.length), bytes];
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
