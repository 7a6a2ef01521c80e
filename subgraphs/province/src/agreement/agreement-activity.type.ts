import { publishedParts } from '@simpul/kit/figures/suppression';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AgreementActivityRow, AgreementPlacementRow } from './agreement-activity.entity';

@ObjectType({
  description:
    "What an agreement brought about, as told by the training centre and the employers' association.",
})
export class AgreementActivity {
  @Field(() => Int, { description: 'Classes under the agreement, as told by the training centre.' })
  classes!: number;

  @Field(() => Int, { description: 'Seats of those classes, free ones included.' })
  seats!: number;

  @Field(() => [SchemeCount], { description: 'Placements by scheme; never added up.' })
  placements!: SchemeCount[];

  @Field(() => DateTimeScalar, { description: 'State of what was told.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(row: AgreementActivityRow, placements: readonly AgreementPlacementRow[]): AgreementActivity {
    const counts = publishedParts(placements.map(({ placed }) => placed));
    return Object.assign(new AgreementActivity(), row, {
      placements: placements.map(({ scheme }, index) => SchemeCount.from(scheme, counts[index] ?? null)),
    });
  }
}

@ObjectType({ description: 'Placements of one scheme; counts under 5 are suppressed.' })
export class SchemeCount {
  @Field(() => PlacementScheme, { description: 'Scheme of these placements; schemes are never added up.' })
  scheme!: PlacementScheme;

  @Field(() => Int, { nullable: true, description: 'Placements; null when suppressed.' })
  count?: number | null;

  @Field(() => Boolean, { description: 'Suppressed to protect people.' })
  suppressed!: boolean;

  static from(scheme: PlacementScheme, count: number | null): SchemeCount {
    return Object.assign(new SchemeCount(), { scheme, count, suppressed: count === null });
  }
}
