import type { LegalBasis, PersonalDataCategory, Purpose } from '@simpul/kit/graphql/shared-enums';
import type { ClauseSlug, OrganizationSlug } from '@simpul/schema/contract/ids';

/** A grant under a demonstration agreement; bound to people under the agreement unless it says otherwise. */
export interface DemoGrant {
  readonly slug: string;
  readonly clause: Extract<ClauseSlug, `${string}/data-sharing`>;
  readonly provider: OrganizationSlug;
  readonly recipient: OrganizationSlug;
  readonly categories: readonly PersonalDataCategory[];
  readonly purposes: readonly Purpose[];
  readonly regions?: readonly string[];
  readonly onlyUnderAgreement?: boolean;
  readonly fields?: readonly string[];
  readonly legalBasis?: LegalBasis;
  readonly retentionDays?: number;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly revokedOn?: string;
}

const SERANG: readonly DemoGrant[] = [
  {
    slug: 'D1/training',
    clause: 'D1/data-sharing',
    provider: 'disnakertrans-kota-serang',
    recipient: 'bbpvp-serang',
    categories: ['IDENTITY', 'HISTORY'],
    purposes: ['TRAINING'],
    regions: ['36.73'],
    retentionDays: 365,
    validFrom: '2026-01-02',
  },
  {
    slug: 'D1/placement',
    clause: 'D1/data-sharing',
    provider: 'bbpvp-serang',
    recipient: 'disnakertrans-kota-serang',
    categories: ['HISTORY'],
    purposes: ['PLACEMENT'],
    fields: [
      'Person.enrolments',
      'Person.certificates',
      'Enrolment.stage',
      'Enrolment.trainingClass',
      'Certificate.scheme',
      'Certificate.status',
      'Certificate.validUntil',
      'Certificate.competencyUnits',
    ],
    retentionDays: 730,
    validFrom: '2026-01-02',
  },
  {
    slug: 'D1/contact',
    clause: 'D1/data-sharing',
    provider: 'disnakertrans-kota-serang',
    recipient: 'bbpvp-serang',
    categories: ['CONTACT'],
    purposes: ['TRAINING'],
    regions: ['36.73'],
    fields: ['Contact.phone'],
    retentionDays: 90,
    validFrom: '2026-09-01',
  },
  {
    slug: 'D1/first-intake',
    clause: 'D1/data-sharing',
    provider: 'disnakertrans-kota-serang',
    recipient: 'bbpvp-serang',
    categories: ['IDENTITY', 'CONTACT'],
    purposes: ['TRAINING'],
    regions: ['36.73.01', '36.73.05'],
    retentionDays: 30,
    validFrom: '2026-01-02',
    validTo: '2026-03-31',
  },
];

const CILEGON: readonly DemoGrant[] = [
  {
    slug: 'D2/training',
    clause: 'D2/data-sharing',
    provider: 'disnaker-kota-cilegon',
    recipient: 'bbpvp-serang',
    categories: ['IDENTITY', 'HISTORY'],
    purposes: ['TRAINING'],
    regions: ['36.72'],
    retentionDays: 365,
    validFrom: '2025-10-13',
  },
  {
    slug: 'D2/placement',
    clause: 'D2/data-sharing',
    provider: 'bbpvp-serang',
    recipient: 'disnaker-kota-cilegon',
    categories: ['HISTORY'],
    purposes: ['PLACEMENT'],
    retentionDays: 730,
    validFrom: '2025-10-13',
    validTo: '2026-12-31',
  },
  {
    slug: 'D2/finance',
    clause: 'D2/data-sharing',
    provider: 'disnaker-kota-cilegon',
    recipient: 'bbpvp-serang',
    categories: ['SPECIFIC'],
    purposes: ['BENEFIT'],
    fields: ['Person.financingCases'],
    legalBasis: 'CONSENT',
    retentionDays: 60,
    validFrom: '2025-11-01',
    revokedOn: '2026-02-02',
  },
];

const TRIPARTITE: readonly DemoGrant[] = [
  {
    slug: 'D3/graduates',
    clause: 'D3/data-sharing',
    provider: 'bbpvp-serang',
    recipient: 'apindo',
    categories: ['HISTORY'],
    purposes: ['PLACEMENT'],
    regions: ['36.72'],
    fields: [
      'Person.certificates',
      'Certificate.scheme',
      'Certificate.status',
      'Certificate.validUntil',
      'Certificate.competencyUnits',
    ],
    legalBasis: 'CONSENT',
    retentionDays: 180,
    validFrom: '2025-11-03',
  },
  {
    slug: 'D3/placements',
    clause: 'D3/data-sharing',
    provider: 'apindo',
    recipient: 'disnaker-kota-cilegon',
    categories: ['HISTORY'],
    purposes: ['PLACEMENT', 'STATISTICS'],
    onlyUnderAgreement: false,
    legalBasis: 'LEGAL_OBLIGATION',
    retentionDays: 730,
    validFrom: '2025-11-03',
  },
  {
    slug: 'D3/outcomes',
    clause: 'D3/data-sharing',
    provider: 'apindo',
    recipient: 'bbpvp-serang',
    categories: ['HISTORY'],
    purposes: ['TRAINING'],
    fields: [
      'Person.currentPlacement',
      'Person.placements',
      'Placement.scheme',
      'Placement.occupation',
      'Placement.startsOn',
      'Placement.retention',
      'RetentionCheck.months',
      'RetentionCheck.employed',
    ],
    retentionDays: 365,
    validFrom: '2025-11-03',
  },
];

const BANTEN: readonly DemoGrant[] = [
  {
    slug: 'D4/statistics',
    clause: 'D4/data-sharing',
    provider: 'bbpvp-serang',
    recipient: 'disnaker-banten',
    categories: ['HISTORY'],
    purposes: ['STATISTICS'],
    onlyUnderAgreement: false,
    validFrom: '2025-09-15',
  },
  {
    slug: 'D4/internships',
    clause: 'D4/data-sharing',
    provider: 'dinas-pendidikan-banten',
    recipient: 'bbpvp-serang',
    categories: ['HISTORY', 'SPECIFIC'],
    purposes: ['TRAINING'],
    regions: ['36'],
    fields: [
      'Internship.school',
      'Internship.occupation',
      'Internship.facility',
      'Internship.employer',
      'Internship.status',
      'Internship.startsOn',
      'Internship.endsOn',
      'Internship.minor',
      'Internship.guardianConsent',
      'Internship.certificationPlanned',
      'InternshipFilter.region',
      'InternshipFilter.status',
      'InternshipFilter.incomplete',
    ],
    legalBasis: 'LEGAL_OBLIGATION',
    retentionDays: 180,
    validFrom: '2025-09-15',
  },
];

/** All of them: in force, ended, revoked, and not yet valid. */
export const DEMO_GRANTS: readonly DemoGrant[] = [...SERANG, ...CILEGON, ...TRIPARTITE, ...BANTEN];
