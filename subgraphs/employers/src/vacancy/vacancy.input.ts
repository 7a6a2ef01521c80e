import { DateScalar } from '@simpul/kit/graphql/scalars';
import { EducationLevel, PlacementScheme, Sex } from '@simpul/kit/graphql/shared-enums';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { ReportingStatus, VacancyStatus } from './vacancy.type';

@InputType({ description: 'Narrows vacancies; all given conditions hold together.' })
export class VacancyFilter {
  @Field(() => [VacancyStatus], { nullable: true, description: 'In one of these states.' })
  status?: VacancyStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this employer.' })
  employer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Work in this region or one below it.' })
  region?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these occupations or one below them (KBJI).' })
  occupations?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Wants one of these competency units.' })
  competencyUnits?: string[] | null;

  @Field(() => [PlacementScheme], { nullable: true, description: 'Offers one of these schemes.' })
  scheme?: PlacementScheme[] | null;

  @Field(() => [ReportingStatus], { nullable: true, description: 'Report in one of these states.' })
  reporting?: ReportingStatus[] | null;

  @Field(() => Int, { nullable: true, description: 'Open with posts left for at least this many days.' })
  unfilledForDays?: number | null;
}

@InputType({ description: 'A vacancy to draft.' })
export class PostVacancyInput {
  @Field(() => ID, {
    description: 'Chosen by the client; the same key with the same input gives the first answer again.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Employer id.' })
  employer!: string;

  @Field(() => ID, { nullable: true, description: 'Vacancy to copy, as a template.' })
  template?: string | null;

  @Field(() => String, { description: 'Job title.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Occupation (KBJI).' })
  occupation?: string | null;

  @Field(() => Int, { description: 'Posts.' })
  openings!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  validUntil?: string | null;

  @Field(() => Int, { nullable: true, description: 'Least age.' })
  minAge?: number | null;

  @Field(() => Int, { nullable: true, description: 'Greatest age.' })
  maxAge?: number | null;

  @Field(() => Sex, { nullable: true, description: 'Sex; not given: any.' })
  sex?: Sex | null;

  @Field(() => EducationLevel, { nullable: true, description: 'Least education.' })
  education?: EducationLevel | null;

  @Field(() => [String], { nullable: true, description: 'Skills in words.' })
  skills?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Competency units (SKKNI).' })
  competencyUnits?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Experience in months.' })
  experienceMonths?: number | null;

  @Field(() => Float, { nullable: true, description: 'Lowest wage, rupiah a month.' })
  wageFrom?: number | null;

  @Field(() => Float, { nullable: true, description: 'Highest wage, rupiah a month.' })
  wageTo?: number | null;

  @Field(() => ID, { nullable: true, description: 'Where the work is (Kemendagri code).' })
  workRegion?: string | null;

  @Field(() => String, { nullable: true, description: 'Country for work abroad.' })
  country?: string | null;

  @Field(() => PlacementScheme, { description: 'Scheme offered.' })
  scheme!: PlacementScheme;
}

@InputType({ description: 'Filled posts to report.' })
export class ReportFilledPostsInput {
  @Field(() => ID, {
    description: 'Chosen by the client; the same key with the same input gives the first answer again.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Vacancy id.' })
  vacancy!: string;

  @Field(() => Int, {
    description: 'Version the caller last read; a newer one stored gives VersionConflict.',
  })
  version!: number;

  @Field(() => Int, { description: 'Posts filled in all, not since the last report.' })
  filled!: number;

  @Field(() => [ID], { nullable: true, description: 'Placements that filled them, when known.' })
  placements?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Close the posts that are left.',
  })
  closeRest?: boolean | null;
}
