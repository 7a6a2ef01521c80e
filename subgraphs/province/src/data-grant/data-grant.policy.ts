import type { GrantSide } from './data-grant.type';
import { type AgreementTerm, agreementPolicy } from '../agreement/agreement.policy';

/** What decides whether a grant opens anything on a day. */
export interface GrantTerm {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedAt: Date | null;
}

/** The sides of a grant. */
export interface GrantSides {
  readonly providerId: string;
  readonly recipientId: string;
}

/** A side's word for a grant. */
export interface GrantWord {
  readonly organizationId: string;
  readonly signature: string | null;
}

export const dataGrantPolicy = {
  /** The sides whose own key has not signed; while there is one, the grant opens nothing. */
  unsignedSides({ providerId, recipientId }: GrantSides, words: readonly GrantWord[]): GrantSide[] {
    const signed = words.filter(({ signature }) => signature !== null);
    const sides = { PROVIDER: providerId, RECIPIENT: recipientId };
    return (['PROVIDER', 'RECIPIENT'] as const).filter(
      (side) => !signed.some(({ organizationId }) => organizationId === sides[side]),
    );
  },

  /** The agreement carries the grant: where it does not work, the grant opens nothing. The repository says the same in SQL. */
  opensOn({ validFrom, validTo, revokedAt }: GrantTerm, agreement: AgreementTerm, day: string): boolean {
    const inItsDays = validFrom <= day && (validTo === null || validTo >= day);
    return revokedAt === null && inItsDays && agreementPolicy.statusOn(agreement, day) === 'IN_FORCE';
  },
};
