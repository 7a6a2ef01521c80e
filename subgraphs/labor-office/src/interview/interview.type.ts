import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { InterviewRow } from './interview.entity';

export const InterviewResult = graphqlEnum(
  'InterviewResult',
  "What an interview at the labour office came to: the officer's advice, or that nobody came.",
  {
    RECOMMENDED: 'Recommended (direkomendasikan).',
    DEFERRED: 'Not now (ditunda).',
    NOT_RECOMMENDED: 'Advised against by the officer (tidak direkomendasikan).',
    ABSENT: 'Did not come (tidak hadir).',
  },
);
export type InterviewResult = keyof typeof InterviewResult;

@ObjectType({ description: 'An interview of a job seeker (wawancara).' })
export class Interview {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which the interview was held.' })
  @Personal('HISTORY', 'YEAR')
  heldOn?: string | null;

  @Field(() => InterviewResult, {
    nullable: true,
    description: 'What the officer concluded, or that nobody came.',
  })
  @Personal('HISTORY', 'HIDE')
  result?: InterviewResult | null;

  @Field(() => String, { nullable: true, description: 'Note of the officer who held the interview.' })
  @Personal('HISTORY', 'HIDE')
  note?: string | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from(row: InterviewRow): Interview {
    return Object.assign(new Interview(), row);
  }
}
