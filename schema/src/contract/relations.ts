import type { PersonalDataCategory } from './bundle';

/** How a caller may stand to the rows about a person without any agreement. */
export const RELATIONS = ['OWN', 'STAFF', 'SELF', 'CANDIDATE', 'PRESENTED'] as const;
/** A relation of the list. */
export type Relation = (typeof RELATIONS)[number];

/**
 * Types whose rows are shown for what they are, whoever they are about: a match for a vacancy under a random id, and the
 * answer to whoever holds the number of a certificate. Nothing but that one relation opens their fields.
 */
export const SHOWN_TYPES: Readonly<Record<string, Relation>> = {
  CertificateVerification: 'PRESENTED',
  MatchCandidate: 'CANDIDATE',
};

/** In what form somebody can have a category by a relation, for some role and purpose. */
export type Opening = 'WHOLE' | 'MASKED';

/** All that relations open to anybody; the access policies say to whom and for what. */
export const OPENED_BY_RELATION: Readonly<
  Record<Relation, Readonly<Partial<Record<PersonalDataCategory, Opening>>>>
> = {
  OWN: { IDENTITY: 'WHOLE', CONTACT: 'WHOLE', HISTORY: 'WHOLE', SPECIFIC: 'WHOLE' },
  STAFF: { IDENTITY: 'WHOLE', HISTORY: 'WHOLE' },
  SELF: { IDENTITY: 'WHOLE', CONTACT: 'WHOLE', HISTORY: 'WHOLE', SPECIFIC: 'WHOLE' },
  CANDIDATE: { CONTACT: 'MASKED', HISTORY: 'WHOLE' },
  PRESENTED: { HISTORY: 'WHOLE' },
};
