import type { RequestContext } from '../context/context';
import { SimpulError } from '../errors/errors';
import { published } from '../figures/suppression';
import type { ReadableField } from '../graphql/guard/personal-fields';
import { InputCheck } from '../input/input-check';
import { type RegisteredOperation, registeredOperations } from '../operations/operation-fields';
import { Closing, type ClosingAccess } from './closing';
import { mayAskForLapse } from './lapse.policy';
import { lapseRepository } from './lapse.repository';
import { AffectedPeople, type PeopleAffected } from './people-affected';

/** What would close at one agency if an agreement ended today. */
export interface Lapse {
  readonly bundleVersion: number | null;
  readonly accesses: readonly ClosingAccess[];
  /** Null where there are so few that they could be told apart. */
  readonly people: number | null;
  readonly demo: boolean;
  readonly operations: readonly RegisteredOperation[];
}

const NOBODY: PeopleAffected = { people: 0, demo: false };

export const lapseService = {
  /** Refuses callers who do not work with agreements, and ids that are none. */
  assertAsks({ identity }: RequestContext, agreement: string): void {
    if (!mayAskForLapse(identity))
      throw new SimpulError(
        'FORBIDDEN',
        'What hangs on an agreement is told to staff of agencies and of the association.',
      );
    new InputCheck().id(['agreement'], agreement).done();
  },

  /** What would close; `fields` are the personal fields of the agency. */
  async simulate(ctx: RequestContext, agreement: string, fields: readonly ReadableField[]): Promise<Lapse> {
    const closing = new Closing(ctx.policy, agreement, fields, ctx.clock.today());
    const closed = new Set(closing.accesses.flatMap((access) => access.fields));
    const isAffected = ({ fields: selected }: RegisteredOperation): boolean =>
      [...selected].some((field) => closed.has(field));
    const { people, demo } = await countAffected(ctx, closing);
    return {
      ...{ bundleVersion: ctx.policy.bundleVersion, accesses: closing.accesses, demo },
      people: published(people),
      operations: closed.size === 0 ? [] : (await registeredOperations()).filter(isAffected),
    };
  },
};

async function countAffected(ctx: RequestContext, closing: Closing): Promise<PeopleAffected> {
  const affected = new AffectedPeople(closing);
  if (affected.ways.length === 0) return NOBODY;
  const today = ctx.clock.today();
  return affected.among(await ctx.tally((db) => lapseRepository.countReached(db, affected.ways, today)));
}
