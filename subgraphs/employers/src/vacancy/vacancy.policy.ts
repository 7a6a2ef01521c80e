import type { VacancyRow } from './vacancy.entity';
import type { VacancyStatus } from './vacancy.type';

/** States that end with the vacancy's last day. */
const ENDING: readonly VacancyStatus[] = ['DRAFT', 'REPORTED', 'VERIFIED', 'OPEN', 'PARTLY_FILLED'];

export const vacancyPolicy = {
  /** Where a vacancy stands on a day: nobody records that its last day passed. */
  statusOn({ status, validUntil }: Pick<VacancyRow, 'status' | 'validUntil'>, day: string): VacancyStatus {
    return validUntil !== null && validUntil < day && ENDING.includes(status) ? 'EXPIRED' : status;
  },
};
