import { addDays, DEMO_TODAY } from './calendar';
import { groupBy } from './grouping';
import type { Attendance } from './nominations';
import type { FollowUpOutcome, StoryNomination } from './person.types';
import type { StoryPlacement } from './placement.types';
import type { Random } from './random';
import type { Scene } from './scene';
import type { Day } from './vocabulary.types';

/** The nominations of a block with what the labour office found out about the graduates two months later. */
export function followUp(
  scene: Scene,
  attendances: readonly Attendance[],
  placements: readonly StoryPlacement[],
): StoryNomination[] {
  const random = scene.random('follow-ups');
  const byPerson = groupBy(placements, ({ personId }) => personId);
  return attendances.map(({ nomination, enrolment, trainingClass }) => {
    const foundOn = addDays(trainingClass.endsOn, random.int(55, 85));
    const found = enrolment?.stage === 'COMPLETED' && foundOn <= DEMO_TODAY && random.chance(0.92);
    if (!found) return nomination;
    const outcome = outcomeOn(random, byPerson.get(nomination.personId) ?? [], foundOn);
    return { ...nomination, followUp: { outcome, foundOn } };
  });
}

function outcomeOn(random: Random, placements: readonly StoryPlacement[], day: Day): FollowUpOutcome {
  const current = placements.find(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day),
  );
  switch (current?.scheme) {
    case 'EMPLOYMENT':
    case 'PMI':
      return 'WORKING';
    case 'SELF_EMPLOYMENT':
      return 'SELF_EMPLOYED';
    case 'MAGANG_DN':
    case 'MAGANG_LN':
      return 'STUDYING';
    case undefined:
      return random.weighted<FollowUpOutcome>([
        ['SEEKING', 70],
        ['STUDYING', 10],
        ['UNREACHABLE', 20],
      ]);
  }
}
