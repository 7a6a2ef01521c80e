import type { Purpose, Role } from '@simpul/schema/contract/identity';
import { SimpulError } from '../errors/errors';
import type { Identity } from '../identity/identity';

/** Those whom employers report to (UU 7/1981), those who account for that, and the employers' own association. */
const READERS: readonly Role[] = ['CASEWORKER', 'HEAD', 'ANALYST', 'STEWARD', 'AUDITOR', 'ASSOCIATION'];

/** What is in the way of telling a caller what an employer reports of its workforce; null if nothing is. */
export function workforceReportRefusal(
  { identity, purpose }: { readonly identity: Identity; readonly purpose: Purpose | null },
  employerId: string,
): SimpulError | null {
  if (!speaksFor(identity, employerId) && !identity.roles.some((role) => READERS.includes(role)))
    return new SimpulError(
      'FORBIDDEN',
      'Workforce reports are told to the employer, its association and the offices in charge of labour.',
    );
  if (purpose !== null) return null;
  return new SimpulError('PURPOSE_REQUIRED', 'Who reads a workforce report says what for, in x-purpose.');
}

/** Whether a caller recruits for an employer, and so sees what is kept about it. */
export function speaksFor({ roles, employer }: Identity, employerId: string): boolean {
  return roles.includes('RECRUITER') && employer === employerId;
}
