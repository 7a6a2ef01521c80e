import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { RequestContext } from '../context/context';
import type { ReferenceResolver } from '../graphql/agency-schema';
import { type ConnectionShape, toConnection } from '../graphql/connection';
import { Cost, SUMMARY_COST } from '../graphql/cost';
import { PageArgs } from '../graphql/page-args';
import { partName } from '../graphql/part-name';
import { DateScalar } from '../graphql/scalars';
import type { Purpose } from '../graphql/shared-enums';
import { isUuid } from '../input/input-check';
import type { Page } from '../database/page';
import { type AccessQuestion, type StoredAccess, dataAccessService } from './data-access.service';
import {
  type AccessEntities,
  type PublishedAccess,
  type PublishedAccessCell,
  accessCellOf,
  accessTypesOf,
} from './data-access.type';

/** What one agency brings to the question who accessed what. */
export interface AccessLogParts extends AccessEntities {
  /** Name of the subgraph; the field with its part of an answer is named after it. */
  readonly agency: string;
  /** Finds an organisation or agreement by its id. */
  readonly organization: ReferenceResolver;
  readonly agreement: ReferenceResolver;
  /** Employers who make reports to the agency, and may follow who reads them. */
  readonly Employer?: ClassType<{ id: string }>;
}

@ArgsType()
class PeriodArgs {
  @Field(() => DateScalar, { nullable: true, description: 'First day; null: from the first record on.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: up to now.' })
  to?: string | null;
}

@ArgsType()
class AccessArgs extends PeriodArgs {
  @Field(() => String, { nullable: true, description: 'Pseudonym of the account that asked.' })
  account?: string | null;

  @Field(() => ID, { nullable: true, description: 'Agreement whose data grant was used.' })
  agreement?: string | null;

  @Field(() => ID, { nullable: true, description: 'Person whom the access was about.' })
  person?: string | null;
}

/** What was asked of every agency; each answers its own part of it. */
type Asked = { readonly own: boolean; readonly question: AccessQuestion };
type AskedSummary = { readonly from: string; readonly to: string };

const PART = 'Records of this agency; null where it is away or refuses.';

/** The resolvers by which an agency tells who was shown what of whom: its own part of an answer that has one per agency. */
export function accessLog(parts: AccessLogParts): ClassType[] {
  const types = accessTypesOf(parts);
  const Cell = accessCellOf(parts);
  return [
    partOfAccesses(parts, types.DataAccessConnection),
    partOfSummary(parts, Cell),
    ...(parts.Employer ? [ofReports(parts.Employer, types.DataAccessConnection)] : []),
    edgesOf(parts, types.DataAccess),
    officeOf(parts, types.DataAccess),
    edgesOf(parts, Cell),
  ];
}

function partOfAccesses(
  { agency }: AccessLogParts,
  Connection: ClassType<ConnectionShape<PublishedAccess>>,
): ClassType {
  @ObjectType({ description: 'Accesses to personal data, by the agency that keeps the data.' })
  class DataAccesses {}

  @Resolver(() => DataAccesses)
  class DataAccessesResolver {
    @Query(() => DataAccesses, {
      nullable: true,
      description:
        'Who was shown what of whom, in every agency, newest first. For the role AUDITOR with purpose AUDIT; asking is recorded, too.',
    })
    @Directive('@shareable')
    dataAccesses(@Args(() => AccessArgs) question: AccessArgs): Asked {
      return { own: false, question };
    }

    @Query(() => DataAccesses, {
      nullable: true,
      description:
        'Who was shown something of the caller, in every agency, newest first. For the role CITIZEN with purpose SUBJECT_ACCESS.',
    })
    @Directive('@shareable')
    myDataAccesses(@Args(() => PeriodArgs) question: PeriodArgs): Asked {
      return { own: true, question };
    }

    @FieldResolver(() => Connection, { name: partName(agency), nullable: true, description: PART })
    async part(
      @Root() { own, question }: Asked,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: RequestContext,
    ): Promise<ConnectionShape<PublishedAccess>> {
      if (own) return published(await dataAccessService.ofCaller(ctx, question, page), own);
      return published(await dataAccessService.inspect(ctx, question, page), own);
    }
  }
  return DataAccessesResolver;
}

