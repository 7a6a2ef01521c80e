import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { DateTimeScalar } from '@simpul/kit/graphql/scalars';
import { Period } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { Region } from '../foreign/foreign.type';
import type { WorkforceReportRow } from './workforce-report.entity';

const storedByRegion = z.array(
  z.strictObject({
    region: z.string(),
    total: z.int().nullable(),
    needed: z.int().nullable(),
    newHires: z.int().nullable(),
  }),
);

@ObjectType({
  description:
    "A workforce report of an employer's site and period (wajib lapor ketenagakerjaan, UU 7/1981). Counts only, no person.",
})
@Directive('@key(fields: "id")')
export class WorkforceReport {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Site, e.g. plant name.' })
  site?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number given by the WLKP service (wajib lapor); null when not stated.',
  })
  wlkpNumber?: string | null;

  @Field(() => Period, { description: 'First and last day that the report covers.' })
  period!: Period;

  @Field(() => Int, { nullable: true, description: 'Employees; null when not stated.' })
  total?: number | null;

  @Field(() => Int, { nullable: true, description: 'Workforce needed; null when not stated.' })
  needed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hired in the period; null when not stated.' })
  newHires?: number | null;

  @Field(() => [WorkforceByRegion], { description: 'Workers by region of residence.' })
  localByRegion!: WorkforceByRegion[];

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the employer; not published. */
  employerId!: string;

  static from(row: WorkforceReportRow): WorkforceReport {
    const { periodFrom, periodTo, localByRegion, ...rest } = row;
    return Object.assign(new WorkforceReport(), rest, {
      period: { from: periodFrom, to: periodTo },
      localByRegion: storedByRegion
        .parse(localByRegion)
        .map(({ region, ...counts }) => ({ region: { code: region }, ...counts })),
    });
  }
}

@ObjectType({ description: 'Workers living in one region.' })
export class WorkforceByRegion {
  @Field(() => Region, { nullable: true, description: 'Region where these workers live.' })
  region?: Region | null;

  @Field(() => Int, { nullable: true, description: 'Employees who live there.' })
  total?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the workforce needed, those to be filled from the region.',
  })
  needed?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hired in the period.' })
  newHires?: number | null;
}

@ObjectType({ description: 'One row of a WorkforceReportConnection.' })
export class WorkforceReportEdge extends edgeOf(WorkforceReport) {}

@ObjectType({ description: 'A page of workforce reports.' })
export class WorkforceReportConnection extends connectionOf(WorkforceReport, WorkforceReportEdge) {}
