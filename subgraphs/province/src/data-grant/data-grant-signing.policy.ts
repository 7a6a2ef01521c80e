import type { UnsignedGrant } from '@simpul/kit/policy/bundle';
import type { DataGrantRow } from './data-grant.entity';

/** What a grant opens and for whom. */
export type GrantContent = Pick<
  DataGrantRow,
  | 'id'
  | 'version'
  | 'agreementId'
  | 'providerId'
  | 'recipientId'
  | 'categories'
  | 'purposes'
  | 'regionCodes'
  | 'onlyUnderAgreement'
  | 'fields'
  | 'legalBasis'
  | 'validFrom'
  | 'validTo'
>;

/** What a grant takes from its agreement and its clause. */
export interface GrantFrame {
  readonly effectiveFrom: string | null;
  readonly expiresOn: string | null;
  readonly clauseNumber: string | null;
}

/** A grant as it is published and as both sides sign it: its days are those on which its agreement is in force, too. */
export function unsignedGrant(content: GrantContent, frame: GrantFrame): UnsignedGrant {
  const { id, version, agreementId, providerId, recipientId, regionCodes } = content;
  const { categories, purposes, onlyUnderAgreement, fields, legalBasis } = content;
  return {
    ...{ id, version, agreement: agreementId, clause: frame.clauseNumber },
    ...{ provider: providerId, recipient: recipientId },
    ...{ categories, purposes, regions: regionCodes, onlyUnderAgreement, fields, legalBasis },
    validFrom: later(content.validFrom, frame.effectiveFrom),
    validTo: earlier(content.validTo, frame.expiresOn),
  };
}

function later(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}

function earlier(day: string | null, other: string | null): string | null {
  if (day === null || other === null) return day ?? other;
  return other < day ? other : day;
}
