import type { ClaimMap } from '@simpul/kit/config/oidc-keys';
import { type Identity, isAnonymous } from '@simpul/kit/identity/identity';
import { ROLES } from '@simpul/schema/contract/identity';
import { refused } from './refused';

const NAME_LIMIT = 256;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Claims = Readonly<Record<string, unknown>>;

/** Who a verified token speaks of. Roles that the graph does not know open nothing and are left out. */
export function identityOf(claims: Claims, map: ClaimMap): Identity {
  const nameAt = (key: 'subject' | 'client'): string => {
    const name = valueAt(claims, map[key]);
    if (typeof name !== 'string' || name === '' || name.length > NAME_LIMIT) throw malformed(map[key]);
    return name;
  };
  const idAt = (key: 'organization' | 'office' | 'employer' | 'person'): string | null => {
    const id = valueAt(claims, map[key]) ?? null;
    if (id !== null && (typeof id !== 'string' || !UUID.test(id))) throw malformed(map[key]);
    return id?.toLowerCase() ?? null;
  };
  const given = valueAt(claims, map.roles) ?? [];
  if (!Array.isArray(given) || !given.every((role) => typeof role === 'string')) throw malformed(map.roles);
  const names = { subject: nameAt('subject'), client: nameAt('client') };
  if (isAnonymous(names)) throw malformed(map.subject);
  return {
    ...names,
    organization: idAt('organization'),
    office: idAt('office'),
    employer: idAt('employer'),
    person: idAt('person'),
    roles: ROLES.filter((role) => given.includes(role)),
  };
}

function valueAt(claims: Claims, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as Claims)[name];
  }, claims);
}

/** The path is the operator's own: nothing of it comes from the token. */
function malformed(path: readonly string[]): Error {
  return refused(`The claim ${path.join('.')} of the token is missing or malformed.`);
}
