import type { AgreementSlug, AllocationSlug, ClauseSlug, OrganizationSlug } from '../contract/ids';
import type { Day } from './vocabulary.types';

export type DemoAgreementSlug = Extract<AgreementSlug, `D${number}`>;

/** What every agency must hold equal about a demonstration agreement; title, wording and grants are the registry's. */
export interface DemoAgreement {
  followsUp: AgreementSlug;
  parties: readonly OrganizationSlug[];
  signedOn: Day;
  effectiveFrom: Day;
  expiresOn: Day;
  clauses: readonly ClauseSlug[];
}

/** The four demonstration agreements, all in force on the demonstration's day; D3 ends within ninety days of it. */
export const DEMO_AGREEMENTS: Readonly<Record<DemoAgreementSlug, DemoAgreement>> = {
  D1: {
    followsUp: 'A2',
    parties: ['pemkot-serang', 'disnakertrans-kota-serang', 'bbpvp-serang'],
    signedOn: '2025-12-22',
    effectiveFrom: '2026-01-02',
    expiresOn: '2027-12-31',
    clauses: [
      'D1/quota',
      'D1/city-classes',
      'D1/overseas',
      'D1/data-sharing',
      'D1/local-hire',
      'D1/funding',
      'D1/placement',
      'D1/term',
    ],
  },
  D2: {
    followsUp: 'A3',
    parties: ['pemkot-cilegon', 'disnaker-kota-cilegon', 'bbpvp-serang'],
    signedOn: '2025-10-09',
    effectiveFrom: '2025-10-13',
    expiresOn: '2026-12-31',
    clauses: ['D2/quota', 'D2/overseas', 'D2/data-sharing', 'D2/funding', 'D2/placement', 'D2/term'],
  },
  D3: {
    followsUp: 'A4',
    parties: ['apindo', 'disnaker-kota-cilegon', 'bbpvp-serang'],
    signedOn: '2025-10-30',
    effectiveFrom: '2025-11-03',
    expiresOn: '2026-08-31',
    clauses: ['D3/quota', 'D3/data-sharing', 'D3/placement', 'D3/reporting', 'D3/term'],
  },
  D4: {
    followsUp: 'A5',
    parties: ['pemprov-banten', 'disnaker-banten', 'dinas-pendidikan-banten', 'bbpvp-serang'],
    signedOn: '2025-09-11',
    effectiveFrom: '2025-09-15',
    expiresOn: '2027-09-14',
    clauses: ['D4/overseas', 'D4/data-sharing', 'D4/internships', 'D4/term'],
  },
};

/** Leaves of the ledger that classes debit, with the agreement that each stands under. */
export const CLASS_ALLOCATIONS = {
  'DEMO-SERANG-CITY-64': 'D1',
  'DEMO-SERANG-SHORT': 'D1',
  'DEMO-SERANG-TECHNICAL': 'D1',
  'DEMO-SERANG-OVERSEAS': 'D1',
  'DEMO-CILEGON-SHORT': 'D2',
  'DEMO-CILEGON-TECHNICAL': 'D2',
  'DEMO-APINDO-CILEGON': 'D3',
  'DEMO-POOL-SERANG': 'D1',
  'DEMO-POOL-CILEGON': 'D2',
} as const satisfies Partial<Record<AllocationSlug, DemoAgreementSlug>>;

export type ClassAllocationSlug = keyof typeof CLASS_ALLOCATIONS;
