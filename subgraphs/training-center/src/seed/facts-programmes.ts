import { insertRows } from '@simpul/kit/database/rows';
import type { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import {
  type ClaimSlug,
  type FacilitySlug,
  type OrganizationSlug,
  type OverseasPathwaySlug,
  type ProgrammeSlug,
  claimId,
  facilityId,
  organizationId,
  overseasPathwayId,
  programmeId,
} from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import type { FacilityCapability } from '../facility/facility.type';
import type { ProgrammeKind } from '../programme/programme.type';
import { type Article, recordedEvent, told } from './facts-sources';

type RecordedFacility = readonly [
  slug: FacilitySlug,
  name: string,
  capability: FacilityCapability,
  claim: ClaimSlug | null,
  article: Article,
];

const FACILITIES: readonly RecordedFacility[] = [
  [
    'LAS-BAWAH-AIR',
    'Kolam las bawah air',
    'UNDERWATER_WELDING',
    'facility/las-bawah-air/only-one',
    'SIGNING',
  ],
  [
    'LAS-PIPA-6GR',
    'Bengkel las pipa posisi 6GR',
    'PIPE_WELDING_6GR',
    'facility/las-pipa-6gr/highest-position',
    'SIGNING',
  ],
  ['LAS-ROBOTIK', 'Bengkel las robotik AI', 'ROBOTIC_WELDING', 'facility/las-robotik/only-one', 'SIGNING'],
  ['KOMPLEKS-BBPVP', 'Kompleks BBPVP Serang', 'BOARDING', null, 'PROVINCE'],
];

interface RecordedProgramme {
  readonly name: string;
  readonly kind: ProgrammeKind;
  /** As the name has it; no source tells the vocational field. */
  readonly field: string;
  readonly method?: string;
  readonly free?: true;
  readonly funding?: readonly FundingSource[];
  readonly facility?: FacilitySlug;
  readonly articles: readonly Article[];
}

const NOT_TOLD = 'tidak disebut';
const PROJECTS = 'Project-based learning';

/** The short courses are free for the participants of the 64 seats; loans (KUR) are told of training abroad only. */
const PROGRAMMES: Readonly<Record<ProgrammeSlug, RecordedProgramme>> = {
  SABLON: { name: 'Sablon', kind: 'SHORT_COURSE', field: 'sablon', free: true, articles: ['CITY_CLASSES'] },
  BARISTA: {
    name: 'Barista',
    kind: 'SHORT_COURSE',
    field: 'barista',
    free: true,
    articles: ['CITY_CLASSES'],
  },
  'SOFT-SKILLS': {
    name: 'Soft skills',
    kind: 'SOFT_SKILLS',
    field: 'soft skills',
    free: true,
    articles: ['CITY_CLASSES'],
  },
  'PUBLIC-SPEAKING': {
    name: 'Public speaking',
    kind: 'SOFT_SKILLS',
    field: 'public speaking',
    free: true,
    articles: ['CITY_CLASSES'],
  },
  'LAS-BAWAH-AIR': {
    name: 'Las bawah air',
    kind: 'ADVANCED_TECHNICAL',
    field: 'las',
    facility: 'LAS-BAWAH-AIR',
    articles: ['SIGNING'],
  },
  'LAS-PIPA-6GR': {
    name: 'Las pipa posisi 6GR',
    kind: 'ADVANCED_TECHNICAL',
    field: 'las',
    facility: 'LAS-PIPA-6GR',
    articles: ['SIGNING'],
  },
  'LAS-ROBOTIK': {
    name: 'Las robotik AI',
    kind: 'ADVANCED_TECHNICAL',
    field: 'las',
    facility: 'LAS-ROBOTIK',
    articles: ['SIGNING'],
  },
  PBL: {
    name: PROJECTS,
    kind: 'PROJECT_BASED',
    field: NOT_TOLD,
    method: PROJECTS,
    articles: ['SIGNING', 'PROVINCE'],
  },
  AGROFORESTRI: { name: 'Agroforestri', kind: 'UNSPECIFIED', field: 'agroforestri', articles: ['PROVINCE'] },
  'MAGANG-JP': abroad('Magang dan pelatihan kerja ke Jepang', ['KUR'], ['SIGNING', 'PROVINCE']),
  'MAGANG-KR': abroad('Magang dan pelatihan kerja ke Korea', ['KUR'], ['SIGNING']),
  'MAGANG-DE': abroad('Magang dan pelatihan kerja ke Jerman', ['KUR'], ['SIGNING']),
  'PMI-LN': abroad('Pelatihan calon pekerja migran (CPMI)', ['APBN', 'KUR'], ['PROVINCE', 'OVERSEAS_QUOTA']),
  'MAGANG-SMK': {
    name: 'Magang terstruktur siswa SMK',
    kind: 'STUDENT_INTERNSHIP',
    field: NOT_TOLD,
    articles: ['PROVINCE'],
  },
  'KEMNAKER-CILEGON': {
    name: 'Program Kemnaker untuk pemuda Cilegon',
    kind: 'UNSPECIFIED',
    field: NOT_TOLD,
    funding: ['APBN'],
    articles: ['CILEGON'],
  },
  'MAGANG-APINDO': {
    name: 'Pemagangan dan penempatan bersama Apindo',
    kind: 'APPRENTICESHIP',
    field: NOT_TOLD,
    articles: ['CILEGON'],
  },
};

function abroad(
  name: string,
  funding: readonly FundingSource[],
  articles: readonly Article[],
): RecordedProgramme {
  return { name, kind: 'OVERSEAS_PREPARATION', field: NOT_TOLD, funding, articles };
}

interface RecordedPathway {
  readonly country: string | null;
  readonly scheme: PlacementScheme;
  readonly partner: OrganizationSlug | null;
  readonly programme: ProgrammeSlug;
  readonly funding: readonly FundingSource[];
  readonly articles: readonly Article[];
}

/**
 * The sources differ: apprenticeships in Japan, Korea and Germany; apprenticeships in Japan and placement in South Korea;
 * candidate migrant workers for countries that are not named. Each stays as it is told.
 */
const PATHWAYS: Readonly<Record<OverseasPathwaySlug, RecordedPathway>> = {
  'MAGANG-JP': apprenticeship('JP', 'MAGANG-JP', ['SIGNING', 'PROVINCE']),
  'MAGANG-KR': apprenticeship('KR', 'MAGANG-KR', ['SIGNING']),
  'MAGANG-DE': apprenticeship('DE', 'MAGANG-DE', ['SIGNING']),
  'PMI-KR': {
    country: 'KR',
    scheme: 'PMI',
    partner: 'perusahaan-asing',
    programme: 'PMI-LN',
    funding: [],
    articles: ['PROVINCE'],
  },
  'PMI-UNNAMED': {
    country: null,
    scheme: 'PMI',
    partner: null,
    programme: 'PMI-LN',
    funding: ['APBN', 'KUR'],
    articles: ['OVERSEAS_QUOTA'],
  },
};

function apprenticeship(
  country: string,
  programme: ProgrammeSlug,
  articles: readonly Article[],
): RecordedPathway {
  return {
    ...{ country, programme, articles },
    scheme: 'MAGANG_LN',
    partner: 'asosiasi-lembaga-mitra',
    funding: ['KUR'],
  };
}

export async function loadFacilities(db: EntityManager): Promise<void> {
  const rows = FACILITIES.map(([slug, name, capability, claim, article]) => ({
    id: facilityId(slug),
    name,
    capabilities: [capability],
    region_code: null,
    claim_ids: claim ? [claimId(claim)] : [],
    sources: told(article),
    demo: false,
  }));
  await insertRows(db, 'facility', rows);
  await insertRows(
    db,
    'event',
    rows.map(({ id, capabilities }) => recordedEvent('Facility', id, { capabilities })),
  );
}

export async function loadProgrammes(db: EntityManager): Promise<void> {
  const programmes = (Object.keys(PROGRAMMES) as ProgrammeSlug[]).map((slug) => ({
    slug,
    ...PROGRAMMES[slug],
  }));
  await insertRows(
    db,
    'programme',
    programmes.map(({ slug, name, kind, field, method, free, funding, articles }) => ({
      id: programmeId(slug),
      code: slug,
      ...{ name, kind, field },
      method: method ?? null,
      kkni: null,
      free: free ?? null,
      funding: funding ?? [],
      hours: null,
      sources: told(...articles),
      demo: false,
    })),
  );
  const needed = programmes.flatMap(({ slug, facility }) =>
    facility ? [{ programme_id: programmeId(slug), facility_id: facilityId(facility), demo: false }] : [],
  );
  await insertRows(db, 'programme_facility', needed);
  await insertRows(
    db,
    'event',
    programmes.map(({ slug, kind }) => recordedEvent('Programme', programmeId(slug), { code: slug, kind })),
  );
}

export async function loadPathways(db: EntityManager): Promise<void> {
  const pathways = (Object.keys(PATHWAYS) as OverseasPathwaySlug[]).map((slug) => ({
    slug,
    ...PATHWAYS[slug],
  }));
  await insertRows(
    db,
    'overseas_pathway',
    pathways.map(({ slug, country, scheme, partner, funding, articles }) => ({
      id: overseasPathwayId(slug),
      ...{ country, scheme, funding },
      partner_id: partner && organizationId(partner),
      sources: told(...articles),
      demo: false,
    })),
  );
  await insertRows(
    db,
    'overseas_pathway_programme',
    pathways.map(({ slug, programme }) => ({
      pathway_id: overseasPathwayId(slug),
      programme_id: programmeId(programme),
    })),
  );
  await insertRows(
    db,
    'event',
    pathways.map(({ slug, country, scheme }) =>
      recordedEvent('OverseasPathway', overseasPathwayId(slug), { country, scheme }),
    ),
  );
}
