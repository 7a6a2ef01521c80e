import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import {
  Agreement,
  Occupation,
  Person,
  Programme,
  QuotaAllocation,
  Region,
  TrainingClass,
} from '../foreign/foreign.type';
import type { RetentionCheckRow } from './placement-retention.entity';
import type { PlacementRow } from './placement.entity';

export const PlacementChannel = graphqlEnum('PlacementChannel', 'Channel of a placement (IPK III/8).', {
  AKL: 'Within the city or regency (antar kerja lokal).',
  AKAD: 'Between regions of Indonesia (antar kerja antar daerah).',
  AKAN: 'Abroad (antar kerja antar negara).',
});
export type PlacementChannel = keyof typeof PlacementChannel;

export const DestinationArea = graphqlEnum(
  'DestinationArea',
  'Area of a destination as announced in the sources.',
  {
    OWN_CITY: "The person's own city.",
    BANTEN: "Elsewhere in Banten than the person's own city.",
    JABODETABEK: 'Greater Jakarta (Jabodetabek).',
    JAVA: 'Elsewhere on Java, outside Banten and Greater Jakarta.',
    OUTSIDE_JAVA: 'Outside Java (luar Jawa).',
    OVERSEAS: 'Abroad (luar negeri).',
  },
);
export type DestinationArea = keyof typeof DestinationArea;

@ObjectType({
  description: 'A placement of a person with an employer (penempatan) or an apprenticeship place.',
})
@Directive('@key(fields: "id")')
export class Placement {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Person, { nullable: true, description: 'Who was placed.' })
  @Personal('IDENTITY', 'HIDE')
  person?: Person | null;

  @Field(() => Programme, { nullable: true, description: 'Programme that led to it.' })
  @Personal('HISTORY', 'NONE')
  programme?: Programme | null;

  @Field(() => TrainingClass, { nullable: true, description: 'Class that led to it.' })
  @Personal('HISTORY', 'NONE')
  trainingClass?: TrainingClass | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement it counts under.' })
  @Personal('HISTORY', 'NONE')
  agreement?: Agreement | null;

  @Field(() => QuotaAllocation, { nullable: true, description: 'Allocation it counts under.' })
  @Personal('HISTORY', 'NONE')
  allocation?: QuotaAllocation | null;

  @Field(() => Occupation, { nullable: true, description: 'Occupation of the work (KBJI).' })
  @Personal('HISTORY', 'NONE')
  occupation?: Occupation | null;

  @Field(() => PlacementScheme, {
    nullable: true,
    description: 'Scheme; schemes are never counted together.',
  })
  @Personal('HISTORY', 'NONE')
  scheme?: PlacementScheme | null;

  @Field(() => PlacementChannel, {
    nullable: true,
    description: 'Channel; null for SELF_EMPLOYMENT, MAGANG_DN, MAGANG_LN and PKL.',
  })
  @Personal('HISTORY', 'NONE')
  channel?: PlacementChannel | null;

  @Field(() => Destination, { nullable: true, description: 'Where it leads.' })
  @Personal('HISTORY', 'BAND')
  destination?: Destination | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of work or of the apprenticeship.' })
  @Personal('HISTORY', 'YEAR')
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it lasts.' })
  @Personal('HISTORY', 'YEAR')
  endsOn?: string | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edges to employer and vacancy; not published. */
  employerId!: string | null;
  vacancyId!: string | null;

  static from(row: PlacementRow): Placement {
    const { id, employerId, vacancyId, scheme, channel, startsOn, endsOn, version, demo } = row;
    const { area, country, regionCode, occupationCode } = row;
    return Object.assign(new Placement(), {
      ...{ id, employerId, vacancyId, scheme, channel, startsOn, endsOn, version, demo },
      person: { id: row.personId },
      programme: byId(row.programmeId),
      trainingClass: byId(row.trainingClassId),
      agreement: byId(row.agreementId),
      allocation: byId(row.allocationId),
      occupation: occupationCode === null ? null : { code: occupationCode },
      destination: { area, country, region: regionCode === null ? null : { code: regionCode } },
    });
  }
}

function byId(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}

@ObjectType({ description: 'Where a placement leads.' })
export class Destination {
  @Field(() => DestinationArea, { nullable: true, description: 'Area as the sources group it.' })
  @Personal('HISTORY', 'NONE')
  area?: DestinationArea | null;

  @Field(() => Region, { nullable: true, description: 'Region in Indonesia; null abroad.' })
  @Personal('HISTORY', 'BAND')
  region?: Region | null;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2; ID for Indonesia.' })
  @Personal('HISTORY', 'NONE')
  country?: string | null;
}

@ObjectType({ description: 'Whether a placed person still works there.' })
export class RetentionCheck {
  @Field(() => Int, { nullable: true, description: 'Months after the start: 3, 6 or 12.' })
  @Personal('HISTORY', 'NONE')
  months?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the check is due, so many months after the start.',
  })
  @Personal('HISTORY', 'YEAR')
  dueOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was made; null: not yet.' })
  @Personal('HISTORY', 'YEAR')
  checkedOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Still employed; null: not checked.' })
  @Personal('HISTORY', 'HIDE')
  employed?: boolean | null;

  static from({ months, dueOn, checkedOn, employed }: RetentionCheckRow): RetentionCheck {
    return Object.assign(new RetentionCheck(), { months, dueOn, checkedOn, employed });
  }
}

@ObjectType({ description: 'One row of a PlacementConnection.' })
export class PlacementEdge extends edgeOf(Placement) {}

@ObjectType({ description: 'A page of placements.' })
export class PlacementConnection extends connectionOf(Placement, PlacementEdge) {}
