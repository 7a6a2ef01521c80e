import type { Purpose } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';

/** Why records of access are not told. */
export type AccessRefusal = 'FORBIDDEN' | 'PURPOSE_REQUIRED';

/** The person whose own records the caller may read, and what is in the way of it. */
export function ownRecordsOf(
  { roles, person }: Identity,
  purpose: Purpose | null,
): { readonly person: string } | { readonly refusal: AccessRefusal } {
  if (person === null || !roles.includes('CITIZEN')) return { refusal: 'FORBIDDEN' };
  return purpose === 'SUBJECT_ACCESS' ? { person } : { refusal: 'PURPOSE_REQUIRED' };
}

/** What is in the way of inspecting everybody's accesses; null if nothing is. */
export function inspectionRefusal({ roles }: Identity, purpose: Purpose | null): AccessRefusal | null {
  if (!roles.includes('AUDITOR')) return 'FORBIDDEN';
  return purpose === 'AUDIT' ? null : 'PURPOSE_REQUIRED';
}
