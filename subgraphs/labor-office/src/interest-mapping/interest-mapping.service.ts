import { grouped } from '@simpul/kit/context/grouped';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { SMALLEST_CELL } from '@simpul/kit/figures/suppression';
import { OCCUPATION_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { InterestMappingRow } from './interest-mapping.entity';
import { interestMappingRepository } from './interest-mapping.repository';

export const interestMappingService = {
  /** A person's mappings of interests, newest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly InterestMappingRow[]> {
    return (await ctx.load(mappingsOfPeople, personId)) ?? [];
  },

  /** Registered job seekers interested in an occupation; null when they are too few to be told. */
  async countCandidates(
    ctx: RequestContext,
    occupation: string,
    region: string | null,
  ): Promise<number | null> {
    new InputCheck()
      .codes(['code'], occupation, ...OCCUPATION_CODE)
      .region(['region'], region)
      .done();
    const count = (await ctx.load(candidatesByOccupation, occupation, region)) ?? 0;
    return count < SMALLEST_CELL ? null : count;
  },
};

async function mappingsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, InterestMappingRow[]>> {
  const rows = await ctx.read((db) => interestMappingRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}

const candidatesByOccupation: Batch<number, string | null> = (ctx, occupations, region) => {
  const today = ctx.clock.today();
  return ctx.tally((db) => interestMappingRepository.countCandidates(db, occupations, region, today));
};
