import type { Identity } from '@simpul/kit/identity/identity';
import type { Role } from '@simpul/schema/contract/identity';

/** Who brings people and vacancies together, whosever vacancy it is. */
const MEDIATORS: readonly Role[] = ['CASEWORKER', 'HEAD', 'ADMISSIONS', 'ASSOCIATION'];

/** Whether a caller mediates, and so may be told until when candidates are certified. */
export function isMediator({ roles }: Identity): boolean {
  return roles.some((role) => MEDIATORS.includes(role));
}

/** Whether a caller may look through the candidates for an employer's vacancy. */
export function mayLookThrough(identity: Identity, employerId: string | null): boolean {
  const { roles, employer } = identity;
  if (isMediator(identity)) return true;
  return roles.includes('RECRUITER') && employer !== null && employer === employerId;
}
