import { connectionOf, edgeOf } from '@simpul/kit/graphql/connection';
import { Personal } from '@simpul/kit/graphql/personal';
import { DateScalar } from '@simpul/kit/graphql/scalars';
import { EducationLevel, Sex } from '@simpul/kit/graphql/shared-enums';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Organization, Region, withCode, withId } from '../foreign/foreign.type';
import type { StepTaken } from '../journey/journey.type';
import type { PersonRow } from './person.entity';

@ObjectType({
  description:
    'A person known to a labour office. Every field but id is personal or nullable, so that a refusal or an outage costs that field only.',
})
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, { description: 'Random UUID; not derived from any number of the person.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name as on the KTP.' })
  @Personal('IDENTITY', 'PARTIAL')
  name?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Birth date as on the KTP.' })
  @Personal('IDENTITY', 'YEAR')
  birthDate?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex as on the KTP (jenis kelamin).' })
  @Personal('IDENTITY', 'NONE')
  sex?: Sex | null;

  @Field(() => EducationLevel, { nullable: true, description: 'Highest education (pendidikan tertinggi).' })
  @Personal('HISTORY', 'NONE')
  education?: EducationLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Disability, for inclusion only (UU 27/2022 art. 26).',
  })
  @Personal('SPECIFIC', 'HIDE')
  disability?: boolean | null;

  @Field(() => Domicile, { nullable: true, description: 'Where the person lives, as verified.' })
  @Personal('CONTACT', 'PARTIAL')
  domicile?: Domicile | null;

  @Field(() => Contact, { nullable: true, description: 'How to reach the person.' })
  @Personal('CONTACT', 'PARTIAL')
  contact?: Contact | null;

  @Field(() => Int, { nullable: true, description: "Rises with each change of the person's particulars." })
  version?: number | null;

  @Field(() => Boolean, { description: 'True if any row behind it is generated demonstration data.' })
  demo!: boolean;

  /** The step that lasts; not published in this form. */
  presentStep!: StepTaken;

  static from(row: PersonRow): Person {
    const { id, name, birthDate, sex, education, disability, stage, officeId, version, demo } = row;
    return Object.assign(new Person(), {
      ...{ id, name, birthDate, sex, education, disability, version, demo },
      domicile: row.domicileRegionCode === null ? null : Domicile.from(row),
      contact: row.phone === null && row.email === null ? null : { phone: row.phone, email: row.email },
      presentStep: { stage, since: row.stageSince, until: null, officeId },
    });
  }
}

@ObjectType({ description: 'Where a person lives (domisili).' })
export class Domicile {
  @Field(() => Region, { nullable: true, description: 'District or finer region.' })
  @Personal('CONTACT', 'BAND')
  region?: Region | null;

  @Field(() => String, { nullable: true, description: 'Street address, finer than the region.' })
  @Personal('CONTACT', 'HIDE')
  address?: string | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'Organisation that verified it; null: not verified.',
  })
  @Personal('CONTACT', 'BAND')
  verifiedBy?: Organization | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was verified.' })
  @Personal('CONTACT', 'BAND')
  verifiedOn?: string | null;

  static from(row: PersonRow): Domicile {
    return {
      region: withCode(row.domicileRegionCode),
      address: row.domicileAddress,
      verifiedBy: withId(row.domicileVerifiedBy),
      verifiedOn: row.domicileVerifiedOn,
    };
  }
}

@ObjectType({ description: 'How to reach a person.' })
export class Contact {
  @Field(() => String, { nullable: true, description: 'Telephone number that the person gave, E.164.' })
  @Personal('CONTACT', 'PARTIAL')
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address that the person gave.' })
  @Personal('CONTACT', 'PARTIAL')
  email?: string | null;
}

@ObjectType({ description: 'One row of a PersonConnection.' })
export class PersonEdge extends edgeOf(Person) {}

@ObjectType({ description: 'A page of people.' })
export class PersonConnection extends connectionOf(Person, PersonEdge) {}
