import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import type { ConsentRow } from './consent.entity';
import { consentRepository } from './consent.repository';

export const consentService = {
  /** A person's consents, newest first; if asked, only those that hold today. */
  async listOfPerson(ctx: RequestContext, personId: string, active: boolean): Promise<readonly ConsentRow[]> {
    const rows = (await ctx.load(consentsOfPeople, personId)) ?? [];
    const today = ctx.clock.today();
    return active ? rows.filter((row) => row.statusOn(today) === 'GIVEN') : rows;
  },
};

async function consentsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ConsentRow[]>> {
  const rows = await ctx.read((db) => consentRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
