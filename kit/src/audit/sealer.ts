import type { PoolClient } from 'pg';
import type { Log } from '../log/log';
import type { AuditKeys } from './audit-keys';
import type { AwaitedRecord, AwaitedRecords } from './awaited-records';
import { type ChainEnd, type Link, ROOT, type Seal, chained } from './chain';
import { readHorizon } from './horizon';
import type { Keeper } from './keeper';
import { type Place, findMissing, inOrder } from './missing-records';
import { type StoredRecord, SEAL_COLUMNS, STORED_COLUMNS, linkOf } from './stored-record';

const LOCK = 4_871_205;
const RECORDS_PER_ROUND = 1000;

/** What has become of the chain, as far as this process knows. */
export interface ChainState {
  readonly end: ChainEnd;
  /** False once what was sealed before is no longer there: then nothing more is sealed. */
  readonly isWhole: boolean;
  /** Records that were changed before they were sealed, since this process began. */
  readonly unsound: number;
  /** Records that this process wrote and that were deleted before they were sealed. */
  readonly gone: number;
}

/** What records are sealed with. */
export interface SealerParts {
  readonly keeper: Keeper;
  readonly keys: AuditKeys;
  /** What this process wrote; whatever else is there is sealed, too. */
  readonly awaited: AwaitedRecords;
  readonly log: Log;
}

/** A record in its turn, or the place of one that should be there. */
interface Turn extends Link {
  readonly id: string;
}

/** What one round did to the chain. */
interface Round {
  readonly isWhole: boolean;
  readonly end: ChainEnd;
  readonly seals: readonly Seal[];
  /** Ids of records that this process need not wait for any more, and of those that somebody deleted. */
  readonly settled: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Chains records in the order of their transactions. A record is taken when every transaction before its own has ended, so that
 * none can still come before it. One that this process wrote and that is not there in its turn gets its link all the same, so that
 * whoever verifies the chain misses it. Of several processes one seals at a time.
 */
export class Sealer {
  private state: ChainState = { end: ROOT, isWhole: true, unsound: 0, gone: 0 };

  constructor(private readonly parts: SealerParts) {}

  get chain(): ChainState {
    return this.state;
  }

  /** Seals everything that can be sealed now. */
  async seal(): Promise<void> {
    let mayGoOn = this.state.isWhole;
    while (mayGoOn) {
      const round = await this.parts.keeper.transact((client) => this.round(client));
      // Only what is committed is known.
      if (round) this.learn(round);
      mayGoOn = round?.seals.length === RECORDS_PER_ROUND;
    }
  }

  /** One batch, unless another process is at it. */
  private async round(client: PoolClient): Promise<Round | null> {
    if (!(await isAlone(client))) return null;
    const { last, isWhole } = await this.lastSeal(client);
    if (!isWhole) return { isWhole, end: this.state.end, seals: [], settled: [], gone: [] };
    const horizon = await readHorizon(client);
    const records = await unsealed(client, last, horizon);
    const found = new Set(records.map(({ id }) => id));
    const isTurn = turnsOf(records);
    const awaited = this.parts.awaited.before(horizon).filter((one) => !found.has(one.id) && isTurn(one));
    const place = last && { tx: last.tx, id: last.record };
    const { settled, gone } = await findMissing(client, awaited, place);
    let end = last ? { count: last.seq, hash: last.hash } : ROOT;
    const seals = this.turns(records, gone, place).map((turn): Seal => {
      end = chained(end, turn);
      return { seq: end.count, record: turn.id, tx: turn.tx, sound: turn.sound, hash: end.hash };
    });
    if (seals.length > 0) await insertSeals(client, seals);
    return { isWhole, end, seals, settled, gone: gone.map(({ id }) => id) };
  }

