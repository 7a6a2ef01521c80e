import { AuditKeys } from '@simpul/kit/audit/audit-keys';
import { AwaitedRecords } from '@simpul/kit/audit/awaited-records';
import type { Head } from '@simpul/kit/audit/head';
import { Keeper } from '@simpul/kit/audit/keeper';
import { Sealer } from '@simpul/kit/audit/sealer';
import { type Verification, verifyAudit } from '@simpul/kit/audit/verification';
import type { RoleUrls } from '@simpul/kit/database/roles';
import { openLog } from '@simpul/kit/log/log';
import { withClient } from '@simpul/kit/postgres/database';
import { Random } from '@simpul/schema/demo/random';
import { Client } from 'pg';
import { madeRecord, storeRecords } from '../../testkit/made-records';
import type { Tampering } from './attack';
import { DELETIONS } from './deletions';
import { EDITS } from './edits';
import { INSERTIONS } from './insertions';
import { REWRITINGS } from './rewrite';

/** Everything that is tried, by name. */
export const TAMPERINGS: readonly (readonly [string, Tampering])[] = [
  ...EDITS,
  ...INSERTIONS,
  ...DELETIONS,
  ...REWRITINGS,
];

const SEALED = 80;
const WAITING = 10;
/** A witness has the head whenever so many more are sealed. */
const HEAD_EVERY = 20;

/** A sound audit, as often as it is asked for, for whoever wants to harm it. */
export class Arena {
  readonly keys = AuditKeys.parse(AuditKeys.generate());
  private readonly own = AuditKeys.parse(AuditKeys.generate());
  private readonly heads: Head[] = [];

  private constructor(
    private readonly client: Client,
    private readonly urls: RoleUrls,
  ) {}

  /** Fills the audit of an empty database; the URL is its administrator's, who may do everything in it. */
  static async open(url: string, urls: RoleUrls): Promise<Arena> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const arena = new Arena(client, urls);
    await arena.fill();
    // Constraints stop nobody who may drop them.
    await client.query('ALTER TABLE audit_record DROP CONSTRAINT audit_record_pkey');
    await client.query(
      'CREATE TABLE sound_record AS TABLE audit_record; CREATE TABLE sound_seal AS TABLE audit_seal',
    );
    return arena;
  }

  /** Tampers with a sound audit; answers where it had to be found, and what was. */
  async suffer(
    tampering: Tampering,
    seed: string,
  ): Promise<{ readonly place: number | null; readonly found: Verification }> {
    await this.client.query(`TRUNCATE audit_record, audit_seal;
      INSERT INTO audit_record TABLE sound_record; INSERT INTO audit_seal TABLE sound_seal`);
    const attack = { sealed: SEALED, records: SEALED + WAITING, stolen: this.keys, own: this.own };
    const place = await tampering({ client: this.client, draw: new Random(seed), ...attack });
    return { place, found: await this.verify() };
  }

  /** Verifies the audit as it is now. */
  verify(): Promise<Verification> {
    return withClient(this.urls.worker, (client) =>
      verifyAudit(client, { keys: this.keys, heads: this.heads }),
    );
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async fill(): Promise<void> {
    const keeper = new Keeper(this.urls.worker, 'arena');
    const sealer = new Sealer({
      ...{ keeper, keys: this.keys, awaited: new AwaitedRecords(), log: openLog('arena', 'silent') },
    });
    for (let number = 0; number < SEALED + WAITING; number += 2) {
      const records = [number, number + 1].map((own) => madeRecord(own, this.keys));
      await withClient(this.urls.app, (client) => storeRecords(client, records));
      const written = number + records.length;
      if (written <= SEALED) await sealer.seal();
      const { count, hash } = sealer.chain.end;
      if (count % HEAD_EVERY === 0 && this.heads.at(-1)?.count !== count)
        this.heads.push({ agency: 'arena', count, hash, at: new Date().toISOString() });
    }
    await keeper.close();
  }
}
