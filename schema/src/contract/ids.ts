import { hash } from 'node:crypto';

/** Organisations of the recorded facts, by slug. */
export const ORGANIZATIONS = [
  'pemkot-serang',
  'disnakertrans-kota-serang',
  'setda-kota-serang',
  'bappeda-kota-serang',
  'inspektorat-kota-serang',
  'bpkad-kota-serang',
  'bbpvp-serang',
  'kemnaker',
  'pemkot-cilegon',
  'disnaker-kota-cilegon',
  'apindo',
  'pemprov-banten',
  'disnaker-banten',
  'dinas-pendidikan-banten',
  'kementerian-sosial',
  'himbara',
  'asosiasi-lembaga-mitra',
  'perusahaan-asing',
  'investor',
  'smk',
] as const;
export type OrganizationSlug = (typeof ORGANIZATIONS)[number];

/** Agreements: A1 to A5 are recorded; D1 to D4 are demonstration agreements that follow up A2 to A5. */
export const AGREEMENTS = ['A1', 'A2', 'A3', 'A4', 'A5', 'D1', 'D2', 'D3', 'D4'] as const;
export type AgreementSlug = (typeof AGREEMENTS)[number];

/** Clauses; only the demonstration agreements have any, because no source tells those of the recorded ones. */
export const CLAUSES = [
  'D1/quota',
  'D1/city-classes',
  'D1/overseas',
  'D1/data-sharing',
  'D1/local-hire',
  'D1/funding',
  'D1/placement',
  'D1/term',
  'D2/quota',
  'D2/overseas',
  'D2/data-sharing',
  'D2/funding',
  'D2/placement',
  'D2/term',
  'D3/quota',
  'D3/data-sharing',
  'D3/placement',
  'D3/reporting',
  'D3/term',
  'D4/overseas',
  'D4/data-sharing',
  'D4/internships',
  'D4/term',
] as const;
export type ClauseSlug = (typeof CLAUSES)[number];

/** Programmes that the sources name; the slug is the public code of the programme. */
export const PROGRAMMES = [
  'SABLON',
  'BARISTA',
  'SOFT-SKILLS',
  'PUBLIC-SPEAKING',
  'LAS-BAWAH-AIR',
  'LAS-PIPA-6GR',
  'LAS-ROBOTIK',
  'PBL',
  'AGROFORESTRI',
  'MAGANG-JP',
  'MAGANG-KR',
  'MAGANG-DE',
  'PMI-LN',
  'MAGANG-SMK',
  'KEMNAKER-CILEGON',
  'MAGANG-APINDO',
] as const;
export type ProgrammeSlug = (typeof PROGRAMMES)[number];

/** Facilities; those that start with DEMO are invented rooms for classes whose rooms no source names. */
export const FACILITIES = [
  'LAS-BAWAH-AIR',
  'LAS-PIPA-6GR',
  'LAS-ROBOTIK',
  'KOMPLEKS-BBPVP',
  'DEMO-BENGKEL-SABLON',
  'DEMO-DAPUR-BARISTA',
  'DEMO-LAHAN-AGROFORESTRI',
  'DEMO-RUANG-KELAS',
] as const;
export type FacilitySlug = (typeof FACILITIES)[number];

/** Claims that an agency other than their owner refers to. */
export const CLAIMS = [
  'quota/36.73/seats/all-training-2026',
  'quota/36.73/seats/overseas-training',
  'quota/36.73/seats/departures',
  'quota/36.73/overseas-share',
  'quota/36.73/city-classes',
  'quota/pool/seats',
  'quota/36.73/condition/no-budget-cut',
  'quota/36.73/condition/more-if-demanded',
  'rule/36.73/local-hire/status/in-force',
  'rule/36.73/local-hire/status/draft',
  'rule/36.73/local-hire/threshold',
  'rule/36.73/local-hire/denominator/workforce-needed',
  'rule/36.73/local-hire/denominator/total-employees',
  'facility/las/distinction',
] as const;
export type ClaimSlug = (typeof CLAIMS)[number];

/**
 * Quota allocations. READING-1 to READING-3 are the recorded trees of the contested number 500, CITY-64 that of
 * the 64 seats; those that start with DEMO are the demonstration ledger.
 */
