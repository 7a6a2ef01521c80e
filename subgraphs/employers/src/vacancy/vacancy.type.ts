import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import {
  Duplicate,
  IdempotencyConflict,
  IllegalMove,
  NotEligible,
  OutcomeMember,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { DateScalar, DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { EducationLevel, PlacementScheme, Sex } from '@simpul/kit/graphql/shared-enums';
import { Money, rupiah } from '@simpul/kit/graphql/shared-types';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CompetencyUnit, Occupation, Organization, Region } from '../foreign/foreign.type';
import type { VacancyRow } from './vacancy.entity';
import { vacancyPolicy } from './vacancy.policy';

export const VacancyStatus = graphqlEnum(
  'VacancyStatus',
  'Where a vacancy stands. Moves: DRAFT to REPORTED to VERIFIED to OPEN to PARTLY_FILLED to FILLED; REPORTED back to DRAFT; any but FILLED to CLOSED or EXPIRED.',
  {
    DRAFT: 'Entered and still to be reported (draf).',
    REPORTED: 'Reported (dilaporkan).',
    VERIFIED: 'Verified by the labour office (terverifikasi).',
    OPEN: 'Open (dibuka).',
    PARTLY_FILLED: 'Some posts filled, others still open (terisi sebagian).',
    FILLED: 'All posts filled (terisi).',
    CLOSED: 'Closed (ditutup).',
    EXPIRED: 'Past its last day (kedaluwarsa).',
  },
);
export type VacancyStatus = keyof typeof VacancyStatus;

export const VacancySource = graphqlEnum('VacancySource', 'Where a vacancy was entered.', {
  EMPLOYER: 'Entered by the employer itself.',
  ASSOCIATION: 'Entered by the association for the employer.',
  LABOUR_OFFICE: 'Entered by a labour office.',
  KARIRHUB: 'From Karirhub / SIAPkerja.',
  IMPORT: 'Read from a file.',
});
export type VacancySource = keyof typeof VacancySource;

export const ReportingStatus = graphqlEnum('ReportingStatus', "Where a vacancy's report stands.", {
  NOT_REPORTED: 'Not reported to the government yet.',
  INCOMPLETE: 'Fields of Perpres 57/2023 art. 5 are missing.',
  REPORTED: 'Reported, waiting for verification.',
  ACCEPTED: 'Verified and accepted by the labour office.',
  RETURNED: 'Returned for completion.',
});
export type ReportingStatus = keyof typeof ReportingStatus;

@ObjectType({ description: 'A vacancy with the fields of Perpres 57/2023 art. 5 and more.' })
@Directive('@key(fields: "id")')
export class Vacancy {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { description: 'Job title (art. 5: nama jabatan).' })
  title!: string;

  @Field(() => Occupation, { nullable: true, description: 'Occupation of the posts (KBJI).' })
  occupation?: Occupation | null;

  @Field(() => Int, { description: 'Posts (art. 5: jumlah).' })
  openings!: number;

  @Field(() => Int, { description: 'Posts filled, as the employer reports them (art. 6).' })
  filled!: number;

  @Field(() => Int, { description: 'Posts left: openings less those filled.' })
  unfilled!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Last day (art. 5: masa berlaku).' })
  validUntil?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Least age stated (art. 5); recorded as reported, never used in matching.',
  })
  minAge?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Greatest age stated (art. 5); recorded as reported, never used in matching.',
  })
  maxAge?: number | null;

  @Field(() => Sex, {
    nullable: true,
    description: 'Sex stated (art. 5); recorded as reported, never used in matching. Null: any.',
  })
  sex?: Sex | null;

  @Field(() => EducationLevel, { nullable: true, description: 'Least education (art. 5).' })
  education?: EducationLevel | null;

  @Field(() => [String], { description: 'Skills in words (art. 5: keterampilan).' })
  skills!: string[];

  @Field(() => [CompetencyUnit], { nullable: 'items', description: 'Competency units wanted (SKKNI).' })
  competencyUnits!: (CompetencyUnit | null)[];

  @Field(() => Int, { nullable: true, description: 'Experience in months (art. 5).' })
  experienceMonths?: number | null;

  @Field(() => Money, { nullable: true, description: 'Lowest wage a month (art. 5: upah).' })
  wageFrom?: Money | null;

  @Field(() => Money, { nullable: true, description: 'Highest wage a month.' })
  wageTo?: Money | null;

  @Field(() => Region, { nullable: true, description: 'Where the work is (art. 5: domisili tempat kerja).' })
  workRegion?: Region | null;

  @Field(() => String, {
    nullable: true,
    description: 'Country, ISO 3166-1 alpha-2, for work abroad (art. 8); null: Indonesia.',
  })
  country?: string | null;

  @Field(() => PlacementScheme, { description: 'Scheme offered, e.g. employment or apprenticeship.' })
  scheme!: PlacementScheme;

  @Field(() => VacancyStatus, { description: 'Where it stands today; past its last day it is EXPIRED.' })
  status!: VacancyStatus;

  @Field(() => VacancySource, { description: 'Where it was entered.' })
  source!: VacancySource;

  @Field(() => VacancyReporting, { description: 'State of its report to the government.' })
  reporting!: VacancyReporting;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened to applicants.' })
  openedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the employer; not published. */
  employerId!: string;

  static from(row: VacancyRow, today: string): Vacancy {
    return Object.assign(new Vacancy(), row, {
      status: vacancyPolicy.statusOn(row, today),
      unfilled: row.openings - row.filled,
      occupation: row.occupationCode === null ? null : { code: row.occupationCode },
      competencyUnits: row.competencyUnits.map((code) => ({ code })),
      wageFrom: rupiah(row.wageFrom),
      wageTo: rupiah(row.wageTo),
      workRegion: row.workRegionCode === null ? null : { code: row.workRegionCode },
      reporting: VacancyReporting.from(row),
    });
  }
}

