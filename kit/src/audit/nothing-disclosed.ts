import { auditUnavailable, changeNotRecorded } from './audit-unavailable';
import type { Disclosures } from './disclosures';

/** For work that tells nobody of people, like a publication: whatever it would show of them is refused. */
export const NOTHING_DISCLOSED: Disclosures = {
  closed: true,
  add: ({ type, field }) => {
    throw auditUnavailable(`${type}.${field}`);
  },
  listed: ({ type, field }) => {
    throw auditUnavailable(`${type}.${field}`);
  },
  addReport: ({ type, field }) => {
    throw auditUnavailable(`${type}.${field}`);
  },
  refused: () => undefined,
  inspected: () => {
    throw auditUnavailable('DataAccess');
  },
  changed: () => Promise.reject(changeNotRecorded()),
};
