import type { Role } from '@simpul/schema/contract/identity';
import type { Identity } from '../identity/identity';

/** Who works with agreements, at an agency or at the association. */
const STAFF: readonly Role[] = [
  'CASEWORKER',
  'HEAD',
  'ADMISSIONS',
  'ANALYST',
  'STEWARD',
  'AUDITOR',
  'ASSOCIATION',
];

/** Whether the caller may know what hangs on an agreement. */
export function mayAskForLapse({ roles }: Identity): boolean {
  return roles.some((role) => STAFF.includes(role));
}
