import { oneEach } from '@simpul/kit/context/batch';
import { grouped } from '@simpul/kit/context/grouped';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { SimpulError } from '@simpul/kit/errors/errors';
import { changesConsents } from './consent-giving.policy';
import type { ConsentRow } from './consent.entity';
import { consentRepository } from './consent.repository';

export const consentService = {
  /** A person's consents, newest first; if asked, only those that hold today. */
  async listOfPerson(ctx: RequestContext, personId: string, active: boolean): Promise<readonly ConsentRow[]> {
    const rows = (await ctx.load(consentsOfPeople, personId)) ?? [];
    const today = ctx.clock.today();
    return active ? rows.filter((row) => row.statusOn(today) === 'GIVEN') : rows;
  },

  /** Refuses callers who change nobody's consents, before anybody is looked for. */
  assertChanges(ctx: RequestContext): void {
    if (changesConsents(ctx)) return;
    throw new SimpulError(
      'FORBIDDEN',
      'Consents are given and withdrawn by citizens for themselves, with the purpose SUBJECT_ACCESS, or at their labour office, with any purpose.',
    );
  },

  async read(ctx: RequestContext, id: string): Promise<ConsentRow | null> {
    return ctx.load(consentsById, id);
  },

  /** The consent that a change of the caller's made or moved, unless its rights have ended since. */
  async readNamed(ctx: RequestContext, id: string): Promise<ConsentRow> {
    const row = await ctx.load(consentsById, id);
    if (!row) throw new SimpulError('NOT_FOUND', 'The consent is not known to this caller any more.');
    return row;
  },
};

const consentsById: Batch<ConsentRow> = oneEach(
  (db, ids) => consentRepository.findByIds(db, ids),
  ({ id }) => id,
);

async function consentsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ConsentRow[]>> {
  const rows = await ctx.read((db) => consentRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
