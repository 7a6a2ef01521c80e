import type { Identity } from '@simpul/kit/identity/identity';
import type { Role } from '@simpul/schema/contract/identity';

/** Who brings people and vacancies together, whosever vacancy it is. */
const MEDIATORS: readonly Role[] = ['CASEWORKER', 'HEAD', 'ADMISSIONS', 'ASSOCIATION'];

/** Whether a caller may look through the candidates for an employer's vacancy. */
export function mayLookThrough({ roles, employer }: Identity, employerId: string | null): boolean {
  if (roles.some((role) => MEDIATORS.includes(role))) return true;
  return roles.includes('RECRUITER') && employer !== null && employer === employerId;
}
