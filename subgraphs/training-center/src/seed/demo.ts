import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { loadAllocations } from './demo-allocations';
import { loadCatalogue } from './demo-catalogue';
import { loadCertificates } from './demo-certificates';
import { loadClasses } from './demo-classes';
import { loadEnrolments } from './demo-enrolments';
import { loadEchoes } from './demo-echoes';

/** Parents before children; the ledger is debited in the same transaction as the seats are taken. */
export async function loadDemoBlock(db: EntityManager, story: StoryBlock): Promise<void> {
  await loadCatalogue(db);
  await loadAllocations(db, story.number + 1);
  await loadClasses(db, story);
  await loadEnrolments(db, story);
  await loadCertificates(db, story);
  await loadEchoes(db, story);
}

/** A ledger for so many blocks may have more seats than any block needed by itself. */
export async function finishDemo(db: EntityManager, blocks: number): Promise<void> {
  await loadAllocations(db, blocks);
}
