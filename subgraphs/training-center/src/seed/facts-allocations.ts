import { insertRows, replaceRows } from '@simpul/kit/database/rows';
import { type AllocationSlug, type ClaimSlug, allocationId, claimId } from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import type { QuotaScope } from '../quota-allocation/quota-allocation.type';
import { fileOf, recordedEvent } from './facts-sources';

interface RecordedAllocation {
  readonly slug: AllocationSlug;
  readonly parent?: AllocationSlug;
  readonly scope: QuotaScope;
  readonly region: string | null;
  readonly year?: number;
  /** Null where no source splits the places of the parent. */
  readonly seats: number | null;
  readonly claim: ClaimSlug;
  /** Given where sources disagree about the number. */
  readonly reading?: string;
  readonly condition?: string;
}

const KOTA_SERANG = '36.73';

/** Banten, Sumatera Selatan, Lampung, Kalimantan Barat: named together, with no share for any. */
const PROVINCES = [
  ['READING-2-BANTEN', '36'],
  ['READING-2-SUMATERA-SELATAN', '16'],
  ['READING-2-LAMPUNG', '18'],
  ['READING-2-KALIMANTAN-BARAT', '61'],
] as const;

const READING_OF_500 = {
  ALL_TRAINING: `500 people in all training of 2026, at most 50 of them overseas (${fileOf('SIGNING')})`,
  OVERSEAS_TRAINING: `500 places of the 3,000 for training overseas (${fileOf('OVERSEAS_QUOTA')})`,
  DEPARTURES: `500 people sent abroad, as the headline has it (${fileOf('OVERSEAS_QUOTA')})`,
};

/** Parents before children. No source says under which agreement any of these places stand. */
const ALLOCATIONS: readonly RecordedAllocation[] = [
  {
    slug: 'CITY-64',
    scope: 'CITY_CLASSES',
    region: KOTA_SERANG,
    seats: 64,
    claim: 'quota/36.73/city-classes',
    condition: `Free for participants; 16 per class, four programmes named as examples (${fileOf('CITY_CLASSES')}).`,
  },
  {
    slug: 'READING-1',
    scope: 'ALL_TRAINING',
    region: KOTA_SERANG,
    year: 2026,
    seats: 500,
    claim: 'quota/36.73/seats/all-training-2026',
    reading: READING_OF_500.ALL_TRAINING,
    condition: `Priority as a fostered area (daerah binaan) (${fileOf('SIGNING')}).`,
  },
  {
    slug: 'READING-1-OVERSEAS',
    parent: 'READING-1',
    scope: 'OVERSEAS_TRAINING',
    region: KOTA_SERANG,
    year: 2026,
    seats: 50,
    claim: 'quota/36.73/overseas-share',
    reading: READING_OF_500.ALL_TRAINING,
    condition: `At most 50 people; more if there is demand (${fileOf('SIGNING')}).`,
  },
  {
    slug: 'READING-2-POOL',
    scope: 'OVERSEAS_TRAINING',
    region: null,
    seats: 3_000,
    claim: 'quota/pool/seats',
    condition: `For four provinces together: Banten, Sumatera Selatan, Lampung, Kalimantan Barat (${fileOf('OVERSEAS_QUOTA')}).`,
  },
  ...PROVINCES.map(([slug, region]): RecordedAllocation => ({
    ...{ slug, region },
    parent: 'READING-2-POOL',
    scope: 'OVERSEAS_TRAINING',
    seats: null,
    claim: 'quota/pool/seats',
  })),
  {
    slug: 'READING-2-SERANG',
    parent: 'READING-2-BANTEN',
    scope: 'OVERSEAS_TRAINING',
    region: KOTA_SERANG,
    seats: 500,
    claim: 'quota/36.73/seats/overseas-training',
    reading: READING_OF_500.OVERSEAS_TRAINING,
    condition: `Residents of Kota Serang first, if the budget is not cut (efisiensi) (${fileOf('OVERSEAS_QUOTA')}).`,
  },
  {
    slug: 'READING-3',
    scope: 'OVERSEAS_DEPARTURE',
    region: KOTA_SERANG,
    seats: 500,
    claim: 'quota/36.73/seats/departures',
    reading: READING_OF_500.DEPARTURES,
  },
];

export async function loadAllocations(db: EntityManager): Promise<void> {
  await replaceRows(
    db,
    'quota_allocation',
    ALLOCATIONS.map(({ slug, parent, scope, region, year, seats, claim, reading, condition }) => ({
      id: allocationId(slug),
      parent_id: parent ? allocationId(parent) : null,
      region_code: region,
      year: year ?? null,
      ...{ scope, seats },
      claim_id: claimId(claim),
      reading: reading ?? null,
      condition: condition ?? null,
      preferred: reading === undefined,
      version: 1,
      demo: false,
    })),
  );
  await insertRows(
    db,
    'event',
    ALLOCATIONS.map(({ slug, scope, region, seats }) =>
      recordedEvent('QuotaAllocation', allocationId(slug), { scope, region, seats }),
    ),
  );
}
