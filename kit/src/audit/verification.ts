import type { ClientBase } from 'pg';
import { grouped } from '../context/grouped';
import type { AuditKeys } from './audit-keys';
import { type ChainEnd, ROOT, type Seal, chained } from './chain';
import type { Head } from './head';
import { RowStream } from './row-stream';
import { SEAL_COLUMNS, STORED_COLUMNS, type StoredRecord, linkOf } from './stored-record';

/** What is wrong with an audit, at the first place where something is. */
export interface AuditFault {
  /** Place in the chain, from 1; null for what is wrong beside it. */
  readonly sequence: number | null;
  /** Id of the record, where one is at fault. */
  readonly record: string | null;
  readonly reason: string;
}

/** What was found in one agency's audit. */
export interface Verification {
  readonly sealed: number;
  /** Records that wait for their seal; their signatures hold. */
  readonly unsealed: number;
  /** Heads of a witness that fit the chain. */
  readonly heads: number;
  readonly fault: AuditFault | null;
}

/** What an audit is verified against. */
export interface Evidence {
  readonly keys: AuditKeys;
  /** What other agencies hold of this chain. */
  readonly heads: readonly Head[];
}

/** Thrown inside, caught at the end: nothing after the first fault says anything. */
class FaultFound extends Error {
  constructor(readonly fault: AuditFault) {
    super(fault.reason);
    this.name = 'FaultFound';
  }
}

/** Verifies the audit of the agency whose database this is, in one view of it; the client must be able to read the audit. */
export async function verifyAudit(client: ClientBase, evidence: Evidence): Promise<Verification> {
  // What is read is read by the server's own functions, whatever else somebody put there by their names.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = pg_catalog');
  const walk = new ChainWalk(client, evidence);
  try {
    await walk.refuseCopies();
    await walk.sealed();
    await walk.unsealed();
    return { ...walk.counted, fault: null };
  } catch (error) {
    if (!(error instanceof FaultFound)) throw error;
    return { ...walk.counted, fault: error.fault };
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Goes along records and seals at once, each in its own order, which is the same as long as nobody touched them. */
class ChainWalk {
  private readonly records: RowStream<StoredRecord>;
  private readonly seals: RowStream<Seal>;
  private readonly heads: ReadonlyMap<number, readonly Head[]>;
  private end: ChainEnd = ROOT;
  private waiting = 0;
  private fitting = 0;

  constructor(
    private readonly client: ClientBase,
    private readonly evidence: Evidence,
  ) {
    this.records = new RowStream(
      client,
      `SELECT ${STORED_COLUMNS} FROM public.audit_record ORDER BY audit_record.tx, id`,
    );
    this.seals = new RowStream(
      client,
      `SELECT ${SEAL_COLUMNS} FROM public.audit_seal ORDER BY audit_seal.seq`,
    );
    this.heads = grouped(evidence.heads, ({ count }) => count);
  }

  get counted(): Omit<Verification, 'fault'> {
    return { sealed: this.end.count, unsealed: this.waiting, heads: this.fitting };
  }

  /** A record stored twice has a good signature twice. */
  async refuseCopies(): Promise<void> {
    const { rows } = await this.client.query<{ id: string }>(
      'SELECT id FROM public.audit_record GROUP BY id HAVING count(*) > 1 LIMIT 1',
    );
    const [copy] = rows;
    if (copy) throw fault(null, copy.id, 'the record is stored twice');
  }

  async sealed(): Promise<void> {
    for (let seal = await this.seals.next(); seal; seal = await this.seals.next()) {
      if (seal.seq !== this.end.count + 1) throw fault(this.end.count + 1, null, 'the seal is gone');
      const record = await this.records.next();
      if (record?.id !== seal.record) throw await this.disorder(seal, record);
      this.extend(seal, record);
    }
    const beyond = Math.max(0, ...this.heads.keys());
    if (beyond > this.end.count)
      throw fault(this.end.count + 1, null, `the chain is cut: a witness saw ${String(beyond)} records`);
  }

  /** What follows the chain must be younger than it, signed, and of transactions that there have been. */
  async unsealed(): Promise<void> {
    const { rows } = await this.client.query<{ next: string }>(
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
    );
    const next = BigInt(rows[0]?.next ?? 0);
    for (let record = await this.records.next(); record; record = await this.records.next()) {
      if (!linkOf(record, this.evidence.keys).sound)
        throw fault(null, record.id, 'the record does not have the signature that it was written with');
      if (BigInt(record.tx) >= next)
        throw fault(null, record.id, 'the record claims a transaction that has not been');
      this.waiting += 1;
    }
  }

  private extend(seal: Seal, record: StoredRecord): void {
    const link = linkOf(record, this.evidence.keys);
    const end = chained(this.end, { ...link, sound: seal.sound });
    const refuse = (reason: string): FaultFound => fault(seal.seq, seal.record, reason);
    if (end.hash !== seal.hash || record.tx !== seal.tx)
      throw refuse('the record or its seal is not what was sealed');
    if (!link.sound)
      throw refuse(
        seal.sound ? 'the signature does not hold' : 'the record was changed before it was sealed',
      );
    for (const head of this.heads.get(seal.seq) ?? []) {
      if (head.hash !== end.hash) throw refuse('a witness saw another chain up to here');
      this.fitting += 1;
    }
    this.end = end;
  }

  /** Names what stands where the next sealed record should. */
  private async disorder(seal: Seal, found: StoredRecord | undefined): Promise<FaultFound> {
    const stored = await this.client.query('SELECT FROM public.audit_record WHERE id = $1', [seal.record]);
    if (stored.rowCount === 0) return fault(seal.seq, seal.record, 'the record is gone');
    const known = await this.client.query('SELECT FROM public.audit_seal WHERE record = $1', [found?.id]);
    if (known.rowCount === 0 && found) return fault(seal.seq, found.id, 'the record was put in here');
    return fault(seal.seq, seal.record, 'the record is not in its place');
  }
}

function fault(sequence: number | null, record: string | null, reason: string): FaultFound {
  return new FaultFound({ sequence, record, reason });
}
