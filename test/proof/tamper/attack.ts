import type { AuditKeys } from '@simpul/kit/audit/audit-keys';
import type { Random } from '@simpul/schema/demo/random';
import type { ClientBase } from 'pg';

/** An audit under attack by somebody who may do everything in its database, and what that person draws lots with. */
export interface Attack {
  readonly client: ClientBase;
  readonly draw: Random;
  /** Places that are sealed, from 1; those after it, up to `records`, wait for their seal. */
  readonly sealed: number;
  readonly records: number;
  /** The agency's own keys, for attackers who have them. */
  readonly stolen: AuditKeys;
  /** Keys of the attacker's own. */
  readonly own: AuditKeys;
}

/** Does something to the audit; answers the place in the chain where it must be found, if it can only be one. */
export type Tampering = (attack: Attack) => Promise<number | null>;

/** SQL for the id of the record at a place. */
export function recordAt(place: number): string {
  return `(SELECT id FROM audit_record ORDER BY audit_record.tx, id OFFSET ${String(place - 1)} LIMIT 1)`;
}

/** Changes a column of the record at a place. */
export async function editRecord(client: ClientBase, what: string, place: number): Promise<void> {
  await client.query(`UPDATE audit_record SET ${what} WHERE id = ${recordAt(place)}`);
}

/** Two places that are sealed, the earlier one first. */
export function twoPlaces({ draw, sealed }: Attack): [number, number] {
  const one = draw.int(1, sealed - 1);
  return [one, draw.int(one + 1, sealed)];
}
