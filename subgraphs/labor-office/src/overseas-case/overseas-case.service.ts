import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { OverseasCaseRow } from './overseas-case.entity';
import { overseasCaseRepository } from './overseas-case.repository';

export const overseasCaseService = {
  async read(ctx: RequestContext, id: string): Promise<OverseasCaseRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(casesById, id);
  },

  /** A person's overseas cases, newest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly OverseasCaseRow[]> {
    return (await ctx.load(casesOfPeople, personId)) ?? [];
  },
};

async function casesById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OverseasCaseRow>> {
  const rows = await ctx.read((db) => overseasCaseRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function casesOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, OverseasCaseRow[]>> {
  const rows = await ctx.read((db) => overseasCaseRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
