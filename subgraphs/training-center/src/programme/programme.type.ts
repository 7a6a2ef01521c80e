import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { FundingSource } from '@simpul/kit/graphql/shared-enums';
import { Source } from '@simpul/kit/graphql/shared-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ProgrammeRow } from './programme.entity';

export const ProgrammeKind = graphqlEnum(
  'ProgrammeKind',
  'Kind of programme, by how it is taught and what it prepares for (jenis pelatihan).',
  {
    SHORT_COURSE: 'Short vocational course (pelatihan keterampilan).',
    SOFT_SKILLS: 'Soft skills, e.g. public speaking.',
    ADVANCED_TECHNICAL: 'Advanced technical training, e.g. underwater or robotic welding.',
    PROJECT_BASED: 'Project-based learning listed as a programme.',
    OVERSEAS_PREPARATION: 'Preparation for work or apprenticeship abroad (pelatihan luar negeri).',
    APPRENTICESHIP: 'Apprenticeship with training (pemagangan).',
    STUDENT_INTERNSHIP: 'Structured internship of SMK students with certification.',
    UNSPECIFIED: 'Offered by the ministry without further description.',
  },
);
export type ProgrammeKind = keyof typeof ProgrammeKind;

@ObjectType({ description: 'A training programme (program pelatihan).' })
@Directive('@key(fields: "id")')
export class Programme {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => ID, { description: 'Short stable code, e.g. LAS-PIPA-6GR.' })
  code!: string;

  @Field(() => String, { description: 'Name, e.g. Sablon, Las bawah air.' })
  name!: string;

  @Field(() => ProgrammeKind, { description: 'What it offers, e.g. a short course or an apprenticeship.' })
  kind!: ProgrammeKind;

  @Field(() => String, { description: 'Vocational field (kejuruan), e.g. welding.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it is taught, e.g. project-based learning; null when not recorded.',
  })
  method?: string | null;

  @Field(() => Int, { nullable: true, description: 'Level in the national framework (KKNI 1 to 9).' })
  kkni?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Free for participants (gratis); null when not recorded.',
  })
  free?: boolean | null;

  @Field(() => [FundingSource], { description: 'Who pays for it, as its sources say.' })
  funding!: FundingSource[];

  @Field(() => Int, { nullable: true, description: 'Training hours (jam pelatihan).' })
  hours?: number | null;

  @Field(() => [Source], { description: 'Documents and articles that tell of it.' })
  sources!: Source[];

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  static from(row: ProgrammeRow): Programme {
    return Object.assign(new Programme(), row);
  }
}

@ObjectType({ description: 'One row of a ProgrammeConnection.' })
export class ProgrammeEdge extends edgeOf(Programme) {}

@ObjectType({ description: 'A page of programmes.' })
export class ProgrammeConnection extends connectionOf(Programme, ProgrammeEdge) {}
