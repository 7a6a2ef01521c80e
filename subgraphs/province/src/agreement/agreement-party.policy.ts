import { organizationId } from '@simpul/schema/contract/ids';
import type { Role } from '@simpul/schema/contract/identity';
import type { Identity } from '@simpul/kit/identity/identity';
import type { Part } from './agreement-party.entity';

/** For whom a caller acts in an agreement. */
export interface Actor {
  /** The caller's own organisation or office. */
  readonly organizationId: string;
  /** The party that it confirms for: itself, or the one whose implementing agency it is; null: it binds nobody. */
  readonly side: string | null;
  readonly role: Role;
}

/** Who may bind an organisation, and who keeps its records. */
const BINDING: readonly Role[] = ['HEAD', 'STEWARD'];

/** The keeper of the registry. */
const PROVINCE = organizationId('pemprov-banten');

/** The role in which a caller may change the registry at all. */
export function bindingRoleOf({ roles }: Identity): Role | null {
  return BINDING.find((role) => roles.includes(role)) ?? null;
}

/** The organisations that a caller speaks for, first the one it names itself by. */
export function organizationsOf({ organization, office }: Identity): string[] {
  return [...new Set([organization, office])].filter((id) => id !== null);
}

/** Whether a caller keeps the registry, and so records what others agreed. */
export function isRegistrar({ organization, roles }: Identity): boolean {
  return organization === PROVINCE && roles.includes('STEWARD');
}

/** For whom a caller acts in an agreement of these parts; null: for none of them. */
export function actorIn(identity: Identity, parts: readonly Part[]): Actor | null {
  const role = bindingRoleOf(identity);
  const part = organizationsOf(identity)
    .map((id) =>
      parts.find(({ organizationId, role: part }) => organizationId === id && part !== 'TO_BE_INVOLVED'),
    )
    .find((found) => found !== undefined);
  if (role === null || part === undefined) return null;
  return { organizationId: part.organizationId, side: sideOf(part, parts), role };
}

/** The parties whose words make a move: all of them. */
export function partiesOf(parts: readonly Part[]): string[] {
  return parts.filter(({ role }) => role === 'PARTY').map(({ organizationId }) => organizationId);
}

function sideOf({ organizationId, role, parentId }: Part, parts: readonly Part[]): string | null {
  if (role === 'PARTY') return organizationId;
  return partiesOf(parts).find((party) => party === parentId) ?? null;
}
