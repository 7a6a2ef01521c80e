import type { ClientClass } from '@simpul/schema/contract/client-class';
import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../graphql/enum';
import { PersonalDataCategory, Purpose } from '../graphql/shared-enums';
import type { ClosingAccess } from './closing';

const ClientClassEnum = graphqlEnum<ClientClass>(
  'ClientClass',
  'Class of clients, by the roles of whoever uses them; each has a budget and registered operations of its own.',
  {
    PUBLIC: 'Without a credential, or with one that gives no role.',
    CITIZEN: 'People who ask about themselves.',
    EMPLOYER: 'Recruiters, and the association.',
    AGENCY: 'Staff of agencies.',
    SERVICE: "Agencies' own programs.",
    DEVELOPER: 'Developers, who may read the schema.',
  },
);

@ObjectType({ description: 'An operation that is registered for a class of clients.' })
@Directive('@shareable')
class AffectedOperation {
  @Field(() => ClientClassEnum, { description: 'Clients that it is registered for.' })
  clientClass!: ClientClass;

  @Field(() => String, { description: 'Name under which it is registered.' })
  name!: string;
}

/** What would close at an agency, as it is published; what names an organisation is still its id. */
export interface PublishedLapse extends LapseFacts {
  closing: ClosingAccess[];
}

/** What is told of a closing access without naming anybody. */
@ObjectType()
abstract class ClosingFacts {
  @Field(() => Purpose, { description: 'Purpose of use for which they are open to it.' })
  purpose!: Purpose;

  @Field(() => PersonalDataCategory, { description: 'Category of these fields.' })
  category!: PersonalDataCategory;

  @Field(() => [String], { description: 'Fields of the agency, as Type.field, in alphabetical order.' })
  fields!: readonly string[];
}

/** What is told of an agency's part beside what closes to whom. */
@ObjectType()
abstract class LapseFacts {
  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the data grants it rests on; null while none is fresh, when no agreement opens anything.',
  })
  bundleVersion!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'People of the agency of whom some organisation could read less; null from 1 to 4.',
  })
  people!: number | null;

  @Field(() => Boolean, { description: 'True if the number of people is withheld.' })
  suppressed!: boolean;

  @Field(() => [AffectedOperation], {
    description: 'Registered operations that select any of these fields, by class of clients and name.',
  })
  operations!: AffectedOperation[];

  @Field(() => Boolean, {
    description: 'True if any of the people counted is generated demonstration data.',
  })
  demo!: boolean;
}

/** The type of one agency's part of a lapse, with edges to the agency's own organisations. */
export function lapseTypesOf(Organization: ClassType): {
  ClosingAccess: ClassType<ClosingAccess>;
  LapsePart: ClassType<PublishedLapse>;
} {
  @ObjectType('ClosingAccess', {
    description: 'Fields of one category that an organisation could no longer read, for one purpose.',
  })
  @Directive('@shareable')
  class Closing extends ClosingFacts implements ClosingAccess {
    @Field(() => Organization, { nullable: true, description: 'Organisation whose people it is about.' })
    provider!: string;

    @Field(() => Organization, { nullable: true, description: 'Organisation that reads them today.' })
    recipient!: string;
  }

  @ObjectType('AgreementLapsePart', {
    description:
      'What would close at one agency if an agreement ended today; empty where nothing hangs on it.',
  })
  @Directive('@shareable')
  class Part extends LapseFacts implements PublishedLapse {
    @Field(() => [Closing], {
      description:
        'What is open today by data grants of the agreement and by nothing else that holds for everybody whom they are about.',
    })
    closing!: ClosingAccess[];
  }

  return { ClosingAccess: Closing, LapsePart: Part };
}
