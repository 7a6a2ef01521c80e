import type { ObligationStatus } from './obligation.type';

/** What decides where an obligation stands on a day. */
export interface ObligationTerm {
  readonly dueOn: string | null;
  readonly fulfilledOn: string | null;
  readonly waived: boolean;
}

export const obligationPolicy = {
  /** What was met late is met; what is owed without a day cannot be late. */
  statusOn({ dueOn, fulfilledOn, waived }: ObligationTerm, day: string): ObligationStatus {
    if (fulfilledOn !== null) return 'FULFILLED';
    if (waived) return 'WAIVED';
    return dueOn !== null && dueOn < day ? 'OVERDUE' : 'OPEN';
  },
};
