import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { FinancingCaseRow } from './financing-case.entity';
import { financingCaseRepository } from './financing-case.repository';

type Found = ReadonlyMap<string, FinancingCaseRow>;

export const financingCaseService = {
  async read(ctx: RequestContext, id: string): Promise<FinancingCaseRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(financingById, id);
  },

  /** A person's loans, newest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly FinancingCaseRow[]> {
    return (await ctx.load(financingOfPeople, personId)) ?? [];
  },

  /** The loan behind an overseas case; the newest, if one was refused before. */
  async findOfOverseasCase(ctx: RequestContext, caseId: string): Promise<FinancingCaseRow | null> {
    return ctx.load(financingOfCases, caseId);
  },
};

async function financingById(ctx: RequestContext, ids: readonly string[]): Promise<Found> {
  const rows = await ctx.read((db) => financingCaseRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function financingOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, FinancingCaseRow[]>> {
  const rows = await ctx.read((db) => financingCaseRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}

async function financingOfCases(ctx: RequestContext, caseIds: readonly string[]): Promise<Found> {
  const rows = await ctx.read((db) => financingCaseRepository.findOfOverseasCases(db, caseIds));
  return new Map(rows.map((row) => [row.overseasCaseId, row]));
}
