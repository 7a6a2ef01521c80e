import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import { type PublishedCell, publishedCells } from '@simpul/kit/figures/suppression';
import type { PersonFilter } from '../person/person.input';
import { checkPersonFilter } from '../person/person.service';
import type { StepRow } from './journey.entity';
import { type StageCell, journeyRepository } from './journey.repository';
import type { JourneyDimension } from './journey.type';

export const journeyService = {
  /** A person's steps, oldest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly StepRow[]> {
    return (await ctx.load(stepsOfPeople, personId)) ?? [];
  },

  async summarize(
    ctx: RequestContext,
    filter: PersonFilter,
    groupBy: readonly JourneyDimension[],
  ): Promise<PublishedCell<StageCell>[]> {
    checkPersonFilter(filter).done();
    const today = ctx.clock.today();
    const cells = await ctx.tally((db) => journeyRepository.summarize(db, filter, new Set(groupBy), today));
    return publishedCells(cells, ['officeId', 'district', 'month'], ['stage']);
  },
};

async function stepsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, StepRow[]>> {
  const rows = await ctx.read((db) => journeyRepository.findStepsOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
