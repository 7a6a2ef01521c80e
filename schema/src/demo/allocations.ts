import type { AllocationSlug, ClauseSlug } from '../contract/ids';
import { allocationId } from '../contract/ids';
import type { DemoAgreementSlug } from './agreements';
import type { StoryAllocation } from './training.types';
import type { QuotaScope } from './vocabulary.types';

/** Blocks for which the ledger's numbers are those of the sources: 3,000, 500, at most 50, and 64. */
const BLOCKS_PER_LEDGER = 8;

type Row = readonly [
  slug: AllocationSlug,
  parent: AllocationSlug | null,
  agreement: DemoAgreementSlug,
  clause: ClauseSlug,
  scope: QuotaScope,
  region: string | null,
  seats: number,
];

const LEDGER: readonly Row[] = [
  ['DEMO-SERANG', null, 'D1', 'D1/quota', 'ALL_TRAINING', '36.73', 500],
  ['DEMO-SERANG-CITY-64', 'DEMO-SERANG', 'D1', 'D1/city-classes', 'CITY_CLASSES', '36.73', 64],
  ['DEMO-SERANG-SHORT', 'DEMO-SERANG', 'D1', 'D1/quota', 'ALL_TRAINING', '36.73', 160],
  ['DEMO-SERANG-TECHNICAL', 'DEMO-SERANG', 'D1', 'D1/quota', 'ALL_TRAINING', '36.73', 226],
  ['DEMO-SERANG-OVERSEAS', 'DEMO-SERANG', 'D1', 'D1/overseas', 'OVERSEAS_TRAINING', '36.73', 50],
  ['DEMO-CILEGON', null, 'D2', 'D2/quota', 'ALL_TRAINING', '36.72', 200],
  ['DEMO-CILEGON-SHORT', 'DEMO-CILEGON', 'D2', 'D2/quota', 'ALL_TRAINING', '36.72', 64],
  ['DEMO-CILEGON-TECHNICAL', 'DEMO-CILEGON', 'D2', 'D2/quota', 'ALL_TRAINING', '36.72', 96],
  ['DEMO-APINDO-CILEGON', null, 'D3', 'D3/quota', 'ALL_TRAINING', '36.72', 96],
  ['DEMO-POOL', null, 'D4', 'D4/overseas', 'OVERSEAS_TRAINING', null, 3_000],
  ['DEMO-POOL-BANTEN', 'DEMO-POOL', 'D4', 'D4/overseas', 'OVERSEAS_TRAINING', '36', 1_200],
  ['DEMO-POOL-SUMATERA-SELATAN', 'DEMO-POOL', 'D4', 'D4/overseas', 'OVERSEAS_TRAINING', '16', 800],
  ['DEMO-POOL-LAMPUNG', 'DEMO-POOL', 'D4', 'D4/overseas', 'OVERSEAS_TRAINING', '18', 700],
  ['DEMO-POOL-KALIMANTAN-BARAT', 'DEMO-POOL', 'D4', 'D4/overseas', 'OVERSEAS_TRAINING', '61', 300],
  ['DEMO-POOL-SERANG', 'DEMO-POOL-BANTEN', 'D1', 'D1/overseas', 'OVERSEAS_TRAINING', '36.73', 500],
  ['DEMO-POOL-CILEGON', 'DEMO-POOL-BANTEN', 'D2', 'D2/overseas', 'OVERSEAS_TRAINING', '36.72', 200],
];

/**
 * The demonstration ledger for so many blocks, parents before children. Every allocation grows with the population
 * save the 64 seats, which are those of block 0 alone; so a larger ledger only ever raises the seats of a smaller one.
 */
export function demoAllocations(blocks: number): StoryAllocation[] {
  const times = Math.max(1, Math.ceil(blocks / BLOCKS_PER_LEDGER));
  return LEDGER.map(([slug, parent, agreement, clause, scope, region, seats]) => ({
    slug,
    id: allocationId(slug),
    parent,
    agreement,
    clause,
    scope,
    region,
    year: 2026,
    seats: scope === 'CITY_CLASSES' ? seats : seats * times,
  }));
}
