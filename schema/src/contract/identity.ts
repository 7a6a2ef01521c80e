/** Roles of callers; a caller has those that its issuer gives it, and no other. */
export const ROLES = [
  'CASEWORKER',
  'HEAD',
  'ADMISSIONS',
  'ANALYST',
  'STEWARD',
  'ASSOCIATION',
  'RECRUITER',
  'CITIZEN',
  'DEVELOPER',
  'AUDITOR',
  'SERVICE',
] as const;
/** A role of the list. */
export type Role = (typeof ROLES)[number];

/** Purposes of use of personal data, as sent in `x-purpose` (UU 27/2022 art. 16: limited and specific). */
export const PURPOSES = [
  'PLACEMENT',
  'TRAINING',
  'BENEFIT',
  'STATISTICS',
  'AUDIT',
  'SUBJECT_ACCESS',
] as const;
/** A purpose of the list. */
export type Purpose = (typeof PURPOSES)[number];
