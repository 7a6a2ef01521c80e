import type { DemoAgreementSlug } from './agreements';
import { DEMO_AGREEMENTS } from './agreements';
import type { StoryPlacement } from './placement.types';
import type { StoryBlock } from './story.types';
import type { Day, PlacementScheme } from './vocabulary.types';

/** What the labour office knows of a person from the training centre and the employers. */
export interface PersonEcho {
  personId: string;
  enrolledSince: Day | null;
  placedSince: Day | null;
  placedScheme: PlacementScheme | null;
}

/** What the training centre knows of a holder of certificates from the labour office and the employers. */
export interface GraduateEcho {
  personId: string;
  district: string;
  placedSince: Day | null;
}

/** What the registry of agreements knows of one agreement from the training centre and the employers. */
export interface AgreementActivity {
  agreement: DemoAgreementSlug;
  classes: number;
  seats: number;
  placements: ReadonlyMap<StoryPlacement['scheme'], number>;
}

/** One row for each person who is enrolled or placed today. */
export function personEchoes({ people }: StoryBlock): PersonEcho[] {
  return people
    .filter(({ enrolledSince, placedSince }) => enrolledSince ?? placedSince)
    .map(({ id, enrolledSince, placedSince, placedScheme }) => ({
      personId: id,
      enrolledSince,
      placedSince,
      placedScheme,
    }));
}

/** One row for each person who holds a certificate of any state. */
export function graduateEchoes({ certificates }: StoryBlock): GraduateEcho[] {
  const echoes = new Map<string, GraduateEcho>();
  for (const { personId, district, placedSince } of certificates) {
    echoes.set(personId, { personId, district, placedSince });
  }
  return [...echoes.values()];
}

/** One row for each demonstration agreement; add those of all blocks up. A cancelled class brings nothing about. */
export function agreementActivity({ classes, placements }: StoryBlock): AgreementActivity[] {
  return (Object.keys(DEMO_AGREEMENTS) as DemoAgreementSlug[]).map((agreement) => {
    const under = classes.filter(
      (trainingClass) => trainingClass.agreement === agreement && trainingClass.status !== 'CANCELLED',
    );
    const byScheme = new Map<StoryPlacement['scheme'], number>();
    for (const placement of placements) {
      if (placement.agreement === agreement) {
        byScheme.set(placement.scheme, (byScheme.get(placement.scheme) ?? 0) + 1);
      }
    }
    return {
      agreement,
      classes: under.length,
      seats: under.reduce((sum, { seats }) => sum + seats, 0),
      placements: byScheme,
    };
  });
}
