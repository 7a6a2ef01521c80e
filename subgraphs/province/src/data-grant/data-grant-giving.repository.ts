import type { EntityManager } from 'typeorm';
import type { GrantDataAccessInput } from './data-grant-change.input';
import { DataGrantCountersignatureRow } from './data-grant-countersignature.entity';
import { DataGrantRow } from './data-grant.entity';

export const dataGrantGivingRepository = {
  /** The grant of the same content that stands or waits; lists are alike whatever their order. */
  async findAlike(db: EntityManager, input: GrantDataAccessInput): Promise<DataGrantRow | null> {
    const { agreement, clause, provider, recipient, scope, legalBasis, validFrom } = input;
    return db
      .createQueryBuilder(DataGrantRow, 'data_grant')
      .where('data_grant.revokedAt IS NULL')
      .andWhere('data_grant.agreementId = :agreement AND data_grant.clauseId = :clause', {
        agreement,
        clause,
      })
      .andWhere('data_grant.providerId = :provider AND data_grant.recipientId = :recipient', {
        ...{ provider, recipient },
      })
      .andWhere('data_grant.categories @> :categories AND data_grant.categories <@ :categories', {
        categories: input.categories,
      })
      .andWhere('data_grant.purposes @> :purposes AND data_grant.purposes <@ :purposes', {
        purposes: input.purposes,
      })
      .andWhere('data_grant.regionCodes @> :regions AND data_grant.regionCodes <@ :regions', {
        regions: scope?.regions ?? [],
      })
      .andWhere('data_grant.fields @> :fields AND data_grant.fields <@ :fields', {
        fields: scope?.fields ?? [],
      })
      .andWhere('data_grant.onlyUnderAgreement = :only AND data_grant.legalBasis = :legalBasis', {
        ...{ only: scope?.onlyUnderAgreement ?? true, legalBasis },
      })
      .andWhere('data_grant.validFrom = :validFrom AND data_grant.validTo IS NOT DISTINCT FROM :validTo', {
        ...{ validFrom, validTo: input.validTo ?? null },
      })
      .getOne();
  },

  async add(db: EntityManager, row: DataGrantRow): Promise<void> {
    await db.insert(DataGrantRow, row);
  },

  async addWord(db: EntityManager, row: DataGrantCountersignatureRow): Promise<void> {
    await db.insert(DataGrantCountersignatureRow, row);
  },

  /** Adds the signature of a side that had confirmed without one. */
  async sign(db: EntityManager, grantId: string, organizationId: string, signature: string): Promise<void> {
    await db.update(DataGrantCountersignatureRow, { grantId, organizationId }, { signature });
  },

  async revoke(db: EntityManager, id: string, changes: Partial<DataGrantRow>): Promise<void> {
    await db.update(DataGrantRow, { id }, changes);
  },
};
