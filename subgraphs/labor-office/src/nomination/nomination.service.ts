import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { NominationRow } from './nomination.entity';
import { nominationRepository } from './nomination.repository';

export const nominationService = {
  async read(ctx: RequestContext, id: string): Promise<NominationRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(nominationsById, id);
  },

  /** A person's nominations, newest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly NominationRow[]> {
    return (await ctx.load(nominationsOfPeople, personId)) ?? [];
  },
};

async function nominationsById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NominationRow>> {
  const rows = await ctx.read((db) => nominationRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function nominationsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, NominationRow[]>> {
  const rows = await ctx.read((db) => nominationRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