  /** What was found, and what should have been, in one order; what belongs before the last seal has no place any more. */
  private turns(
    records: readonly StoredRecord[],
    gone: readonly AwaitedRecord[],
    last: Place | undefined,
  ): Turn[] {
    const stored = records.map((record) => ({ id: record.id, ...linkOf(record, this.parts.keys) }));
    const missed = gone.filter((one) => last === undefined || inOrder(one, last) > 0).map(turnOf);
    return missed.length === 0 ? stored : [...stored, ...missed].sort(inOrder);
  }

  /** The last seal as it is stored, and whether what this process knew of the chain still stands. */
  private async lastSeal(client: PoolClient): Promise<{ last: Seal | undefined; isWhole: boolean }> {
    const { count, hash } = this.state.end;
    const { rows } = await client.query<Seal>(
      `SELECT ${SEAL_COLUMNS} FROM audit_seal WHERE seq = $1
       UNION SELECT ${SEAL_COLUMNS} FROM audit_seal WHERE seq = (SELECT max(seq) FROM audit_seal) ORDER BY seq`,
      [count],
    );
    const isWhole = count === 0 || rows.some((seal) => seal.seq === count && seal.hash === hash);
    return { last: rows.at(-1), isWhole };
  }

  private learn({ end, seals, isWhole, settled, gone }: Round): void {
    const { log, awaited } = this.parts;
    const missed = new Set(gone);
    const unsound = seals.filter(({ sound, record }) => !sound && !missed.has(record));
    for (const { record, seq } of unsound)
      log.error({ record, sequence: seq }, 'a record of access was changed before it was sealed');
    for (const record of gone) log.error({ record }, 'a record of access was deleted before it was sealed');
    if (!isWhole)
      log.error(
        { sealed: end.count },
        'sealed records of access are gone or changed; nothing more is sealed',
      );
    awaited.forget([...seals.map(({ record }) => record), ...settled, ...gone]);
    const { unsound: before, gone: goneBefore } = this.state;
    this.state = { end, isWhole, unsound: before + unsound.length, gone: goneBefore + gone.length };
  }
}

/** A full batch says nothing of what comes after its last record. */
function turnsOf(records: readonly StoredRecord[]): (place: Place) => boolean {
  const last = records.length === RECORDS_PER_ROUND ? records.at(-1) : undefined;
  return (place) => last === undefined || inOrder(place, last) < 0;
}

/** The link of a record that is not there: nobody can make its digest anew. */
function turnOf({ id, tx, mac }: AwaitedRecord): Turn {
  return { id, tx: String(tx), sound: false, digest: 'gone', mac };
}

/** The lock ends with the transaction, when what it guards is there for the next to see. */
async function isAlone(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>(
    // Records come in the order of their index, also while the server does not know yet how many there are.
    "SELECT pg_try_advisory_xact_lock($1) AS alone, set_config('enable_sort', 'off', true)",
    [LOCK],
  );
  return rows[0]?.alone === true;
}

async function unsealed(
  client: PoolClient,
  last: Seal | undefined,
  horizon: bigint,
): Promise<StoredRecord[]> {
  const { rows } = await client.query<StoredRecord>({
    name: 'unsealed',
    text: `SELECT ${STORED_COLUMNS} FROM audit_record
      WHERE (tx, id) > ($1::text::xid8, $2::uuid) AND tx < $3::text::xid8
      ORDER BY audit_record.tx, id LIMIT ${String(RECORDS_PER_ROUND)}`,
    values: [last?.tx ?? '0', last?.record ?? '00000000-0000-0000-0000-000000000000', String(horizon)],
  });
  return rows;
}

async function insertSeals(client: PoolClient, seals: readonly Seal[]): Promise<void> {
  await client.query({
    name: 'seals',
    text: `INSERT INTO audit_seal (seq, record, tx, sound, hash)
      SELECT seq, record, tx::xid8, sound, decode(hash, 'hex')
      FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::boolean[], $5::text[]) AS sealed(seq, record, tx, sound, hash)`,
    values: [
      seals.map(({ seq }) => seq),
      seals.map(({ record }) => record),
      seals.map(({ tx }) => tx),
      seals.map(({ sound }) => sound),
      seals.map(({ hash }) => hash),
    ],
  });
}
