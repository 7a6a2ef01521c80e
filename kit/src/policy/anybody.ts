import { ROLES } from '@simpul/schema/contract/identity';
import { type Identity, anonymous } from '../identity/identity';

/**
 * Whoever acts for an organisation, in whatever role: what one of its people may read, the organisation may. Employers' and
 * citizens' own rows are not among it.
 */
export function anybodyOf(organization: string): Identity {
  const subject = `anybody of ${organization}`;
  return { ...anonymous, subject, client: subject, organization, roles: ROLES };
}
