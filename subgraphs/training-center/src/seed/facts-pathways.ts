import { insertRows, replaceRows } from '@simpul/kit/database/rows';
import type { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import {
  type OrganizationSlug,
  type OverseasPathwaySlug,
  type ProgrammeSlug,
  organizationId,
  overseasPathwayId,
  programmeId,
} from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import { type Article, recordedEvent, told } from './facts-sources';

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
    articles: ['OVERSEAS_QUOTA', 'STATE_BUDGET'],
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

export async function loadPathways(db: EntityManager): Promise<void> {
  const pathways = (Object.keys(PATHWAYS) as OverseasPathwaySlug[]).map((slug) => ({
    slug,
    ...PATHWAYS[slug],
  }));
  await replaceRows(
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
  await replaceRows(
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
