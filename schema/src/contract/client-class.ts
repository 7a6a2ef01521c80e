import type { Role } from './identity';

/** Classes of clients, which have budgets and registered operations of their own; later ones go before earlier ones. */
export const CLIENT_CLASSES = ['PUBLIC', 'CITIZEN', 'EMPLOYER', 'AGENCY', 'SERVICE', 'DEVELOPER'] as const;
/** A class of the list. */
export type ClientClass = (typeof CLIENT_CLASSES)[number];

const CLASS_OF_ROLE: Readonly<Record<Role, ClientClass>> = {
  CASEWORKER: 'AGENCY',
  HEAD: 'AGENCY',
  ADMISSIONS: 'AGENCY',
  ANALYST: 'AGENCY',
  STEWARD: 'AGENCY',
  AUDITOR: 'AGENCY',
  ASSOCIATION: 'EMPLOYER',
  RECRUITER: 'EMPLOYER',
  CITIZEN: 'CITIZEN',
  SERVICE: 'SERVICE',
  DEVELOPER: 'DEVELOPER',
};

/** The class of a caller with these roles; without any, the public. */
export function clientClassOf(roles: readonly Role[]): ClientClass {
  const classes = new Set(roles.map((role) => CLASS_OF_ROLE[role]));
  return CLIENT_CLASSES.findLast((name) => classes.has(name)) ?? 'PUBLIC';
}

/** The folder below `schema/operations` with the registered operations of a class. */
export function folderOf(clientClass: ClientClass): string {
  return clientClass.toLowerCase();
}
