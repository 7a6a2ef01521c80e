import { type Identity, isPublic } from '@simpul/kit/identity/identity';
import type { VacancyRow } from './vacancy.entity';
import type { VacancyStatus } from './vacancy.type';

/** States that end with the vacancy's last day. */
const ENDING: readonly VacancyStatus[] = ['DRAFT', 'REPORTED', 'VERIFIED', 'OPEN', 'PARTLY_FILLED'];

/** States in which a vacancy is announced to everybody. */
const ANNOUNCED: readonly VacancyStatus[] = ['OPEN', 'PARTLY_FILLED'];

export const vacancyPolicy = {
  /** The states that a caller is shown, of those asked for; null: all. Without an identity only open vacancies are seen. */
  statesShown(
    identity: Identity,
    asked: readonly VacancyStatus[] | null | undefined,
  ): VacancyStatus[] | null {
    if (!isPublic(identity)) return asked ? [...asked] : null;
    return ANNOUNCED.filter((state) => asked?.includes(state) ?? true);
  },

  /** Where a vacancy stands on a day: nobody records that its last day passed. */
  statusOn({ status, validUntil }: Pick<VacancyRow, 'status' | 'validUntil'>, day: string): VacancyStatus {
    return validUntil !== null && validUntil < day && ENDING.includes(status) ? 'EXPIRED' : status;
  },
};