export const ALLOCATIONS = [
  'CITY-64',
  'READING-1',
  'READING-1-OVERSEAS',
  'READING-2-POOL',
  'READING-2-BANTEN',
  'READING-2-SUMATERA-SELATAN',
  'READING-2-LAMPUNG',
  'READING-2-KALIMANTAN-BARAT',
  'READING-2-SERANG',
  'READING-3',
  'DEMO-SERANG',
  'DEMO-SERANG-CITY-64',
  'DEMO-SERANG-SHORT',
  'DEMO-SERANG-TECHNICAL',
  'DEMO-SERANG-OVERSEAS',
  'DEMO-CILEGON',
  'DEMO-CILEGON-SHORT',
  'DEMO-CILEGON-TECHNICAL',
  'DEMO-APINDO-CILEGON',
  'DEMO-POOL',
  'DEMO-POOL-BANTEN',
  'DEMO-POOL-SUMATERA-SELATAN',
  'DEMO-POOL-LAMPUNG',
  'DEMO-POOL-KALIMANTAN-BARAT',
  'DEMO-POOL-SERANG',
  'DEMO-POOL-CILEGON',
] as const;
export type AllocationSlug = (typeof ALLOCATIONS)[number];

/** Overseas pathways that the sources name. */
export const OVERSEAS_PATHWAYS = ['MAGANG-JP', 'MAGANG-KR', 'MAGANG-DE', 'PMI-KR', 'PMI-UNNAMED'] as const;
export type OverseasPathwaySlug = (typeof OVERSEAS_PATHWAYS)[number];

/** Schools with the provisional code that stands for their NPSN, which no source gives. */
export const SCHOOLS = {
  'sekolah-rakyat-bbpvp': 'SEMENTARA-SR-BBPVP',
  'smk-demo-1': 'DEMO-SMK-01',
  'smk-demo-2': 'DEMO-SMK-02',
  'smk-demo-3': 'DEMO-SMK-03',
} as const satisfies Record<string, string>;
export type SchoolSlug = keyof typeof SCHOOLS;

/** Bits of version 4 and variant 1 are set so that every reader of UUIDs accepts the id. */
function uuidFrom(name: string): string {
  const hex = hash('sha256', name, 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Id of a recorded thing: the same in every agency's database, because nothing but its kind and slug decides it. */
export function recordedId(kind: string, slug: string): string {
  return uuidFrom(`simpul:recorded:${kind}:${slug}`);
}

/** Id of a generated row; the seed stands in it so that another seed never meets the rows of this one. */
export function demoId(seed: number, kind: string, ...parts: readonly (string | number)[]): string {
  return uuidFrom(`simpul:demo:${seed}:${kind}:${parts.join(':')}`);
}

/** Looks a slug's id up instead of hashing it again for each of a hundred thousand rows. */
function idsOf<Slug extends string>(kind: string, slugs: readonly Slug[]): (slug: Slug) => string {
  const ids = new Map<Slug, string>(slugs.map((slug) => [slug, recordedId(kind, slug)]));
  return (slug) => ids.get(slug) ?? recordedId(kind, slug);
}

/** Id of an organisation. */
export const organizationId = idsOf<OrganizationSlug>('organization', ORGANIZATIONS);
/** Id of an agreement. */
export const agreementId = idsOf<AgreementSlug>('agreement', AGREEMENTS);
/** Id of a clause. */
export const clauseId = idsOf<ClauseSlug>('clause', CLAUSES);
/** Id of a programme. */
export const programmeId = idsOf<ProgrammeSlug>('programme', PROGRAMMES);
/** Id of a facility. */
export const facilityId = idsOf<FacilitySlug>('facility', FACILITIES);
/** Id of a claim. */
export const claimId = idsOf<ClaimSlug>('claim', CLAIMS);
/** Id of a quota allocation. */
export const allocationId = idsOf<AllocationSlug>('allocation', ALLOCATIONS);
/** Id of an overseas pathway. */
export const overseasPathwayId = idsOf<OverseasPathwaySlug>('overseas-pathway', OVERSEAS_PATHWAYS);

/** Key of a school: its NPSN, or the provisional code where no source gives one. */
export function schoolNpsn(slug: SchoolSlug): string {
  return SCHOOLS[slug];
}
