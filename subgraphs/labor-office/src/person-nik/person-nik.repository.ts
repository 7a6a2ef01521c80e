import type { EntityManager } from 'typeorm';

/** A stored number: worth nothing without the ring of keys. */
export interface StoredNik {
  readonly personId: string;
  readonly nikEnc: Buffer;
  readonly keyId: string;
  readonly nikBidx: Buffer;
  readonly bidxKeyId: string;
}

/** A comparison that was made. */
export interface NikCheck {
  readonly id: string;
  readonly personId: string;
  readonly caller: string;
  readonly matched: boolean;
  readonly verifiedAt: Date;
}

/** A number that was told. */
export interface NikReveal {
  readonly id: string;
  readonly personId: string;
  readonly caller: string;
  readonly officeId: string;
  readonly purpose: string;
  readonly reason: string;
  readonly revealedAt: Date;
}

const STORED = `person_id AS "personId", nik_enc AS "nikEnc", key_id AS "keyId", nik_bidx AS "nikBidx",
  bidx_key_id AS "bidxKeyId"`;

/** What the role that serves requests may ask and write: last digits, comparisons, reveals; never a number. */
export const personNikRepository = {
  async lastFour(db: EntityManager, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; lastFour: string }[] = await db.query(
      'SELECT person_id AS id, last_four AS "lastFour" FROM identity.person_nik WHERE person_id = ANY ($1)',
      [personIds],
    );
    return new Map(rows.map(({ id, lastFour }) => [id, lastFour]));
  },

  /** Makes comparisons of the same person, and by the same caller, wait for each other, in whatever replica. */
  async takeTurns(db: EntityManager, personId: string, caller: string): Promise<void> {
    // Always in this order, so that no two wait for each other.
    for (const name of [`person ${personId}`, `caller ${caller}`])
      await db.query("SELECT pg_advisory_xact_lock(hashtextextended('nik check of ' || $1, 0))", [name]);
  },

  /** When the comparison leaves the last hour that, with those after it, makes up the limit; null: below the limit. */
  async fullUntil(
    db: EntityManager,
    column: 'person_id' | 'caller',
    value: string,
    limit: number,
  ): Promise<Date | null> {
    const rows: { until: Date }[] = await db.query(
      `SELECT counted_at + interval '1 hour' AS until FROM identity.nik_check
       WHERE ${column} = $1 AND counted_at > clock_timestamp() - interval '1 hour'
       ORDER BY counted_at DESC OFFSET $2 LIMIT 1`,
      [value, limit - 1],
    );
    return rows[0]?.until ?? null;
  },

  async addCheck(db: EntityManager, check: NikCheck): Promise<void> {
    await db.query(
      'INSERT INTO identity.nik_check (id, person_id, caller, matched, verified_at) VALUES ($1, $2, $3, $4, $5)',
      [check.id, check.personId, check.caller, check.matched, check.verifiedAt],
    );
  },

  async findCheck(db: EntityManager, id: string): Promise<NikCheck | undefined> {
    const rows: NikCheck[] = await db.query(
      `SELECT id, person_id AS "personId", caller, matched, verified_at AS "verifiedAt"
       FROM identity.nik_check WHERE id = $1`,
      [id],
    );
    return rows[0];
  },

  async addReveal(db: EntityManager, reveal: NikReveal): Promise<void> {
    await db.query(
      `INSERT INTO identity.nik_reveal (id, person_id, caller, office_id, purpose, reason, revealed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[reveal.id, reveal.personId, reveal.caller, reveal.officeId],
        ...[reveal.purpose, reveal.reason, reveal.revealedAt],
      ],
    );
  },

  async findReveal(db: EntityManager, id: string): Promise<NikReveal | undefined> {
    const rows: NikReveal[] = await db.query(
      `SELECT id, person_id AS "personId", caller, office_id AS "officeId", purpose, reason,
         revealed_at AS "revealedAt" FROM identity.nik_reveal WHERE id = $1`,
      [id],
    );
    return rows[0];
  },
};

/** What only the role `identity` can do, and the loader can write. */
export const storedNikRepository = {
  async find(db: EntityManager, personId: string): Promise<StoredNik | undefined> {
    const rows: StoredNik[] = await db.query(
      `SELECT ${STORED} FROM identity.person_nik WHERE person_id = $1`,
      [personId],
    );
    return rows[0];
  },

  /** Rows that are not under these keys, for whoever is to bring them there; others leave them alone meanwhile. */
  async notUnder(
    db: EntityManager,
    keys: Pick<StoredNik, 'keyId' | 'bidxKeyId'>,
    limit: number,
  ): Promise<StoredNik[]> {
    return db.query(
      `SELECT ${STORED} FROM identity.person_nik WHERE key_id <> $1 OR bidx_key_id <> $2
       ORDER BY person_id LIMIT $3 FOR UPDATE`,
      [keys.keyId, keys.bidxKeyId, limit],
    );
  },

  async replace(db: EntityManager, rows: readonly StoredNik[]): Promise<void> {
    await db.query(
      `UPDATE identity.person_nik SET nik_enc = new.enc, key_id = new.key, nik_bidx = new.bidx, bidx_key_id = new.bidx_key
       FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::text[]) AS new (id, enc, key, bidx, bidx_key)
       WHERE person_id = new.id`,
      columnsOf(rows),
    );
  },

  /** Writes new rows; whoever has a row keeps it. */
  async add(db: EntityManager, rows: readonly (StoredNik & { readonly lastFour: string })[]): Promise<void> {
    await db.query(
      `INSERT INTO identity.person_nik (person_id, nik_enc, key_id, nik_bidx, bidx_key_id, last_four)
       SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::text[], $6::text[])
       ON CONFLICT DO NOTHING`,
      [...columnsOf(rows), rows.map(({ lastFour }) => lastFour)],
    );
  },
};

function columnsOf(rows: readonly StoredNik[]): unknown[][] {
  return [
    rows.map(({ personId }) => personId),
    rows.map(({ nikEnc }) => nikEnc),
    rows.map(({ keyId }) => keyId),
    rows.map(({ nikBidx }) => nikBidx),
    rows.map(({ bidxKeyId }) => bidxKeyId),
  ];
}
