/**
 * The authorisation matrix, written by hand from the agreements' purpose and the law, and from no code: who may read which
 * category of personal data. The first row that fits decides; what no row names is denied, as the last one says.
 */
export interface MatrixRow {
  readonly role: string;
  readonly relation: string;
  readonly category: string;
  readonly agreement: string;
  readonly purpose: string;
  readonly verdict: 'ALLOW' | 'MASK' | 'DENY';
}

/**
 * How a caller stands to the row: its keeper, the person's employer, the person, somebody who is shown it as a candidate under
 * a random id or holds the number of the certificate, a partner whom the row is shared with, or none.
 */
export const RELATIONS = ['OWN', 'STAFF', 'SELF', 'CANDIDATE', 'PRESENTED', 'SHARED', 'UNSHARED'] as const;

/** The state of the agreement, or of the data grant under it, on which SHARED and UNSHARED rest. */
export const AGREEMENTS = [
  'NONE',
  'CLAIMED',
  'PLANNED',
  'SIGNED',
  'IN_FORCE',
  'SUSPENDED',
  'EXPIRED',
  'TERMINATED',
  'GRANT_REVOKED',
  'GRANT_NOT_YET',
  'GRANT_ENDED',
] as const;

/** The purposes of the closed list, and none. */
export const PURPOSES = [
  'PLACEMENT',
  'TRAINING',
  'BENEFIT',
  'STATISTICS',
  'AUDIT',
  'SUBJECT_ACCESS',
  'MISSING',
] as const;

/** Every role, and callers who have none. */
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
  'NOBODY',
] as const;

// role | relation | category | agreement | purpose | verdict; `*` is any, `,` separates alternatives.
const TABLE = `
*                    | *      | *                        | *        | MISSING                    | DENY
NOBODY               | *      | *                        | *        | *                          | DENY

CASEWORKER,HEAD      | OWN    | IDENTITY                 | *        | PLACEMENT,TRAINING,BENEFIT | ALLOW
CASEWORKER,HEAD      | OWN    | CONTACT                  | *        | PLACEMENT,TRAINING,BENEFIT | ALLOW
CASEWORKER,HEAD      | OWN    | HISTORY                  | *        | PLACEMENT,TRAINING,BENEFIT | ALLOW
CASEWORKER,HEAD      | OWN    | SPECIFIC                 | *        | BENEFIT                    | ALLOW
CASEWORKER,HEAD      | OWN    | SPECIFIC                 | *        | PLACEMENT,TRAINING         | DENY
ADMISSIONS           | OWN    | IDENTITY                 | *        | PLACEMENT,TRAINING,BENEFIT | ALLOW
ADMISSIONS           | OWN    | CONTACT                  | *        | PLACEMENT,TRAINING,BENEFIT | ALLOW
ADMISSIONS           | OWN    | HISTORY                  | *        | PLACEMENT,TRAINING,BENEFIT | ALLOW
ADMISSIONS           | OWN    | SPECIFIC                 | *        | BENEFIT                    | ALLOW
HEAD                 | OWN    | IDENTITY,CONTACT,HISTORY | *        | AUDIT                      | MASK
AUDITOR              | OWN    | IDENTITY,CONTACT,HISTORY | *        | AUDIT                      | MASK
HEAD,AUDITOR         | OWN    | SPECIFIC                 | *        | AUDIT                      | DENY
ASSOCIATION          | OWN    | HISTORY                  | *        | PLACEMENT                  | ALLOW
ASSOCIATION          | OWN    | IDENTITY,CONTACT,SPECIFIC| *        | *                          | DENY

RECRUITER            | STAFF  | IDENTITY,HISTORY         | *        | PLACEMENT                  | ALLOW
RECRUITER            | STAFF  | CONTACT,SPECIFIC         | *        | *                          | DENY
CITIZEN              | SELF   | *                        | *        | SUBJECT_ACCESS             | ALLOW
CITIZEN              | SELF   | *                        | *        | *                          | DENY

RECRUITER            | CANDIDATE | CONTACT               | *        | PLACEMENT                  | MASK
RECRUITER            | CANDIDATE | IDENTITY,HISTORY      | *        | *                          | DENY
RECRUITER            | CANDIDATE | SPECIFIC              | *        | *                          | DENY
ASSOCIATION          | CANDIDATE | HISTORY               | *        | PLACEMENT                  | ALLOW
ASSOCIATION          | CANDIDATE | CONTACT               | *        | PLACEMENT                  | MASK
CASEWORKER,HEAD      | CANDIDATE | HISTORY               | *        | PLACEMENT                  | ALLOW
CASEWORKER,HEAD      | CANDIDATE | CONTACT               | *        | PLACEMENT                  | MASK
ADMISSIONS           | CANDIDATE | HISTORY               | *        | PLACEMENT                  | ALLOW
ADMISSIONS           | CANDIDATE | CONTACT               | *        | PLACEMENT                  | MASK
*                    | CANDIDATE | *                     | *        | *                          | DENY

RECRUITER,ASSOCIATION| PRESENTED | HISTORY               | *        | PLACEMENT,TRAINING         | ALLOW
CASEWORKER,HEAD      | PRESENTED | HISTORY               | *        | PLACEMENT,TRAINING         | ALLOW
ADMISSIONS           | PRESENTED | HISTORY               | *        | PLACEMENT,TRAINING         | ALLOW
*                    | PRESENTED | *                     | *        | *                          | DENY

CASEWORKER,HEAD      | SHARED | GRANTED                  | IN_FORCE | GRANTED                    | ALLOW
ADMISSIONS           | SHARED | GRANTED                  | IN_FORCE | GRANTED                    | ALLOW
ASSOCIATION          | SHARED | GRANTED                  | IN_FORCE | GRANTED                    | ALLOW

*                    | *      | *                        | *        | *                          | DENY
`;

/** The rows in order. `GRANTED` stands for whatever the grant in question names. */
export const ROWS: readonly MatrixRow[] = TABLE.trim()
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [role = '', relation = '', category = '', agreement = '', purpose = '', verdict = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    if (verdict !== 'ALLOW' && verdict !== 'MASK' && verdict !== 'DENY')
      throw new Error(`A row of the matrix has no verdict: ${line}`);
    return { role, relation, category, agreement, purpose, verdict };
  });