@ObjectType({
  description: "State of a vacancy's report under Perpres 57/2023; one entry serves all agencies.",
})
export class VacancyReporting {
  @Field(() => ReportingStatus, { description: 'Where the report stands.' })
  status!: ReportingStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the receipt (tanda terima); null before the report.',
  })
  receipt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reported.' })
  reportedAt?: Date | null;

  @Field(() => [Organization], { nullable: 'items', description: 'Agencies that hold the report.' })
  reportedTo!: (Organization | null)[];

  @Field(() => [String], { description: 'Fields of art. 5 still missing.' })
  missing!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When filled posts were reported (art. 6).' })
  filledReportedAt?: Date | null;

  static from(row: VacancyRow): VacancyReporting {
    return {
      status: row.reportingStatus,
      receipt: row.reportingReceipt,
      reportedAt: row.reportedAt,
      reportedTo: row.reportedTo.map((id) => ({ id })),
      missing: row.reportingMissing,
      filledReportedAt: row.filledReportedAt,
    };
  }
}

@ObjectType({
  description: 'The report lacks fields of Perpres 57/2023 art. 5; nothing was reported.',
})
export class ReportIncomplete extends OutcomeMember<{ missing: string[] }> {
  @Field(() => [String], { description: 'Fields of Perpres 57/2023 art. 5 that are missing.' })
  missing!: string[];
}

@ObjectType({ description: 'More posts than the vacancy has.' })
export class OpeningsExceeded extends OutcomeMember<{ openings: number }> {
  @Field(() => Int, { description: 'Posts of the vacancy.' })
  openings!: number;
}

@ObjectType({ description: 'One row of a VacancyConnection.' })
export class VacancyEdge extends edgeOf(Vacancy) {}

@ObjectType({ description: 'A page of vacancies.' })
export class VacancyConnection extends connectionOf(Vacancy, VacancyEdge) {}

export const VacancyChangeResult = createUnionType({
  name: 'VacancyChangeResult',
  description: 'The vacancy as it stands after the change, or why nothing changed.',
  types: () =>
    [
      Vacancy,
      ReportIncomplete,
      OpeningsExceeded,
      IllegalMove,
      NotEligible,
      Duplicate,
      ReferenceUnknown,
      VersionConflict,
      IdempotencyConflict,
    ] as const,
});
