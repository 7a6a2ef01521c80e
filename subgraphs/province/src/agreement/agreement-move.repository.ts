import { type EntityManager, MoreThan } from 'typeorm';
import { AgreementChangeRow } from './agreement-change.entity';
import { AgreementConfirmationRow } from './agreement-confirmation.entity';
import type { Part } from './agreement-party.entity';
import { AgreementRow } from './agreement.entity';

/** The move that confirmations belong together for. */
export type ConfirmedMove = Pick<
  AgreementConfirmationRow,
  'agreementId' | 'agreementVersion' | 'move' | 'terms'
>;

export const agreementMoveRepository = {
  /** Reads an agreement and keeps others from changing it, or what stands under it, until the transaction ends. */
  async findForChange(db: EntityManager, id: string): Promise<AgreementRow | null> {
    return db.findOne(AgreementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  },

  async findParts(db: EntityManager, agreementId: string): Promise<Part[]> {
    return db.query<Part[]>(
      `SELECT part.organization_id AS "organizationId", part.role, organization.parent_id AS "parentId"
       FROM agreement_party part JOIN organization ON organization.id = part.organization_id
       WHERE part.agreement_id = $1 ORDER BY part.position`,
      [agreementId],
    );
  },

  async findConfirmations(
    db: EntityManager,
    { agreementId, agreementVersion, move, terms }: ConfirmedMove,
    since: Date,
  ): Promise<AgreementConfirmationRow[]> {
    const confirmedAt = MoreThan(since);
    return db.findBy(AgreementConfirmationRow, { agreementId, agreementVersion, move, terms, confirmedAt });
  },

  async addConfirmation(db: EntityManager, row: AgreementConfirmationRow): Promise<void> {
    await db.insert(AgreementConfirmationRow, row);
  },

  async update(db: EntityManager, id: string, changes: Partial<AgreementRow>): Promise<void> {
    await db.update(AgreementRow, { id }, changes);
  },

  async addChange(db: EntityManager, row: AgreementChangeRow): Promise<void> {
    await db.insert(AgreementChangeRow, row);
  },

  /** Names of the published fields that events changed after a version. */
  async fieldsChangedSince(db: EntityManager, id: string, version: number): Promise<string[]> {
    const rows: { field: string }[] = await db.query(
      `SELECT DISTINCT jsonb_object_keys(payload) AS field FROM event
       WHERE aggregate_type = 'Agreement' AND aggregate_id = $1 AND aggregate_version > $2 ORDER BY field`,
      [id, version],
    );
    return rows.map(({ field }) => field);
  },
};
