import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Occupation, Organization, Region, withCode } from '../foreign/foreign.type';
import type { RegistrationRow } from './registration.entity';

export const RegistrationStatus = graphqlEnum(
  'RegistrationStatus',
  'Where an AK-1 registration stands. Moves: ACTIVE to DUE_REPORT and back; both to LAPSED, PLACED or REMOVED.',
  {
    ACTIVE: 'Valid, report not due (aktif).',
    DUE_REPORT: 'Six-month report overdue (wajib lapor).',
    LAPSED: 'Past two years (kedaluwarsa).',
    PLACED: 'Ended by a placement (ditempatkan).',
    REMOVED: 'Removed from the register (dihapuskan).',
  },
);
export type RegistrationStatus = keyof typeof RegistrationStatus;

@ObjectType({
  description:
    "A job seeker's registration at a labour office (AK-1, kartu kuning): valid 2 years, report every 6 months.",
})
@Directive('@key(fields: "id")')
export class Registration {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Organization, { nullable: true, description: 'Labour office that registered.' })
  @Personal('HISTORY', 'NONE')
  office?: Organization | null;

  @Field(() => Region, { nullable: true, description: 'City of that office.' })
  @Personal('HISTORY', 'NONE')
  region?: Region | null;

  @Field(() => String, { nullable: true, description: 'Number of the AK-1 card.' })
  @Personal('IDENTITY', 'PARTIAL')
  ak1Number?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reference in SIAPkerja; null when not registered there.',
  })
  @Personal('IDENTITY', 'PARTIAL')
  siapkerjaReference?: string | null;

  @Field(() => RegistrationStatus, { nullable: true, description: 'Where the registration stands.' })
  @Personal('HISTORY', 'NONE')
  status?: RegistrationStatus | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the office registered the job seeker.',
  })
  @Personal('HISTORY', 'YEAR')
  registeredOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of validity.' })
  @Personal('HISTORY', 'NONE')
  validUntil?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last report made; null: none.' })
  @Personal('HISTORY', 'NONE')
  lastReportedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which the next report is due.' })
  @Personal('HISTORY', 'NONE')
  nextReportDue?: string | null;

  @Field(() => [Occupation], { nullable: 'itemsAndList', description: 'Occupations sought (KBJI).' })
  @Personal('HISTORY', 'NONE')
  occupationsSought?: (Occupation | null)[] | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** For the edge to the job seeker; not published. */
  personId!: string;

  static from(row: RegistrationRow, today: string): Registration {
    const { id, personId, ak1Number, siapkerjaReference, registeredOn, validUntil, version, demo } = row;
    return Object.assign(new Registration(), {
      ...{ id, personId, ak1Number, siapkerjaReference, registeredOn, validUntil, version, demo },
      office: { id: row.officeId },
      region: { code: row.regionCode },
      status: row.statusOn(today),
      lastReportedOn: row.lastReportedOn,
      nextReportDue: row.nextReportDue,
      occupationsSought: row.occupations.map(withCode),
    });
  }
}

@ObjectType({ description: 'One row of a RegistrationConnection.' })
export class RegistrationEdge extends edgeOf(Registration) {}

@ObjectType({ description: 'A page of registrations.' })
export class RegistrationConnection extends connectionOf(Registration, RegistrationEdge) {}
