import { insertRows, replaceRows } from '@simpul/kit/database/rows';
import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { type FacilitySlug, type ProgrammeSlug, facilityId, programmeId } from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import type { ProgrammeKind } from '../programme/programme.type';
import { type Article, recordedEvent, told } from './facts-sources';

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
  'PMI-LN': abroad(
    'Pelatihan calon pekerja migran (CPMI)',
    ['APBN', 'KUR'],
    ['PROVINCE', 'OVERSEAS_QUOTA', 'STATE_BUDGET'],
  ),
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

/** Name of a recorded programme. */
export function programmeName(slug: ProgrammeSlug): string {
  return PROGRAMMES[slug].name;
}

function abroad(
  name: string,
  funding: readonly FundingSource[],
  articles: readonly Article[],
): RecordedProgramme {
  return { name, kind: 'OVERSEAS_PREPARATION', field: NOT_TOLD, funding, articles };
}

export async function loadProgrammes(db: EntityManager): Promise<void> {
  const programmes = (Object.keys(PROGRAMMES) as ProgrammeSlug[]).map((slug) => ({
    slug,
    ...PROGRAMMES[slug],
  }));
  await replaceRows(
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
  await replaceRows(db, 'programme_facility', needed);
  await insertRows(
    db,
    'event',
    programmes.map(({ slug, kind }) => recordedEvent('Programme', programmeId(slug), { code: slug, kind })),
  );
}
