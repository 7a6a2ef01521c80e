import 'reflect-metadata';
import type { Agency } from '@simpul/kit/agency/agency';
import { auditUnavailable } from '@simpul/kit/audit/audit-unavailable';
import type { RequestContext } from '@simpul/kit/context/context';
import { appendEvent } from '@simpul/kit/write/event';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

@ObjectType()
class Guest {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  room!: number;
}

/** The id of a guest, by room. */
export function guestIn(room: number): string {
  return `00000000-0000-4000-8000-${String(room).padStart(12, '0')}`;
}

const guest = (room: number): Guest => Object.assign(new Guest(), { id: guestIn(room), room });

@Resolver(() => Guest)
class GuestResolver {
  @Query(() => [Guest], { nullable: true })
  guests(@Arg('rooms', () => Int) rooms: number): Guest[] {
    return Array.from({ length: rooms }, (_, index) => guest(index + 1));
  }

  @Query(() => String, { nullable: true })
  diary(@Ctx() ctx: RequestContext): null {
    ctx.disclosures.refused('Guest.diary');
    return null;
  }

  @Mutation(() => Guest, { nullable: true })
  async welcome(@Arg('room', () => Int) room: number, @Ctx() ctx: RequestContext): Promise<Guest> {
    await ctx.transact(async (db) => {
      const [last]: { version: number | null }[] = await db.query(
        'SELECT max(aggregate_version) AS version FROM event WHERE aggregate_id = $1',
        [guestIn(room)],
      );
      await appendEvent(ctx, db, {
        ...{ aggregateType: 'Guest', aggregateId: guestIn(room), aggregateVersion: (last?.version ?? 0) + 1 },
        ...{ type: 'GuestWelcomed', payload: { room }, demo: true, people: [guestIn(room)] },
      });
    });
    return guest(room);
  }

  @FieldResolver(() => String, { nullable: true })
  name(@Root() { id, room }: Guest, @Ctx() { disclosures }: RequestContext): string {
    if (disclosures.closed) throw auditUnavailable('Guest.name');
    disclosures.add({ type: 'Guest', field: 'name', person: id, grant: null, masked: false });
    return `Guest ${String(room)}`;
  }
}

/** A small agency that shows guests by name and without, for tests of what every agency does. */
export function guestHouse(name: string): Agency {
  return {
    name,
    // It has no tables of its own.
    migrations: __dirname,
    entities: [],
    schema: { resolvers: [GuestResolver], orphanedTypes: [], references: {}, people: {} },
    consents: 'HEARD',
    seed: {
      factsVersion: 1,
      loadFacts: () => Promise.resolve(),
      loadDemoBlock: () => Promise.resolve(),
      basesOf: () => [],
      finishDemo: () => Promise.resolve(),
    },
  };
}
