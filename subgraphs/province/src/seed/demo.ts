import { storyBlock } from '@simpul/schema/demo/story';
import type { EntityManager } from 'typeorm';
import { addDemoActivity } from './demo-activity';
import { loadDemoAgreements } from './demo-agreements';
import { loadDemoClauses } from './demo-clauses';
import { loadDemoGrants } from './demo-grants';
import { loadDemoInternships, loadDemoSchools } from './demo-schools';

/** Writes one block; what all blocks share comes with the first. */
export async function loadDemoBlock(db: EntityManager, block: number): Promise<void> {
  if (block === 0) {
    await loadDemoAgreements(db);
    await loadDemoClauses(db);
    await loadDemoGrants(db);
    await loadDemoSchools(db);
  }
  const story = storyBlock(block);
  await loadDemoInternships(db, story.internships);
  await addDemoActivity(db, story);
}

/** Nothing here waits for the last block: each adds its own to the echo. */
export async function finishDemo(): Promise<void> {}
