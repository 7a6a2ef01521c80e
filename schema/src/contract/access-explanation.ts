import type { BundleGrant, PersonalDataCategory } from './bundle';
import type { ErrorCode } from './errors';
import type { Purpose, Role } from './identity';
import type { Relation } from './relations';

/** The request header that asks an answer to explain itself, and the one thing that it explains. */
export const EXPLAIN_HEADER = 'x-explain';
/** The value of that header: the explanation comes in `extensions.access`. */
export const EXPLAIN_ACCESS = 'access';

/** What became of a personal field in an answer. */
export const ACCESS_OUTCOMES = ['ALLOWED', 'MASKED', 'DENIED'] as const;
/** An outcome of the list. */
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number];

/** By what a field was shown: how the caller stands to the people by itself, or a data grant. */
export type AccessBasis = Relation | 'GRANT';

/** The data grant by which a field was shown; a null end is open. */
export type ExplainedGrant = Pick<
  BundleGrant,
  'id' | 'version' | 'agreement' | 'clause' | 'legalBasis' | 'validTo'
>;

/** A data grant that is not in force and would open a field. */
export interface GrantNeeded {
  readonly category: PersonalDataCategory;
  /** Ids of the organisations that keep such people at the agency: one of them would have to give it. */
  readonly providers: readonly string[];
  /** Id of the caller's organisation. */
  readonly recipient: string;
  readonly purpose: Purpose;
}

/** What would open a field to the caller: everything that is named, and of a list one. */
export interface AccessNeeded {
  /** A credential: nobody is known to ask. */
  readonly identity?: true;
  readonly purposes?: readonly Purpose[];
  readonly roles?: readonly Role[];
  readonly grant?: GrantNeeded;
  /** The consent of whom the row is about, for this category and purpose, on which a grant in force rests. */
  readonly consent?: true;
}

/**
 * One line of `extensions.access`: what became of a personal field, and why. It says nothing of rows that the answer does not
 * say: a field that is null without an error has no line, whether there is nothing or nobody.
 */
export interface AccessEntry {
  /** `Type.field`; of a filter `Input.field` or `Type.field(argument:)`. */
  readonly coordinate: string;
  readonly outcome: AccessOutcome;
  /** Name of the agency that decided; null where the gateway did, whichever agency it would have been. */
  readonly agency: string | null;
  /** Null where nothing opened it. */
  readonly basis: AccessBasis | null;
  readonly purpose: Purpose | null;
  /** With the basis `GRANT` alone. */
  readonly grant?: ExplainedGrant;
  /** Of what is denied: the code of its error. */
  readonly code?: ErrorCode;
  /** Of what is denied; absent where nothing would open it to the caller. */
  readonly needed?: AccessNeeded;
}
