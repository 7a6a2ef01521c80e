import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Info,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { RequestContext } from '../context/context';
import type { ReferenceResolver } from '../graphql/agency-schema';
import { Cost, SUMMARY_COST } from '../graphql/cost';
import { readableFieldsOf } from '../graphql/guard/personal-fields';
import { partName } from '../graphql/part-name';
import type { ClosingAccess as Closing } from './closing';
import { type Lapse, lapseService } from './lapse.service';
import { type PublishedLapse, lapseTypesOf } from './lapse.type';

/** What one agency brings to the question what would close if an agreement ended. */
export interface LapseParts {
  /** Name of the subgraph; the field with its part of the answer is named after it. */
  readonly agency: string;
  readonly Organization: ClassType;
  /** Finds an organisation by its id. */
  readonly organization: ReferenceResolver;
  /** Finds an agreement by its id; whoever does not keep them cannot tell which there are. */
  readonly agreement: ReferenceResolver;
}

/** What was asked of every agency. */
export interface AskedLapse {
  readonly agreement: string;
}

/** The resolvers of an agency's part of a lapse, and the type of the whole, to which an agency may bring more. */
export interface LapseResolvers {
  readonly whole: ClassType;
  readonly resolvers: readonly ClassType[];
}

const PART =
  'What would close at this agency; null where it is away or knows that there is no such agreement.';

/** By which an agency tells what would close at it if an agreement ended: its own part of an answer that has one per agency. */
export function agreementLapse(parts: LapseParts): LapseResolvers {
  const { ClosingAccess, LapsePart } = lapseTypesOf(parts.Organization);

  @ObjectType({ description: 'What would close if an agreement ended today, by the agency where it would.' })
  class AgreementLapse {}

  @Resolver(() => AgreementLapse)
  class AgreementLapseResolver {
    @Query(() => AgreementLapse, {
      nullable: true,
      description:
        'What would close if an agreement ended today, in every agency. For staff of agencies and of the association; it tells of nobody.',
    })
    @Directive('@shareable')
    @Cost(SUMMARY_COST)
    lapseOf(
      @Arg('agreement', () => ID, { description: 'Agreement that would end.' }) agreement: string,
    ): AskedLapse {
      return { agreement };
    }

    @FieldResolver(() => LapsePart, { name: partName(parts.agency), nullable: true, description: PART })
    async part(
      @Root() { agreement }: AskedLapse,
      @Ctx() ctx: RequestContext,
      @Info() { schema }: GraphQLResolveInfo,
    ): Promise<PublishedLapse | null> {
      lapseService.assertAsks(ctx, agreement);
      if ((await parts.agreement({ id: agreement }, ctx)) === null) return null;
      return published(await lapseService.simulate(ctx, agreement, readableFieldsOf(schema)));
    }
  }

  return { whole: AgreementLapse, resolvers: [AgreementLapseResolver, edgesOf(parts, ClosingAccess)] };
}

/** What is named by its id becomes the agency's own object of it. */
function edgesOf({ Organization, organization }: LapseParts, ClosingAccess: ClassType<Closing>): ClassType {
  @Resolver(() => ClosingAccess)
  class ClosingAccessResolver {
    @FieldResolver(() => Organization, { nullable: true })
    provider(@Root() { provider: id }: Closing, @Ctx() ctx: RequestContext): unknown {
      return organization({ id }, ctx);
    }

    @FieldResolver(() => Organization, { nullable: true })
    recipient(@Root() { recipient: id }: Closing, @Ctx() ctx: RequestContext): unknown {
      return organization({ id }, ctx);
    }
  }
  return ClosingAccessResolver;
}

function published({ accesses, operations, people, ...lapse }: Lapse): PublishedLapse {
  return {
    ...{ ...lapse, people, suppressed: people === null },
    closing: [...accesses],
    operations: operations.map(({ clientClass, name }) => ({ clientClass, name })),
  };
}
