import { addDays, DEMO_TODAY } from './calendar';
import type { StoryDuplicate } from './person.types';
import type { Resident } from './residents';
import { LOOKALIKES } from './residents';
import type { Scene } from './scene';

const STATUSES: readonly StoryDuplicate['status'][] = [
  'OPEN',
  'IN_REVIEW',
  'OPEN',
  'DISTINCT',
  'OPEN',
  'SPLIT',
];

/** Pairs of records that are likely one person. None is MERGED: of a merged pair one record would be gone. */
export function makeDuplicates(scene: Scene, residents: readonly Resident[]): StoryDuplicate[] {
  const random = scene.random('lookalikes');
  return Object.entries(LOOKALIKES).flatMap(([kind, [first, second]], index) => {
    const [left, right] = [residents[first], residents[second]];
    if (!left || !right) return [];
    const sameNumber = kind === 'sameNumber';
    return {
      id: scene.id('duplicate', kind),
      personIds: [left.id, right.id] as const,
      match: sameNumber ? 'SAME_NUMBER' : 'LIKENESS',
      likeness: sameNumber ? null : random.int(82, 97) / 100,
      acrossOffices: left.officeId !== right.officeId,
      status: STATUSES[(scene.block + index * 2) % STATUSES.length] ?? 'OPEN',
      foundOn: addDays(DEMO_TODAY, -random.int(1, 60)),
    };
  });
}
