import type { SortColumn } from '@simpul/kit/database/page';
import { wordPatterns } from '@simpul/kit/database/words';
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { AgreementPartyRow } from './agreement-party.entity';
import { AgreementRow } from './agreement.entity';
import type { AgreementFilter } from './agreement.input';

/** Where the agreement stands on `:today`, as the policy says it. */
export const STATUS_TODAY = `CASE
  WHEN agreement.status IN ('IN_FORCE', 'SUSPENDED') AND agreement.expires_on < :today THEN 'EXPIRED'
  WHEN agreement.status = 'IN_FORCE' AND agreement.effective_from > :today THEN 'SIGNED'
  ELSE agreement.status END`;

const SIGNING = "COALESCE(agreement.signedOn, agreement.plannedSigningOn, '-infinity')";
const signingOf = (row: AgreementRow | undefined): string =>
  row?.signedOn ?? row?.plannedSigningOn ?? '-infinity';

/** Newest signing or planned signing first, then those without either. */
export const NEWEST_SIGNING: readonly SortColumn<AgreementRow>[] = [
  { expression: SIGNING, of: signingOf, descending: true },
  { expression: 'agreement.id', of: ({ id }) => id },
];

/** The same for the parts of one organisation. */
export const PARTS_BY_SIGNING: readonly SortColumn<AgreementPartyRow>[] = [
  { expression: SIGNING, of: ({ agreement }) => signingOf(agreement), descending: true },
  { expression: 'agreement.id', of: ({ agreementId }) => agreementId },
];

/** Soonest expiry first. */
export const SOONEST_EXPIRY: readonly SortColumn<AgreementRow>[] = [
  { expression: 'agreement.expiresOn', of: ({ expiresOn }) => expiresOn, whenNull: 'infinity' },
  { expression: 'agreement.id', of: ({ id }) => id },
];

/** Days that an agreement's expiry lies between. */
export interface ExpiryWindow {
  readonly from: string;
  readonly to: string;
}

export const agreementRepository = {
  select(db: EntityManager, filter: AgreementFilter, today: string): SelectQueryBuilder<AgreementRow> {
    return narrowed(db.createQueryBuilder(AgreementRow, 'agreement'), filter, today);
  },

  selectExpiring(db: EntityManager, window: ExpiryWindow): SelectQueryBuilder<AgreementRow> {
    return db
      .createQueryBuilder(AgreementRow, 'agreement')
      .where('agreement.expiresOn BETWEEN :from AND :to', window)
      .andWhere("agreement.status IN ('SIGNED', 'IN_FORCE', 'SUSPENDED')");
  },

  /** Parts of organisations in agreements, each with its agreement. */
  selectParts(
    db: EntityManager,
    filter: AgreementFilter,
    today: string,
  ): SelectQueryBuilder<AgreementPartyRow> {
    const query = db
      .createQueryBuilder(AgreementPartyRow, 'part')
      .innerJoinAndSelect('part.agreement', 'agreement');
    return narrowed(query, filter, today);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<AgreementRow[]> {
    return db.findBy(AgreementRow, { id: In([...ids]) });
  },

  async findFollowUps(db: EntityManager, ids: readonly string[]): Promise<AgreementRow[]> {
    const query = db
      .createQueryBuilder(AgreementRow, 'agreement')
      .where('agreement.followsUpId IN (:...ids)', { ids });
    return query.orderBy('agreement.signedOn').addOrderBy('agreement.id').getMany();
  },
};

function narrowed<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  filter: AgreementFilter,
  today: string,
): SelectQueryBuilder<R> {
  if (filter.status) query.andWhere(`${STATUS_TODAY} = ANY (:status)`, { status: filter.status, today });
  if (filter.form) query.andWhere('agreement.form = ANY (:form)', { form: filter.form });
  if (filter.expiryRecorded != null)
    query.andWhere(`agreement.expiresOn IS ${filter.expiryRecorded ? 'NOT NULL' : 'NULL'}`);
  if (filter.signedFrom)
    query.andWhere('agreement.signedOn >= :signedFrom', { signedFrom: filter.signedFrom });
  if (filter.signedTo) query.andWhere('agreement.signedOn <= :signedTo', { signedTo: filter.signedTo });
  if (filter.text) {
    query.andWhere("concat_ws(' ', agreement.title, agreement.subject) ILIKE ALL (:words)", {
      words: wordPatterns(filter.text),
    });
  }
  if (filter.hasOutput != null) query.andWhere(`${filter.hasOutput ? '' : 'NOT '}EXISTS (${OUTPUT})`);
  narrowToParties(query, filter);
  return query;
}

/** An agreement of which nobody told anything has brought about nothing. */
const OUTPUT = `SELECT 1 FROM agreement_activity activity WHERE activity.agreement_id = agreement.id
  AND (activity.classes > 0 OR activity.seats > 0 OR EXISTS (
    SELECT 1 FROM agreement_placement placement WHERE placement.agreement_id = agreement.id AND placement.placed > 0))`;

function narrowToParties<R extends ObjectLiteral>(
  query: SelectQueryBuilder<R>,
  { organization, region }: AgreementFilter,
): void {
  if (organization) {
    query.andWhere(
      'EXISTS (SELECT 1 FROM agreement_party party WHERE party.agreement_id = agreement.id AND party.organization_id = :organization)',
      { organization },
    );
  }
  if (region) {
    query.andWhere(
      `EXISTS (SELECT 1 FROM agreement_party party JOIN organization ON organization.id = party.organization_id
        WHERE party.agreement_id = agreement.id AND organization.region_code >= :region AND organization.region_code < :regionEnd)`,
      { region, regionEnd: `${region}/` },
    );
  }
}
