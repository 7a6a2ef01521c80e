import type { SortColumn } from '@simpul/kit/database/page';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { AgreementRow } from '../agreement/agreement.entity';
import { STATUS_TODAY } from '../agreement/agreement.repository';
import { DataGrantCountersignatureRow } from './data-grant-countersignature.entity';
import { DataGrantRow } from './data-grant.entity';
import type { DataGrantFilter } from './data-grant.input';

/** Those that begin last come first. */
export const NEWEST_GRANT: readonly SortColumn<DataGrantRow>[] = [
  { expression: 'data_grant.validFrom', of: ({ validFrom }) => validFrom, descending: true },
  { expression: 'data_grant.id', of: ({ id }) => id },
];

/** Both sides have signed it. */
const SIGNED = `(SELECT count(*) FROM data_grant_countersignature word WHERE word.grant_id = data_grant.id
  AND word.organization_id IN (data_grant.provider_id, data_grant.recipient_id) AND word.signature IS NOT NULL) = 2`;

/** Whether the grant opens fields on `:today`, as the policy says it. */
const OPENS_TODAY = `(data_grant.revoked_at IS NULL AND data_grant.valid_from <= :today
  AND coalesce(data_grant.valid_to, 'infinity') >= :today AND ${STATUS_TODAY} = 'IN_FORCE' AND ${SIGNED})`;

export const dataGrantRepository = {
  select(db: EntityManager, filter: DataGrantFilter, today: string): SelectQueryBuilder<DataGrantRow> {
    const query = db.createQueryBuilder(DataGrantRow, 'data_grant');
    const { recipient, provider, agreement, purpose, category, inForce } = filter;
    if (recipient) query.andWhere('data_grant.recipientId = :recipient', { recipient });
    if (provider) query.andWhere('data_grant.providerId = :provider', { provider });
    if (agreement) query.andWhere('data_grant.agreementId = :agreement', { agreement });
    if (purpose) query.andWhere(':purpose = ANY (data_grant.purposes)', { purpose });
    if (category) query.andWhere(':category = ANY (data_grant.categories)', { category });
    if (inForce != null) {
      query
        .innerJoin(AgreementRow, 'agreement', 'agreement.id = data_grant.agreementId')
        .andWhere(`${OPENS_TODAY} = :inForce`, { inForce, today });
    }
    return query;
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<DataGrantRow[]> {
    return db.findBy(DataGrantRow, { id: In([...ids]) });
  },

  async findWords(db: EntityManager, ids: readonly string[]): Promise<DataGrantCountersignatureRow[]> {
    return db.findBy(DataGrantCountersignatureRow, { grantId: In([...ids]) });
  },

  async findByAgreements(db: EntityManager, ids: readonly string[]): Promise<DataGrantRow[]> {
    return db.find(DataGrantRow, {
      where: { agreementId: In([...ids]) },
      order: { validFrom: 'DESC', id: 'ASC' },
    });
  },
};
