import { EducationLevel, Sex } from '@simpul/kit/graphql/shared-enums';
import { Field, Int, ObjectType } from 'type-graphql';
import { Industry, Occupation } from '../foreign/foreign.type';
import type { BalanceLine } from './vacancy-balance.service';

@ObjectType({ description: "A row of the vacancies' balance; dimensions that the form lacks are null." })
export class VacancyBalanceRow {
  @Field(() => Sex, { nullable: true, description: 'Sex that the vacancies state (Perpres 57/2023 art. 5).' })
  sex?: Sex | null;

  @Field(() => EducationLevel, { nullable: true, description: 'Least education that the posts ask for.' })
  education?: EducationLevel | null;

  @Field(() => Occupation, { nullable: true, description: 'Occupation of the posts (KBJI).' })
  occupation?: Occupation | null;

  @Field(() => Industry, { nullable: true, description: 'Industry of the employer (KBLI).' })
  industry?: Industry | null;

  @Field(() => Int, { description: 'Carried over from the month before (sisa bulan lalu).' })
  carriedOver!: number;

  @Field(() => Int, { description: 'Reported in the month (terdaftar).' })
  reported!: number;

  @Field(() => Int, { description: 'Filled in the month (terisi).' })
  filled!: number;

  @Field(() => Int, { description: 'Removed in the month (dihapuskan).' })
  removed!: number;

  @Field(() => Int, { description: 'Carried forward: carriedOver + reported - filled - removed.' })
  carriedForward!: number;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ occupation, industry, ...line }: BalanceLine): VacancyBalanceRow {
    return Object.assign(new VacancyBalanceRow(), line, {
      occupation: occupation == null ? null : { code: occupation },
      industry: industry == null ? null : { code: industry },
    });
  }
}
