import { type ClassType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { type ConnectionShape, connectionOf, edgeOf } from '../graphql/connection';
import { graphqlEnum } from '../graphql/enum';
import { DateTimeScalar } from '../graphql/scalars';
import { Purpose } from '../graphql/shared-enums';

/** What an access to personal data was. */
export const DataAccessAction = graphqlEnum('DataAccessAction', 'What an access to personal data was.', {
  READ: 'Fields of people were shown.',
  CHANGE: 'What is kept about people was changed.',
  REFUSED: 'Fields of people were asked for and refused; nobody was shown.',
  AUDIT_READ: 'Records of access were read, which name people.',
});
export type DataAccessAction = keyof typeof DataAccessAction;

/** An agency's own classes of the entities that a record of access names. */
export interface AccessEntities {
  readonly Organization: ClassType;
  readonly Agreement: ClassType;
}

/** A record of access, as it is published; what names an entity is still its id. */
export interface PublishedAccess {
  id: string;
  at: Date;
  action: DataAccessAction;
  request: string;
  account: string | null;
  organization: string | null;
  office: string | null;
  employer: string | null;
  roles: string[];
  purpose: Purpose | null;
  agreement: string | null;
  grant: string | null;
  grantVersion: number | null;
  recordType: string;
  fields: string[];
  masked: boolean;
  peopleCount: number;
  people: string[] | null;
  reports: string[];
}

/** Accesses of one kind, counted; what names an entity is still its id. */
export interface PublishedAccessCell {
  organization: string | null;
  purpose: Purpose | null;
  agreement: string | null;
  recordType: string;
  accesses: number;
  refusals: number;
  people: number | null;
}

/** What a record of access tells without naming an entity. */
@ObjectType()
abstract class AccessFacts {
  @Field(() => ID, { description: 'Random UUID.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded, before the answer left.' })
  at!: Date;

  @Field(() => DataAccessAction, { description: 'Whether something was shown, changed or refused.' })
  action!: DataAccessAction;

  @Field(() => ID, { description: 'Id of the request to the graph; its other accesses have the same.' })
  request!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Account that asked, by its pseudonym; told to auditors only.',
  })
  account!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the employer that a recruiter acted for.' })
  employer!: string | null;

  @Field(() => [String], { description: 'Roles that the account had.' })
  roles!: string[];

  @Field(() => Purpose, { nullable: true, description: 'What for; null where none was given.' })
  purpose!: Purpose | null;

  @Field(() => ID, { nullable: true, description: 'Id of that data grant.' })
  grant!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of that data grant.' })
  grantVersion!: number | null;

  @Field(() => String, { description: 'Type of the records, as this schema names it.' })
  recordType!: string;

  @Field(() => [String], { description: 'Fields of that type; for a change, what happened.' })
  fields!: string[];

  @Field(() => Boolean, { description: 'True if the values were shown in a masked form.' })
  masked!: boolean;

  @Field(() => Int, { description: 'How many people it was about.' })
  peopleCount!: number;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the people it was about, which are pseudonyms; told to auditors only.',
  })
  people!: string[] | null;

  @Field(() => [ID], {
    description: 'Ids of the employers whose workforce reports were shown; empty for records about people.',
  })
  reports!: string[];
}

/** The types of a record of access and of a page of them, with edges to the agency's own entities. */
export function accessTypesOf({ Organization, Agreement }: AccessEntities): {
  DataAccess: ClassType<PublishedAccess>;
  DataAccessConnection: ClassType<ConnectionShape<PublishedAccess>>;
} {
  @ObjectType({
    description:
      'One access to personal data in one agency: what one request to it was shown of one type, in one way. Values are never kept.',
  })
  @Directive('@shareable')
  class DataAccess extends AccessFacts implements PublishedAccess {
    @Field(() => Organization, { nullable: true, description: 'Organisation that the account acted for.' })
    organization!: string | null;

    @Field(() => Organization, { nullable: true, description: 'Labour office where it works, if at one.' })
    office!: string | null;

    @Field(() => Agreement, {
      nullable: true,
      description: "Agreement whose data grant opened it; null for an agency's own work.",
    })
    agreement!: string | null;
  }

  @ObjectType({ description: 'A record of access in a page.' })
  @Directive('@shareable')
  class DataAccessEdge extends edgeOf<PublishedAccess>(DataAccess) {}

  @ObjectType({ description: "A page of an agency's records of access, newest first." })
  @Directive('@shareable')
  class DataAccessConnection extends connectionOf<PublishedAccess>(DataAccess, DataAccessEdge) {}

  return { DataAccess, DataAccessConnection };
}

/** The type of a cell of the summary. */
export function accessCellOf({ Organization, Agreement }: AccessEntities): ClassType<PublishedAccessCell> {
  @ObjectType({ description: 'Accesses to personal data of one kind, counted.' })
  @Directive('@shareable')
  class DataAccessCell implements PublishedAccessCell {
    @Field(() => Organization, { nullable: true, description: 'Organisation that received the data.' })
    organization!: string | null;

    @Field(() => Purpose, { nullable: true, description: 'What for; null where none was given.' })
    purpose!: Purpose | null;

    @Field(() => Agreement, {
      nullable: true,
      description: "Agreement whose data grant opened them; null for an agency's own work.",
    })
    agreement!: string | null;

    @Field(() => String, { description: 'Type of the records, as this schema names it.' })
    recordType!: string;

    @Field(() => Int, { description: 'How often it was shown or changed.' })
    accesses!: number;

    @Field(() => Int, { description: 'How often it was refused.' })
    refusals!: number;

    @Field(() => Int, {
      nullable: true,
      description: 'How many different people it was about; null when telling them apart is too costly.',
    })
    people!: number | null;
  }
  return DataAccessCell;
}
