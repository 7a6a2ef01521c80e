import { FacilityCapability } from '../facility/facility.type';
import { CertificateStatus } from './certificate.type';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Narrows certificates; all given conditions hold together.' })
export class CertificateFilter {
  @Field(() => [ID], { nullable: true, description: 'Proves one of these units.' })
  @Personal('HISTORY', 'NONE')
  competencyUnits?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Has one of these attributes, e.g. 6GR.' })
  @Personal('HISTORY', 'NONE')
  qualifiers?: string[] | null;

  @Field(() => [FacilityCapability], {
    nullable: true,
    description: "Earned in a programme that uses one of these facilities' capabilities.",
  })
  @Personal('HISTORY', 'NONE')
  capabilities?: FacilityCapability[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these programmes.' })
  @Personal('HISTORY', 'NONE')
  programmes?: string[] | null;

  @Field(() => [CertificateStatus], { nullable: true, description: 'In one of these states.' })
  @Personal('HISTORY', 'NONE')
  status?: CertificateStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: holder has no placement, false: has one; as told by the employers' association, as of the connection's asOf.",
  })
  @Personal('HISTORY', 'NONE')
  unplaced?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Holder lives in this region or one below it.' })
  @Personal('CONTACT', 'NONE')
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Under this agreement.' })
  @Personal('HISTORY', 'NONE')
  agreement?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Issued on or after this day.' })
  @Personal('HISTORY', 'NONE')
  issuedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Issued on or before this day.' })
  @Personal('HISTORY', 'NONE')
  issuedTo?: string | null;
}
