import type { Purpose } from './identity';

/** Categories of personal data, as the argument of @personal. */
export const PERSONAL_DATA_CATEGORIES = ['IDENTITY', 'CONTACT', 'HISTORY', 'SPECIFIC'] as const;
/** A category of the list. */
export type PersonalDataCategory = (typeof PERSONAL_DATA_CATEGORIES)[number];

/** What a data grant of an agreement in force opens; its dates lie within those of the agreement. */
export interface BundleGrant {
  readonly id: string;
  readonly version: number;
  readonly agreement: string;
  /** Number of the clause; null: the agreement as a whole. */
  readonly clause: string | null;
  /** Whose people may be read about, and by whom: ids of organisations. */
  readonly provider: string;
  readonly recipient: string;
  readonly categories: readonly PersonalDataCategory[];
  readonly purposes: readonly Purpose[];
  /** Codes of the regions whose people it covers; empty: all. */
  readonly regions: readonly string[];
  /** Whether it covers only people who are nominated, enrolled or placed under the agreement. */
  readonly onlyUnderAgreement: boolean;
  /** `Type.field` of what is granted; empty: all of the categories, but never specific data. */
  readonly fields: readonly string[];
  readonly legalBasis: string;
  /** First and last day, YYYY-MM-DD; a null end is open. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Signatures of both sides over the grant without its signatures, as detached JWS. */
  readonly countersignatures: readonly Countersignature[];
}

/** What one side of a grant signed it with. */
export interface Countersignature {
  readonly organization: string;
  readonly signature: string;
}

/** Where the province publishes the bundle, beside its graph. */
export const ACCESS_BUNDLE_PATH = '/access-bundle';

/** All grants in force, as the province publishes them; the version rises with every change. */
export interface AccessBundle {
  readonly version: number;
  /** Instant at which the province last said that this is how it stands. */
  readonly asOf: string;
  readonly grants: readonly BundleGrant[];
}
