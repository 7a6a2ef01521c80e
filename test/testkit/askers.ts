import type { Purpose } from '@simpul/schema/contract/identity';
import { type CallerClaims, DEMO_LOGINS } from '@simpul/schema/demo/logins';

/** Whose question it is, and what the answer is for. */
export interface Asker {
  readonly login: string;
  readonly purpose: Purpose;
}

function as(login: string, purpose: Purpose): Asker {
  return { login, purpose };
}

const SERANG = as('caseworker', 'PLACEMENT');
const CILEGON = as('caseworker-cilegon', 'PLACEMENT');
const TRAINERS = as('admissions', 'TRAINING');
const STEWARD = as('steward', 'STATISTICS');
const ANALYST = as('analyst', 'STATISTICS');
const RECRUITER = as('recruiter', 'PLACEMENT');

/** Who asks each question of `test/journeys/questions`: tests, benchmark and README ask as these. */
export const ASKERS: Readonly<Record<string, Asker>> = {
  'agencies-01': SERANG,
  'agencies-02': SERANG,
  'agencies-03': TRAINERS,
  'agencies-04': STEWARD,
  'agencies-05': SERANG,
  'agencies-06': SERANG,
  'agencies-07': CILEGON,
  'agencies-08': CILEGON,
  'agencies-09': ANALYST,
  'agencies-10': TRAINERS,
  'agencies-11': CILEGON,
  'agencies-12': STEWARD,
  'employers-01': RECRUITER,
  'employers-02': RECRUITER,
  'employers-03': RECRUITER,
  'employers-05': RECRUITER,
  'employers-06': RECRUITER,
  'employers-07': RECRUITER,
  'employers-08': RECRUITER,
  'employers-09': as('apindo', 'PLACEMENT'),
  'employers-10': RECRUITER,
  'reporting-01': ANALYST,
  'reporting-02': ANALYST,
  'reporting-03': ANALYST,
  'reporting-04': ANALYST,
  'reporting-05': ANALYST,
  'reporting-06': ANALYST,
  'reporting-07': ANALYST,
  'reporting-08': ANALYST,
  'reporting-09': ANALYST,
  'reporting-10': as('auditor', 'AUDIT'),
  'reporting-11': ANALYST,
};

/** Who asks a question; throws where nobody does. */
export function askerOf(name: string): Asker {
  const asker = ASKERS[name];
  if (!asker) throw new Error(`Nobody asks ${name}.`);
  return asker;
}

/** What an issuer says of a demo login. */
export function claimsOfLogin(login: string): CallerClaims {
  const known = DEMO_LOGINS.find(({ name }) => name === login);
  if (!known) throw new Error(`There is no demo login ${login}.`);
  return known.claims;
}
