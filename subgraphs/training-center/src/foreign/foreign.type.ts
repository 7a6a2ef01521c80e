import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A person known to a labour office. Every field but id is personal or nullable, so that a refusal or an outage costs that field only.',
})
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, { description: 'Random UUID; not derived from any number of the person.' })
  id!: string;
}

@ObjectType({
  description:
    'An agreement between organisations, or an event that is treated as one (nota kesepakatan, kesepakatan bersama, PKS; PP 28/2018, Permendagri 22/2020). What no source gives is null.',
})
@Directive('@key(fields: "id")')
export class Agreement {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A vacancy with the fields of Perpres 57/2023 art. 5 and more.' })
@Directive('@key(fields: "id")')
export class Vacancy {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A demand for skills (kebutuhan keterampilan), input to training.' })
@Directive('@key(fields: "id")')
export class SkillDemand {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({
  description: 'An administrative region (wilayah). Kota Serang 36.73 is not Kabupaten Serang 36.04.',
})
@Directive('@key(fields: "code")')
export class Region {
  @Field(() => ID, {
    description: 'Kemendagri code with dots, e.g. 36.73.01 (Kepmendagri 300.2.2-2138/2025).',
  })
  code!: string;
}

@ObjectType({ description: 'An occupation (KBJI 2014, structure of ISCO-08).' })
@Directive('@key(fields: "code", resolvable: false)')
export class Occupation {
  @Field(() => ID, { description: 'KBJI code, e.g. 7212.' })
  code!: string;
}

@ObjectType({
  description: 'An organisation: government agency, training centre, association, bank, company.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Organization {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A clause of an agreement (klausul / pasal).' })
@Directive('@key(fields: "id", resolvable: false)')
export class Clause {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({
  description: 'One statement: who said what about which matter, where and when. Claims are never edited.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Claim {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A nomination of a person for a class or an allocation (usulan peserta).' })
@Directive('@key(fields: "id", resolvable: false)')
export class Nomination {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'An employer (pemberi kerja), member of the association or not.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Employer {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}
