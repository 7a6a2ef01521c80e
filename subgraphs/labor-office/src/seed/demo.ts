import { insertRows } from '@simpul/kit/database/rows';
import type { Secrets } from '@simpul/kit/secrets/secret-file';
import { agreementId, type AllocationSlug } from '@simpul/schema/contract/ids';
import { demoAllocations } from '@simpul/schema/demo/allocations';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { StoryAllocation } from '@simpul/schema/demo/training.types';
import type { EntityManager } from 'typeorm';
import { nikKeys } from '../secrets';
import { loadCases } from './demo-cases';
import { loadNiks } from './demo-nik';
import { ECHOES_AS_OF, loadPeople } from './demo-people';
import { loadWorkplaces } from './demo-workplaces';

/** Writes one block of the demonstration population. */
export async function loadDemoBlock(db: EntityManager, story: StoryBlock, secrets: Secrets): Promise<void> {
  await loadPeople(db, story);
  await loadNiks(db, story, secrets.of(nikKeys));
  await loadCases(db, story);
  await loadWorkplaces(db, story);
}

/** Writes the echo of the ledger, which is the same for every block. */
export async function finishDemo(db: EntityManager, blocks: number): Promise<void> {
  const ledger = demoAllocations(blocks);
  const bySlug = new Map(ledger.map((allocation) => [allocation.slug, allocation]));
  await insertRows(
    db,
    'allocation_echo',
    ledger.flatMap((allocation) =>
      lineOf(allocation, bySlug).map((ancestor) => ({
        allocation_id: allocation.id,
        ancestor_id: ancestor.id,
        agreement_id: agreementId(allocation.agreement),
        as_of: ECHOES_AS_OF,
        demo: true,
      })),
    ),
  );
}

/** An allocation and all above it. */
function lineOf(
  allocation: StoryAllocation,
  bySlug: ReadonlyMap<AllocationSlug, StoryAllocation>,
): StoryAllocation[] {
  const parent = allocation.parent === null ? undefined : bySlug.get(allocation.parent);
  return [allocation, ...(parent ? lineOf(parent, bySlug) : [])];
}
