import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { FundingSource, PlacementScheme } from '@simpul/kit/graphql/shared-enums';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Agreement, OverseasPathway, QuotaAllocation, withId } from '../foreign/foreign.type';
import type { OverseasCaseRow } from './overseas-case.entity';

export const OverseasStage = graphqlEnum(
  'OverseasStage',
  'Stage of an overseas case. Moves: in this order, or to WITHDRAWN.',
  {
    REGISTERED: 'Registered as candidate (CPMI or apprentice).',
    AGREEMENT_MADE: 'Placement or apprenticeship agreement made (perjanjian penempatan).',
    DOCUMENTS: 'Documents for departure complete.',
    ORIENTATION: 'Orientation before departure (OPP).',
    DEPARTED: 'Departed (berangkat).',
    RETURNED: 'Returned (purna).',
    WITHDRAWN: 'Withdrawn from the pathway (mengundurkan diri).',
  },
);
export type OverseasStage = keyof typeof OverseasStage;

@ObjectType({
  description:
    'The case of an overseas candidate (UU 18/2017 for PMI; Permenakertrans PER.08/MEN/V/2008 for magang). Biometrics and medical files are not in the graph.',
})
@Directive('@key(fields: "id")')
export class OverseasCase {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => PlacementScheme, {
    nullable: true,
    description: 'MAGANG_LN (apprenticeship abroad) or PMI (migrant work); different legal regimes.',
  })
  @Personal('HISTORY', 'NONE')
  scheme?: PlacementScheme | null;

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  @Personal('HISTORY', 'NONE')
  country?: string | null;

  @Field(() => OverseasStage, {
    nullable: true,
    description: 'How far the candidate has come, from registration to return.',
  })
  @Personal('HISTORY', 'NONE')
  stage?: OverseasStage | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the stage began.' })
  @Personal('HISTORY', 'NONE')
  stageSince?: string | null;

  @Field(() => FundingSource, { nullable: true, description: 'Who pays for preparation and departure.' })
  @Personal('HISTORY', 'HIDE')
  funding?: FundingSource | null;

  @Field(() => OverseasPathway, { nullable: true, description: 'Pathway followed.' })
  @Personal('HISTORY', 'NONE')
  pathway?: OverseasPathway | null;

  @Field(() => Agreement, { nullable: true, description: 'Agreement it is counted under.' })
  @Personal('HISTORY', 'NONE')
  agreement?: Agreement | null;

  @Field(() => QuotaAllocation, { nullable: true, description: 'Allocation it is counted under.' })
  @Personal('HISTORY', 'NONE')
  allocation?: QuotaAllocation | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the candidate; not published. */
  personId!: string;

  static from(row: OverseasCaseRow): OverseasCase {
    const { id, personId, scheme, country, stage, stageSince, funding, version, demo } = row;
    return Object.assign(new OverseasCase(), {
      ...{ id, personId, scheme, country, stage, stageSince, funding, version, demo },
      pathway: withId(row.pathwayId),
      agreement: withId(row.agreementId),
      allocation: withId(row.allocationId),
    });
  }
}
