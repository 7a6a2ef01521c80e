import { randomUUID } from 'node:crypto';
import type { AuditKeys } from '@simpul/kit/audit/audit-keys';
import {
  type AuditRecord,
  type SignedRecord,
  insertRecords,
  signRecord,
} from '@simpul/kit/audit/audit-record';
import type { ClientBase } from 'pg';

const ACCOUNTS = 5;

/** A record of access that no request made: the same for the same number, but for the people. */
export function madeRecord(
  number: number,
  keys: AuditKeys,
  different: Partial<AuditRecord> = {},
): SignedRecord {
  const agreement = number % 3 === 0 ? null : `agreement-${String(number % 3)}`;
  return signRecord(
    {
      at: new Date(Date.UTC(2026, 0, 1) + number * 60_000),
      action: number % 10 === 9 ? 'REFUSED' : 'READ',
      ...{ request_id: randomUUID(), subject: `account-${String(number % ACCOUNTS)}`, client: 'desk' },
      ...{ organization: 'office', office: null, employer: null, person: null, roles: ['CASEWORKER'] },
      ...{ purpose: 'PLACEMENT', bundle_version: 3, agreement, grant_id: agreement },
      ...{ grant_version: agreement === null ? null : 1, type: 'Person', fields: ['name', 'sex'] },
      masked: false,
      people: number % 10 === 9 ? [] : Array.from({ length: 1 + (number % 4) }, () => randomUUID()),
      reports: [],
      ...different,
    },
    keys,
  );
}

/** Stores records by a connection, in whatever transaction it has; answers that transaction. */
export function storeRecords(client: ClientBase, records: readonly SignedRecord[]): Promise<string> {
  return insertRecords(async (sql, parameters) => {
    const { rows } = await client.query<{ tx: string }>(sql, parameters);
    return rows;
  }, records);
}
