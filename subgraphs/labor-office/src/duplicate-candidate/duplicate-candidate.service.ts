import type { RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { DuplicateCandidateRow } from './duplicate-candidate.entity';
import type { DuplicateFilter } from './duplicate-candidate.input';
import { MOST_ALIKE, duplicateCandidateRepository } from './duplicate-candidate.repository';

export const duplicateCandidateService = {
  async read(ctx: RequestContext, id: string): Promise<DuplicateCandidateRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(candidatesById, id);
  },

  async list(
    ctx: RequestContext,
    filter: DuplicateFilter,
    page: PageArguments,
  ): Promise<Page<DuplicateCandidateRow>> {
    new InputCheck().page(page).id(['filter', 'person'], filter.person).done();
    return ctx.page((db) => duplicateCandidateRepository.select(db, filter), MOST_ALIKE, page);
  },

  /** Pairs in which a person is, most alike first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly DuplicateCandidateRow[]> {
    return (await ctx.load(candidatesOfPeople, personId)) ?? [];
  },
};

async function candidatesById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DuplicateCandidateRow>> {
  const rows = await ctx.read((db) => duplicateCandidateRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function candidatesOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, DuplicateCandidateRow[]>> {
  const rows = await ctx.read((db) => duplicateCandidateRepository.findOfPeople(db, personIds));
  const sides = rows.flatMap((row) => [
    { personId: row.firstPersonId, row },
    { personId: row.secondPersonId, row },
  ]);
  const bySide = grouped(sides, ({ personId }) => personId);
  return new Map([...bySide].map(([personId, of]) => [personId, of.map(({ row }) => row)]));
}
