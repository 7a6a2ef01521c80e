import type { AgreementStatus } from './agreement.type';

/** What decides where an agreement stands on a day. */
export interface AgreementTerm {
  readonly status: AgreementStatus;
  readonly effectiveFrom: string | null;
  readonly expiresOn: string | null;
}

export const agreementPolicy = {
  /** Terms begin and end at midnight by themselves: nobody has to record it. The repository says the same in SQL. */
  statusOn({ status, effectiveFrom, expiresOn }: AgreementTerm, day: string): AgreementStatus {
    if (status !== 'IN_FORCE' && status !== 'SUSPENDED') return status;
    if (expiresOn !== null && expiresOn < day) return 'EXPIRED';
    if (status === 'IN_FORCE' && effectiveFrom !== null && effectiveFrom > day) return 'SIGNED';
    return status;
  },
};
