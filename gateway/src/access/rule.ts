import type { Caller } from '@simpul/kit/identity/internal-token';
import type { AccessNeeded } from '@simpul/schema/contract/access-explanation';
import type { ErrorCode } from '@simpul/schema/contract/errors';
import type { Purpose } from '@simpul/schema/contract/identity';

/** Why a field is withheld. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Goes on after the coordinate of the field, to a whole sentence. */
  readonly reason: string;
  /** What is refused, where it is not the field itself: a filter of it. */
  readonly coordinate?: string;
  /** The purposes for which it would not be. */
  readonly purposes?: readonly Purpose[];
  /** What would open it, whatever the caller is. */
  readonly needed?: AccessNeeded;
}

/** What would open a coordinate at an agency that answers it; null where nothing would. */
export interface AgencyRemedy {
  readonly agency: string;
  readonly remedy: AccessNeeded | null;
}

/** Decides what of the graph a caller may use. */
export interface Rule {
  /** What the decisions depend on: callers with the same key get the same decisions. */
  keyOf(caller: Caller): string;
  /**
   * A refusal, or null to allow: of a type, `Type.field`, `Input.field` or `Type.field(argument:)`; of the latter two for a field
   * that answers with objects of a type.
   */
  decide(coordinate: string, caller: Caller, answer: string): Refusal | null;
  /** Of a coordinate that is refused, for rules that go by the agencies' own. */
  remedies?(coordinate: string, caller: Caller): readonly AgencyRemedy[];
}
