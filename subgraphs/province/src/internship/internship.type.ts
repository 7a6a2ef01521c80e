import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { graphqlEnum } from '@simpul/kit/graphql/enum';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Certificate, Employer, Facility, Person } from '../foreign/foreign.type';
import type { InternshipRow } from './internship.entity';

export const InternshipStatus = graphqlEnum(
  'InternshipStatus',
  "Where an internship stands. Moves: PLANNED, GUARDIAN_CONSENTED, RUNNING, ASSESSED, CERTIFIED; any but the last to CANCELLED. A minor's cannot run without consent.",
  {
    PLANNED: 'Place agreed (direncanakan).',
    GUARDIAN_CONSENTED: 'Guardian consented, or consent not needed.',
    RUNNING: 'Running (berjalan).',
    ASSESSED: 'Assessed (dinilai).',
    CERTIFIED: 'Certified (tersertifikasi).',
    CANCELLED: 'Cancelled (dibatalkan).',
  },
);
export type InternshipStatus = keyof typeof InternshipStatus;

export const GuardianConsentStatus = graphqlEnum(
  'GuardianConsentStatus',
  "State of a guardian's consent (UU 27/2022 art. 25).",
  {
    GIVEN: 'Given by the guardian (wali) and not withdrawn.',
    MISSING: 'Needed because the student is a minor, and missing.',
    WITHDRAWN: 'Given once, then withdrawn by the guardian (ditarik).',
    NOT_NEEDED: 'Not needed: the student is of age.',
  },
);
export type GuardianConsentStatus = keyof typeof GuardianConsentStatus;

@ObjectType({
  description:
    'A structured internship of an SMK student (PKL / magang), towards official certification. Scheme PKL; never counted with work placements.',
})
@Directive('@key(fields: "id")')
export class Internship {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => Person, { nullable: true, description: 'The student, when known to a labour office.' })
  @Personal('SPECIFIC', 'HIDE')
  student?: Person | null;

  @Field(() => Employer, {
    nullable: true,
    description: 'Employer that hosts it; null when a facility does.',
  })
  @Personal('HISTORY', 'NONE')
  employer?: Employer | null;

  @Field(() => Facility, {
    nullable: true,
    description: 'Training facility that hosts it; null when an employer does.',
  })
  @Personal('HISTORY', 'NONE')
  facility?: Facility | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day at the workplace or facility.' })
  @Personal('HISTORY', 'NONE')
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day at the workplace or facility.' })
  @Personal('HISTORY', 'NONE')
  endsOn?: string | null;

  @Field(() => InternshipStatus, {
    nullable: true,
    description: 'Where the internship stands, from the place agreed to the certificate.',
  })
  @Personal('HISTORY', 'NONE')
  status?: InternshipStatus | null;

  @Field(() => Boolean, { nullable: true, description: 'The student is under 18.' })
  @Personal('SPECIFIC', 'HIDE')
  minor?: boolean | null;

  @Field(() => GuardianConsentStatus, {
    nullable: true,
    description: "Guardian's consent (persetujuan wali).",
  })
  @Personal('SPECIFIC', 'HIDE')
  guardianConsent?: GuardianConsentStatus | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of the guardian's consent." })
  @Personal('SPECIFIC', 'HIDE')
  guardianConsentOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'A certification at its end is planned.' })
  @Personal('HISTORY', 'NONE')
  certificationPlanned?: boolean | null;

  @Field(() => Certificate, { nullable: true, description: 'Certificate earned.' })
  @Personal('HISTORY', 'HIDE')
  certificate?: Certificate | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated demonstration data.' })
  demo!: boolean;

  /** For the edges to school and occupation; not published. */
  schoolNpsn!: string;
  occupationCode!: string | null;

  static from(row: InternshipRow): Internship {
    return Object.assign(new Internship(), row, {
      student: stub(row.studentId),
      employer: stub(row.employerId),
      facility: stub(row.facilityId),
      certificate: stub(row.certificateId),
    });
  }
}

@ObjectType({ description: 'One row of a InternshipConnection.' })
export class InternshipEdge extends edgeOf(Internship) {}

@ObjectType({ description: 'A page of internships.' })
export class InternshipConnection extends connectionOf(Internship, InternshipEdge) {}

function stub(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
