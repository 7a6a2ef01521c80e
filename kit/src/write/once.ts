import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { RequestContext } from '../context/context';
import { IdempotencyConflict, type OutcomeMember, type OutcomeTold } from '../graphql/outcome';

/** The record that a change made or moved. */
export interface Made {
  readonly id: string;
  readonly version: number;
}

/** A class of expected outcomes that are not success. */
type RefusalClass = new (told: never) => OutcomeMember;

/** One call of a mutation field: what makes it the same call when a client sends it again. */
export interface Call {
  readonly field: string;
  readonly key: string;
  /** The coerced input, so that a default spelt out and a default left out are the same. */
  readonly input: object;
  /** Outcomes that the change may have instead of success; a repeated call gets them from here. */
  readonly refusals: readonly RefusalClass[];
}

/** What is kept under a key: ids and version, or what a refusal told; never personal values. */
const storedOutcome = z.union([
  z.strictObject({ made: z.strictObject({ id: z.string(), version: z.int() }) }),
  z.strictObject({ refusal: z.string(), told: z.record(z.string(), z.unknown()) }),
]);

/**
 * Makes a change at most once per client, field and key. The key's row is written first: a second call with the
 * same key waits on it, then finds the first call's outcome. Row and change commit together or not at all.
 */
export async function once(
  ctx: RequestContext,
  call: Call,
  change: (db: EntityManager) => Promise<Made | OutcomeMember>,
): Promise<Made | OutcomeMember> {
  const { client, subject } = ctx.identity;
  // Two users of one program may choose the same key, and one user's two programs, too.
  const identifiers = [JSON.stringify([client, subject]), call.field, call.key];
  const hash = createHash('sha256').update(canonical(call.input)).digest('hex');
  return ctx.transact(async (db) => {
    const inserted: unknown[] = await db.query(
      `INSERT INTO idempotency (client, field, key, input_hash, used_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [...identifiers, hash, ctx.clock.now()],
    );
    if (inserted.length === 0) return recall(db, call, identifiers, hash);
    const outcome = await change(db);
    await db.query('UPDATE idempotency SET outcome = $4 WHERE client = $1 AND field = $2 AND key = $3', [
      ...identifiers,
      JSON.stringify(
        'id' in outcome ? { made: outcome } : { refusal: outcome.constructor.name, told: outcome },
      ),
    ]);
    return outcome;
  });
}

async function recall(
  db: EntityManager,
  { refusals }: Call,
  identifiers: readonly string[],
  hash: string,
): Promise<Made | OutcomeMember> {
  const [row]: { input_hash: string; outcome: unknown; used_at: Date }[] = await db.query(
    'SELECT input_hash, outcome, used_at FROM idempotency WHERE client = $1 AND field = $2 AND key = $3',
    [...identifiers],
  );
  if (!row) throw new Error('An idempotency key vanished while it was used.');
  if (row.input_hash !== hash) {
    return new IdempotencyConflict({
      message: 'The idempotency key was used before with another input; nothing changed.',
      path: ['input', 'idempotencyKey'],
      nextStep: 'Send this input with a key of its own.',
      firstUsedAt: row.used_at,
    });
  }
  const stored = storedOutcome.parse(row.outcome);
  if ('made' in stored) return stored.made;
  const Refusal = refusals.find(({ name }) => name === stored.refusal) as
    (new (told: OutcomeTold) => OutcomeMember) | undefined;
  if (!Refusal) throw new Error(`The outcome ${stored.refusal} is stored but not listed by its mutation.`);
  return new Refusal(stored.told as unknown as OutcomeTold);
}

/** JSON with sorted keys, so that the order in which a client writes its fields makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
