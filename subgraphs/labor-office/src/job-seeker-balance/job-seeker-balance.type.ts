import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { EducationLevel, Sex } from '@simpul/kit/graphql/shared-enums';
import { Field, Int, ObjectType } from 'type-graphql';
import { Occupation, withCode } from '../foreign/foreign.type';
import type { BalanceRow } from './job-seeker-balance.repository';

export const AgeBand = graphqlEnum('AgeBand', 'Age band of the IPK forms.', {
  AGE_15_19: '15 to 19 years.',
  AGE_20_29: '20 to 29 years.',
  AGE_30_44: '30 to 44 years.',
  AGE_45_54: '45 to 54 years.',
  AGE_55_UP: '55 years and over.',
});
export type AgeBand = keyof typeof AgeBand;

@ObjectType({ description: "A row of the job seekers' balance; dimensions that the form lacks are null." })
export class JobSeekerBalanceRow {
  @Field(() => AgeBand, { nullable: true, description: 'Age at registration; form III/1 only.' })
  ageBand?: AgeBand | null;

  @Field(() => Sex, { nullable: true, description: 'Sex as on the KTP; form III/1 only.' })
  sex?: Sex | null;

  @Field(() => EducationLevel, { nullable: true, description: 'Highest education; form III/2 only.' })
  education?: EducationLevel | null;

  @Field(() => Occupation, {
    nullable: true,
    description: 'First occupation that the job seekers sought (KBJI).',
  })
  occupation?: Occupation | null;

  @Field(() => Int, { description: 'Carried over from the month before (sisa bulan lalu).' })
  carriedOver!: number;

  @Field(() => Int, { description: 'Registered in the month (pendaftar baru).' })
  registered!: number;

  @Field(() => Int, { description: 'Placed in the month (ditempatkan).' })
  placed!: number;

  @Field(() => Int, { description: 'Removed in the month (dihapuskan).' })
  removed!: number;

  @Field(() => Int, { description: 'Carried forward: carriedOver + registered - placed - removed.' })
  carriedForward!: number;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ occupation, ...row }: BalanceRow): JobSeekerBalanceRow {
    return { ...row, occupation: withCode(occupation) };
  }
}
