import { type AgreementTerm, agreementPolicy } from '../agreement/agreement.policy';

/** What decides whether a grant opens anything on a day. */
export interface GrantTerm {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedAt: Date | null;
}

export const dataGrantPolicy = {
  /** The agreement carries the grant: where it does not work, the grant opens nothing. The repository says the same in SQL. */
  opensOn({ validFrom, validTo, revokedAt }: GrantTerm, agreement: AgreementTerm, day: string): boolean {
    const inItsDays = validFrom <= day && (validTo === null || validTo >= day);
    return revokedAt === null && inItsDays && agreementPolicy.statusOn(agreement, day) === 'IN_FORCE';
  },
};
