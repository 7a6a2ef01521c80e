import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A person known to a labour office. Every field but id is personal or nullable, so that a refusal or an outage costs that field only.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Person {
  @Field(() => ID, { description: 'Random UUID; not derived from any number of the person.' })
  id!: string;
}

@ObjectType({ description: 'An employer (pemberi kerja), member of the association or not.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Employer {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({ description: 'A facility of the training centre.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Facility {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}

@ObjectType({
  description:
    'A certificate of competence (sertifikat kompetensi; BNSP, LSP, SKKNI, KKNI), an Open Badges 3.0 credential.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Certificate {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;
}
