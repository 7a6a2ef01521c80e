import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { COUNTRY_CODE, OCCUPATION_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { PersonRow } from './person.entity';
import type { PersonFilter } from './person.input';
import { BY_ID, personRepository } from './person.repository';

/** A century: nobody waits longer, and a day before the first of the calendar is no day. */
const MOST_DAYS = 36_525;

export const personService = {
  async read(ctx: RequestContext, id: string): Promise<PersonRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(peopleById, id);
  },

  async list(ctx: RequestContext, filter: PersonFilter, page: PageArguments): Promise<Page<PersonRow>> {
    checkPersonFilter(filter).page(page).done();
    const today = ctx.clock.today();
    return ctx.page((db) => personRepository.select(db, filter, today), BY_ID, page);
  },
};

/** What a filter over people must be like, wherever it narrows them. */
export function checkPersonFilter(filter: PersonFilter): InputCheck {
  return new InputCheck()
    .id(['filter', 'office'], filter.office)
    .region(['filter', 'region'], filter.region)
    .range(['filter', 'minDaysInStage'], filter.minDaysInStage, 0, MOST_DAYS)
    .codes(['filter', 'interestedIn'], filter.interestedIn, ...OCCUPATION_CODE)
    .codes(['filter', 'countries'], filter.countries, ...COUNTRY_CODE);
}

async function peopleById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  const rows = await ctx.read((db) => personRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