function partOfSummary({ agency }: AccessLogParts, Cell: ClassType<PublishedAccessCell>): ClassType {
  @ObjectType({ description: 'Accesses to personal data, counted, by the agency that keeps the data.' })
  class DataAccessSummaries {}

  @Resolver(() => DataAccessSummaries)
  class DataAccessSummariesResolver {
    @Query(() => DataAccessSummaries, {
      nullable: true,
      description:
        'How much personal data every agency showed to whom, for what, under which agreement, and how often it refused. For the role AUDITOR with purpose AUDIT.',
    })
    @Directive('@shareable')
    @Cost(SUMMARY_COST)
    dataAccessSummary(
      @Arg('from', () => DateScalar, { description: 'First day of the period.' }) from: string,
      @Arg('to', () => DateScalar, { description: 'Last day of the period.' }) to: string,
    ): AskedSummary {
      return { from, to };
    }

    @FieldResolver(() => [Cell], { name: partName(agency), nullable: true, description: PART })
    async part(
      @Root() { from, to }: AskedSummary,
      @Ctx() ctx: RequestContext,
    ): Promise<PublishedAccessCell[]> {
      const cells = await dataAccessService.summarize(ctx, from, to);
      return cells.map(({ type, purpose, ...cell }) => ({
        ...cell,
        purpose: purpose as Purpose | null,
        recordType: type,
      }));
    }
  }
  return DataAccessSummariesResolver;
}

function ofReports(
  Employer: ClassType<{ id: string }>,
  Connection: ClassType<ConnectionShape<PublishedAccess>>,
): ClassType {
  @Resolver(() => Employer)
  class WorkforceReportAccessResolver {
    @FieldResolver(() => Connection, {
      nullable: true,
      description:
        'Who was shown its workforce reports, newest first. For its own recruiters; others are FORBIDDEN, and auditors have dataAccesses.',
    })
    async workforceReportAccesses(
      @Root() { id }: { id: string },
      @Args(() => PeriodArgs) period: PeriodArgs,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: RequestContext,
    ): Promise<ConnectionShape<PublishedAccess>> {
      return published(await dataAccessService.ofReporter(ctx, id, period, page), true);
    }
  }
  return WorkforceReportAccessResolver;
}

/** What is named by its id becomes the agency's own object of it. */
function edgesOf<T extends object>(
  { organization, agreement, ...entities }: AccessLogParts,
  Type: ClassType<T>,
): ClassType {
  type Ids = Pick<PublishedAccess, 'organization' | 'agreement'>;

  @Resolver(() => Type)
  class AccessEdgesResolver {
    @FieldResolver(() => entities.Organization, { nullable: true })
    organization(@Root() { organization: id }: Ids, @Ctx() ctx: RequestContext): unknown {
      return found(organization, id, ctx);
    }

    @FieldResolver(() => entities.Agreement, { nullable: true })
    agreement(@Root() { agreement: id }: Ids, @Ctx() ctx: RequestContext): unknown {
      return found(agreement, id, ctx);
    }
  }
  return AccessEdgesResolver;
}

function officeOf(
  { organization, Organization }: AccessLogParts,
  Type: ClassType<PublishedAccess>,
): ClassType {
  @Resolver(() => Type)
  class AccessOfficeResolver {
    @FieldResolver(() => Organization, { nullable: true })
    office(@Root() { office: id }: Pick<PublishedAccess, 'office'>, @Ctx() ctx: RequestContext): unknown {
      return found(organization, id, ctx);
    }
  }
  return AccessOfficeResolver;
}

/** Whoever issues tokens may call an organisation otherwise than this graph does. */
function found(find: ReferenceResolver, id: string | null, ctx: RequestContext): unknown {
  return id !== null && isUuid(id) ? find({ id }, ctx) : null;
}

/** Whoever follows accesses to their own is told no account, and nobody else who was on the same page. */
function published(page: Page<StoredAccess>, own: boolean): ConnectionShape<PublishedAccess> {
  return toConnection(page, ({ subject, requestId, grantId, type, people, purpose, ...row }) => ({
    ...row,
    ...{ request: requestId, grant: grantId, recordType: type, purpose: purpose as Purpose | null },
    account: own ? null : subject,
    peopleCount: people.length,
    people: own ? null : people,
    reports: own ? [] : row.reports,
  }));
}
