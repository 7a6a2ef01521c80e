import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, CompetencyUnit, Occupation, Programme, Region } from '../foreign/foreign.type';
import type { SkillDemandRow } from './skill-demand.entity';

export const SkillDemandStatus = graphqlEnum(
  'SkillDemandStatus',
  'Where a skill demand stands. Moves: OPEN to REQUESTED to MET; OPEN or REQUESTED to WITHDRAWN.',
  {
    OPEN: 'Stated (terbuka).',
    REQUESTED: 'Training for it was requested from the training centre.',
    MET: 'Met (terpenuhi).',
    WITHDRAWN: 'Withdrawn by whoever stated it (ditarik).',
  },
);
export type SkillDemandStatus = keyof typeof SkillDemandStatus;

@ObjectType({ description: 'A demand for skills (kebutuhan keterampilan), input to training.' })
@Directive('@key(fields: "id")')
export class SkillDemand {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Occupation, {
    nullable: true,
    description: 'Occupation that the people are needed for (KBJI).',
  })
  occupation?: Occupation | null;

  @Field(() => [CompetencyUnit], { nullable: 'items', description: 'Competency units wanted (SKKNI).' })
  competencyUnits!: (CompetencyUnit | null)[];

  @Field(() => Programme, { nullable: true, description: 'Programme that would meet it, when known.' })
  programme?: Programme | null;

  @Field(() => Region, { nullable: true, description: 'Region where the work is.' })
  region?: Region | null;

  @Field(() => Int, { description: 'People needed with these skills.' })
  headcount!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which they are needed.' })
  neededBy?: string | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement under which it is stated.' })
  agreement?: Agreement | null;

  @Field(() => SkillDemandStatus, { description: 'Where the demand stands, from stated to met.' })
  status!: SkillDemandStatus;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the employer; not published. */
  employerId!: string | null;

  static from(row: SkillDemandRow): SkillDemand {
    const { id, employerId, headcount, neededBy, status, demo } = row;
    return Object.assign(new SkillDemand(), {
      ...{ id, employerId, headcount, neededBy, status, demo },
      occupation: row.occupationCode === null ? null : { code: row.occupationCode },
      competencyUnits: row.competencyUnits.map((code) => ({ code })),
      programme: row.programmeId === null ? null : { id: row.programmeId },
      region: row.regionCode === null ? null : { code: row.regionCode },
      agreement: row.agreementId === null ? null : { id: row.agreementId },
    });
  }
}

@ObjectType({ description: 'One row of a SkillDemandConnection.' })
export class SkillDemandEdge extends edgeOf(SkillDemand) {}

@ObjectType({ description: 'A page of skill demands.' })
export class SkillDemandConnection extends connectionOf(SkillDemand, SkillDemandEdge) {}
