import { type OrganizationSlug, organizationId } from '../contract/ids';
import type { Role } from '../contract/identity';
import { sceneOf } from './scene';

/** What an issuer says of a caller beside the account's name. */
export interface CallerClaims {
  readonly organization: string | null;
  readonly office: string | null;
  readonly employer: string | null;
  readonly person: string | null;
  readonly roles: readonly Role[];
}

/** An account of the development issuer, which anybody on this machine may choose. */
export interface DemoLogin {
  readonly name: string;
  /** Who that is, in a few words. */
  readonly description: string;
  readonly claims: CallerClaims;
}

const FIRST_BLOCK = sceneOf(0);

/** An employer with open vacancies, people whom it hired and an intern who finished this quarter. */
const EMPLOYER = FIRST_BLOCK.id('employer', 1);

/** A person of Kota Serang who was registered, interviewed, nominated, trained, certified and hired. */
const CITIZEN = FIRST_BLOCK.id('person', 23);

const NOBODY: CallerClaims = { organization: null, office: null, employer: null, person: null, roles: [] };

function at(slug: OrganizationSlug, ...roles: Role[]): CallerClaims {
  return { ...NOBODY, organization: organizationId(slug), roles };
}

function inOffice(slug: OrganizationSlug, ...roles: Role[]): CallerClaims {
  return { ...at(slug, ...roles), office: organizationId(slug) };
}

/** The accounts of the development issuer, by their names. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  {
    name: 'caseworker',
    description: 'caseworker, labour office of Kota Serang',
    claims: inOffice('disnakertrans-kota-serang', 'CASEWORKER'),
  },
  {
    name: 'head',
    description: 'head of section, labour office of Kota Serang',
    claims: inOffice('disnakertrans-kota-serang', 'CASEWORKER', 'HEAD'),
  },
  {
    name: 'caseworker-cilegon',
    description: 'caseworker, labour office of Kota Cilegon',
    claims: inOffice('disnaker-kota-cilegon', 'CASEWORKER'),
  },
  {
    name: 'head-cilegon',
    description: 'head of section, labour office of Kota Cilegon',
    claims: inOffice('disnaker-kota-cilegon', 'CASEWORKER', 'HEAD'),
  },
  {
    name: 'admissions',
    description: 'admissions, training centre BBPVP Serang',
    claims: at('bbpvp-serang', 'ADMISSIONS'),
  },
  { name: 'analyst', description: 'analyst, province of Banten', claims: at('pemprov-banten', 'ANALYST') },
  {
    name: 'steward',
    description: 'steward of figures and agreements, province of Banten',
    claims: at('pemprov-banten', 'STEWARD'),
  },
  { name: 'apindo', description: 'employers’ association Apindo', claims: at('apindo', 'ASSOCIATION') },
  {
    name: 'recruiter',
    description: 'recruiter of a demonstration employer',
    claims: { ...NOBODY, employer: EMPLOYER, roles: ['RECRUITER'] },
  },
  {
    name: 'citizen',
    description: 'a person of the demonstration population',
    claims: { ...NOBODY, person: CITIZEN, roles: ['CITIZEN'] },
  },
  {
    name: 'developer',
    description: 'developer, who may look at the schema',
    claims: at('pemprov-banten', 'DEVELOPER'),
  },
  {
    name: 'auditor',
    description: 'auditor, inspectorate of Kota Serang',
    claims: at('inspektorat-kota-serang', 'AUDITOR'),
  },
];

/** The organisation that each agency's own programs act for when no person sits in front of them. */
const SERVICE_ORGANIZATIONS = {
  'labor-office': 'disnakertrans-kota-serang',
  'training-center': 'bbpvp-serang',
  province: 'pemprov-banten',
  employers: 'apindo',
} as const satisfies Record<string, OrganizationSlug>;

/** The service account of an agency's own programs; it signs in with a key of its own. */
export interface ServiceAccount {
  readonly agency: string;
  /** The name of its client at the issuer. */
  readonly client: string;
  readonly claims: CallerClaims;
}

/** One service account per agency. */
export const SERVICE_ACCOUNTS: readonly ServiceAccount[] = Object.entries(SERVICE_ORGANIZATIONS).map(
  ([agency, slug]) => ({ agency, client: `service-${agency}`, claims: at(slug, 'SERVICE') }),
);
