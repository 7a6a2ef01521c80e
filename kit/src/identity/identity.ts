import type { Role } from '@simpul/schema/contract/identity';

/** Who asks: verified claims, never what a client says of itself. */
export interface Identity {
  /** The account, as the issuer names it; a pseudonym, never a name or a number of a person. */
  readonly subject: string;
  /** The client program that the account uses. */
  readonly client: string;
  /** Id of the organisation the caller acts for; null for citizens and for callers of no organisation. */
  readonly organization: string | null;
  /** Id of the labour office the caller works at, if at one. */
  readonly office: string | null;
  /** Id of the employer a recruiter acts for. */
  readonly employer: string | null;
  /** Id of the person a citizen is. */
  readonly person: string | null;
  readonly roles: readonly Role[];
}

/** Whoever came without a credential. */
export const anonymous: Identity = {
  subject: 'anonymous',
  client: 'anonymous',
  organization: null,
  office: null,
  employer: null,
  person: null,
  roles: [],
};

/** Whether the caller has no rights beyond those of everybody: without a credential, or with one that gives no role. */
export function isPublic({ roles }: Identity): boolean {
  return roles.length === 0;
}

/** Whether the caller came without a credential. */
export function isAnonymous({ subject, client }: Pick<Identity, 'subject' | 'client'>): boolean {
  return subject === anonymous.subject && client === anonymous.client;
}
