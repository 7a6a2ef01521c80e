import type { PoolClient } from 'pg';
import type { Log } from '../log/log';
import type { AuditKeys } from './audit-keys';
import { type ChainEnd, ROOT, type Seal, chained } from './chain';
import type { Keeper } from './keeper';
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
}

/** What one round did to the chain. */
interface Round {
  readonly isWhole: boolean;
  readonly end: ChainEnd;
  readonly seals: readonly Seal[];
}

/**
 * Chains records in the order of their commits. A record is taken when every transaction before its own has ended, so that
 * none can still come before it. Of several processes one seals at a time.
 */
export class Sealer {
  private state: ChainState = { end: ROOT, isWhole: true, unsound: 0 };

  constructor(
    private readonly keeper: Keeper,
    private readonly keys: AuditKeys,
    private readonly log: Log,
  ) {}

  get chain(): ChainState {
    return this.state;
  }

  /** Seals everything that can be sealed now. */
  async seal(): Promise<void> {
    let mayGoOn = this.state.isWhole;
    while (mayGoOn) {
      const round = await this.keeper.transact((client) => this.round(client));
      // Only what is committed is known.
      if (round) this.learn(round);
      mayGoOn = round?.seals.length === RECORDS_PER_ROUND;
    }
  }

  /** One batch, unless another process is at it. */
  private async round(client: PoolClient): Promise<Round | null> {
    if (!(await isAlone(client))) return null;
    const { last, isWhole } = await this.lastSeal(client);
    if (!isWhole) return { isWhole, end: this.state.end, seals: [] };
    let end = last ? { count: last.seq, hash: last.hash } : ROOT;
    const seals = (await unsealed(client, last)).map((record): Seal => {
      const link = linkOf(record, this.keys);
      end = chained(end, link);
      return { seq: end.count, record: record.id, tx: record.tx, sound: link.sound, hash: end.hash };
    });
    if (seals.length > 0) await insertSeals(client, seals);
    return { isWhole, end, seals };
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

  private learn({ end, seals, isWhole }: Round): void {
    const unsound = seals.filter(({ sound }) => !sound);
    for (const { record, seq } of unsound)
      this.log.error({ record, sequence: seq }, 'a record of access was changed before it was sealed');
    if (!isWhole)
      this.log.error(
        { sealed: end.count },
        'sealed records of access are gone or changed; nothing more is sealed',
      );
    this.state = { end, isWhole, unsound: this.state.unsound + unsound.length };
  }
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

async function unsealed(client: PoolClient, last: Seal | undefined): Promise<StoredRecord[]> {
  const { rows } = await client.query<StoredRecord>({
    name: 'unsealed',
    text: `SELECT ${STORED_COLUMNS} FROM audit_record
      WHERE (tx, id) > ($1::text::xid8, $2::uuid) AND tx < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY audit_record.tx, id LIMIT ${String(RECORDS_PER_ROUND)}`,
    values: [last?.tx ?? '0', last?.record ?? '00000000-0000-0000-0000-000000000000'],
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
