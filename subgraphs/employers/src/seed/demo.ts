import { insertRows } from '@simpul/kit/database/rows';
import { demoAllocations } from '@simpul/schema/demo/allocations';
import { DEMO_TODAY } from '@simpul/schema/demo/calendar';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { StoryAllocation } from '@simpul/schema/demo/training.types';
import type { EntityManager } from 'typeorm';
import { loadEmployers } from './demo-employers';
import { loadNeeds } from './demo-needs';
import { loadPlacements } from './demo-placements';
import { loadVacancies } from './demo-vacancies';

export async function loadDemoBlock(db: EntityManager, story: StoryBlock): Promise<void> {
  await loadEmployers(db, story.employers);
  await loadVacancies(db, story.vacancies);
  await loadPlacements(db, story.placements);
  await loadNeeds(db, story);
}

/** What the training centre's events will tell later: which allocation is a part of which. */
export async function finishDemo(db: EntityManager, blocks: number): Promise<void> {
  const ledger = new Map(demoAllocations(blocks).map((allocation) => [allocation.slug, allocation]));
  const rows = [...ledger.values()].flatMap((allocation) =>
    lineage(allocation, ledger).map(({ id }) => ({
      allocation_id: allocation.id,
      ancestor_id: id,
      as_of: `${DEMO_TODAY}T00:00:00+07:00`,
      demo: true,
    })),
  );
  await insertRows(db, 'allocation_echo', rows);
}

/** The allocation and all those above it. */
function lineage(
  allocation: StoryAllocation,
  ledger: ReadonlyMap<StoryAllocation['slug'], StoryAllocation>,
): StoryAllocation[] {
  const parent = allocation.parent === null ? undefined : ledger.get(allocation.parent);
  return parent ? [allocation, ...lineage(parent, ledger)] : [allocation];
}
