import type { PersonalDataCategory } from './bundle';
import type { Purpose } from './identity';

/** Where the labour office tells of consents, below its origin. */
export const CONSENTS_PATH = '/consents';

/** A change of a consent: its place among all changes, and whose it is. */
interface Change {
  readonly version: number;
  /** Random: of two histories that count the same, after a backup was restored, each has marks of its own. */
  readonly mark: string;
  /** Ids of the consent and of the person who gave it. */
  readonly consent: string;
  readonly person: string;
}

/** A consent that was given. */
export interface GivenConsent extends Change {
  readonly kind: 'GIVEN';
  /** Id of the organisation that may read. */
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly categories: readonly PersonalDataCategory[];
  /** First and last day, YYYY-MM-DD; a null end is open. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly demo: boolean;
}

/** A consent that was withdrawn. */
export interface WithdrawnConsent extends Change {
  readonly kind: 'WITHDRAWN';
}

/** What happened to a consent; versions rise by one in the order in which changes are committed. */
export type ConsentChange = GivenConsent | WithdrawnConsent;

/** Changes of consents after a version, as the labour office tells them; the first ones, if there are too many for one page. */
export interface ConsentFeed {
  /** The version that the reader said it had, and the mark of that change here; null if there is none. */
  readonly after: number;
  readonly mark: string | null;
  /** The version of the last change there is; the last one told may be before it. */
  readonly version: number;
  /** Instant before which every change is counted in. */
  readonly asOf: string;
  readonly changes: readonly ConsentChange[];
}
