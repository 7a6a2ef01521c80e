import { insertRows, replaceRows } from '@simpul/kit/database/rows';
import { type ClaimSlug, type FacilitySlug, claimId, facilityId } from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import type { FacilityCapability } from '../facility/facility.type';
import { type Article, recordedEvent, told } from './facts-sources';

type RecordedFacility = readonly [
  slug: FacilitySlug,
  name: string,
  capability: FacilityCapability,
  claim: ClaimSlug | null,
  article: Article,
];

const FACILITIES: readonly RecordedFacility[] = [
  ['LAS-BAWAH-AIR', 'Fasilitas las bawah air', 'UNDERWATER_WELDING', 'facility/las/distinction', 'SIGNING'],
  [
    'LAS-PIPA-6GR',
    'Fasilitas las pipa posisi 6GR',
    'PIPE_WELDING_6GR',
    'facility/las/distinction',
    'SIGNING',
  ],
  ['LAS-ROBOTIK', 'Fasilitas las robotik AI', 'ROBOTIC_WELDING', 'facility/las/distinction', 'SIGNING'],
  ['KOMPLEKS-BBPVP', 'Kompleks BBPVP Serang', 'BOARDING', null, 'PROVINCE'],
];

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
  await replaceRows(db, 'facility', rows);
  await insertRows(
    db,
    'event',
    rows.map(({ id, capabilities }) => recordedEvent('Facility', id, { capabilities })),
  );
}
