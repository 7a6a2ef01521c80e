import type { EntityManager } from 'typeorm';
import { loadAllocations } from './facts-allocations';
import { loadFacilities } from './facts-facilities';
import { loadPathways } from './facts-pathways';
import { loadProgrammes } from './facts-programmes';

/** Rises with every change of the recorded facts. */
export const FACTS_VERSION = 1;

/** Writes what the sources tell of training; what none of them tells stays null. */
export async function loadFacts(db: EntityManager): Promise<void> {
  await loadFacilities(db);
  await loadProgrammes(db);
  await loadPathways(db);
  await loadAllocations(db);
}
