import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { EmployerSize } from '@simpul/kit/graphql/shared-enums';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Industry, Region } from '../foreign/foreign.type';
import type { ReportingCount } from './vacancy-reporting.repository';

export const ReportingDimension = graphqlEnum(
  'ReportingDimension',
  'Dimension of the vacancy reporting summary.',
  {
    EMPLOYER_SIZE: 'Size class of the employer, micro to large.',
    REGION: "City of the employer's main site.",
    QUARTER: 'Quarter in which the vacancy was entered.',
    INDUSTRY: 'Industry of the employer (KBLI).',
  },
);
export type ReportingDimension = keyof typeof ReportingDimension;

@ObjectType({ description: 'Reporting of one cell; dimensions not asked for are null.' })
export class VacancyReportingCell {
  @Field(() => EmployerSize, { nullable: true, description: 'Size class of the employers, micro to large.' })
  employerSize?: EmployerSize | null;

  @Field(() => Region, { nullable: true, description: "City of the employers' main sites." })
  region?: Region | null;

  @Field(() => String, {
    nullable: true,
    description: 'Quarter in which the vacancies were entered, e.g. 2026-Q1.',
  })
  quarter?: string | null;

  @Field(() => Industry, { nullable: true, description: 'Industry of the employers (KBLI).' })
  industry?: Industry | null;

  @Field(() => Int, { description: 'Employers known, also those without a vacancy.' })
  employers!: number;

  @Field(() => Int, { description: 'Of these, with at least one vacancy reported.' })
  employersReporting!: number;

  @Field(() => Int, { description: 'Vacancies entered, whether reported or not.' })
  vacancies!: number;

  @Field(() => Int, { description: 'Of these, reported to the government (wajib lapor lowongan).' })
  vacanciesReported!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'vacanciesReported / vacancies, 0 to 1; null without vacancies.',
  })
  share?: number | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  static from({ region, industry, ...count }: ReportingCount): VacancyReportingCell {
    return Object.assign(new VacancyReportingCell(), count, {
      region: region == null ? null : { code: region },
      industry: industry == null ? null : { code: industry },
      share: count.vacancies === 0 ? null : count.vacanciesReported / count.vacancies,
    });
  }
}
