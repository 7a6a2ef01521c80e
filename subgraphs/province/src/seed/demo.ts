import { readFolder } from '@simpul/kit/config/folder';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';
import { addDemoActivity } from './demo-activity';
import { loadDemoAgreements } from './demo-agreements';
import { loadDemoClauses } from './demo-clauses';
import { loadDemoGrants } from './demo-grants';
import { loadDemoInternships, loadDemoSchools } from './demo-schools';
import { demoKeys, signDemoGrants } from './demo-signatures';

/** Writes one block; what all blocks share comes with the first. */
export async function loadDemoBlock(db: EntityManager, story: StoryBlock): Promise<void> {
  if (story.number === 0) {
    await loadDemoAgreements(db);
    await loadDemoClauses(db);
    await loadDemoGrants(db);
    await loadDemoSchools(db);
  }
  await loadDemoInternships(db, story.internships);
  await addDemoActivity(db, story);
}

/** Both sides sign the demonstration grants: last, so that grants of an earlier load are signed as well. */
export async function finishDemo(db: EntityManager): Promise<void> {
  await signDemoGrants(db, demoKeys(readFolder('ORGANIZATION_KEYS_DIR')));
}
