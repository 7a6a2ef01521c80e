import type { EntityManager } from 'typeorm';
import type { FollowUpOutcome, NominationStatus } from '../nomination/nomination.type';

/**
 * Nominations of one owner that are alike. An owner of whom the training centre's ledger tells, but for whom nobody
 * was nominated, has one row without a status and a count of 0.
 */
export interface NominationCount {
  readonly owner: string;
  readonly status: NominationStatus | null;
  readonly followUp: FollowUpOutcome | null;
  readonly district: string | null;
  readonly count: number;
  /** State of the ledger's echo that was used; null when none was. */
  readonly asOf: Date | null;
  readonly demo: boolean;
}

const COUNTED = `nomination.status, nomination.follow_up AS "followUp",
  nomination.district_code AS district, count(nomination.id) AS count`;

const OF_ALLOCATIONS = `
  SELECT echo.ancestor_id AS owner, ${COUNTED}, min(echo.as_of) AS "asOf",
    bool_or(echo.demo OR coalesce(nomination.demo, false)) AS demo
  FROM allocation_echo echo
  LEFT JOIN nomination ON nomination.allocation_id = echo.allocation_id
  WHERE echo.ancestor_id = ANY($1)
  GROUP BY 1, 2, 3, 4`;

const OF_AGREEMENTS = `
  SELECT nomination.agreement_id AS owner, ${COUNTED}, NULL::timestamptz AS "asOf",
    bool_or(nomination.demo) AS demo
  FROM nomination
  WHERE nomination.agreement_id = ANY($1)
  GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT agreement_id, NULL, NULL, NULL, 0, NULL, bool_or(demo) FROM allocation_echo
  WHERE agreement_id = ANY($1) GROUP BY agreement_id`;

export const nominationSummaryRepository = {
  /** Of allocations, with what stands below them. */
  async countOfAllocations(db: EntityManager, ids: readonly string[]): Promise<NominationCount[]> {
    return db.query(OF_ALLOCATIONS, [ids]);
  },

  async countOfAgreements(db: EntityManager, ids: readonly string[]): Promise<NominationCount[]> {
    return db.query(OF_AGREEMENTS, [ids]);
  },
};
