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

@ObjectType({ description: 'A training programme (program pelatihan).' })
@Directive('@key(fields: "id")')
export class Programme {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A class (angkatan) of a programme; 16 seats by default.' })
@Directive('@key(fields: "id")')
export class TrainingClass {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({
  description:
    'Places under an agreement, in a tree: pool, province, city, class (kuota). Children never exceed their parent; filled never exceeds seats. Alternative readings of one number are separate trees.',
})
@Directive('@key(fields: "id")')
export class QuotaAllocation {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A competency unit (unit kompetensi SKKNI).' })
@Directive('@key(fields: "code")')
export class CompetencyUnit {
  @Field(() => ID, { description: 'Code of the unit in its standard (SKKNI).' })
  code!: string;
}

@ObjectType({
  description: 'An administrative region (wilayah). Kota Serang 36.73 is not Kabupaten Serang 36.04.',
})
@Directive('@key(fields: "code", resolvable: false)')
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

@ObjectType({ description: 'An industry of the official classification (KBLI, BPS).' })
@Directive('@key(fields: "code", resolvable: false)')
export class Industry {
  @Field(() => ID, { description: 'KBLI code, e.g. C24.' })
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
