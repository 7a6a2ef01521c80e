import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Field, ID, InputType } from 'type-graphql';
import { DestinationArea, PlacementChannel } from './placement.type';

@InputType({ description: 'Narrows placements; all given conditions hold together.' })
export class PlacementFilter {
  @Field(() => [PlacementScheme], { nullable: true, description: 'Of one of these schemes.' })
  @Personal('HISTORY', 'NONE')
  scheme?: PlacementScheme[] | null;

  @Field(() => [PlacementChannel], { nullable: true, description: 'Through one of these channels.' })
  @Personal('HISTORY', 'NONE')
  channel?: PlacementChannel[] | null;

  @Field(() => ID, { nullable: true, description: 'With this employer.' })
  @Personal('HISTORY', 'NONE')
  employer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Counts under this agreement.' })
  @Personal('HISTORY', 'NONE')
  agreement?: string | null;

  @Field(() => ID, { nullable: true, description: 'Counts under this allocation or a part of it.' })
  @Personal('HISTORY', 'NONE')
  allocation?: string | null;

  @Field(() => ID, { nullable: true, description: 'Led to by this programme.' })
  @Personal('HISTORY', 'NONE')
  programme?: string | null;

  @Field(() => ID, { nullable: true, description: 'Led to by this class.' })
  @Personal('HISTORY', 'NONE')
  trainingClass?: string | null;

  @Field(() => [DestinationArea], { nullable: true, description: 'To one of these areas.' })
  @Personal('HISTORY', 'NONE')
  area?: DestinationArea[] | null;

  @Field(() => [String], { nullable: true, description: 'To one of these countries.' })
  @Personal('HISTORY', 'NONE')
  countries?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Placed by offices of this region or one below it.' })
  @Personal('HISTORY', 'NONE')
  originRegion?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Started on or after this day.' })
  @Personal('HISTORY', 'NONE')
  startsFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Started on or before this day.' })
  @Personal('HISTORY', 'NONE')
  startsTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Lasts today, or ended.' })
  @Personal('HISTORY', 'NONE')
  active?: boolean | null;
}
