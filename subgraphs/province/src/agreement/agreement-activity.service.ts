import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { AgreementActivityRow, AgreementPlacementRow } from './agreement-activity.entity';
import { agreementActivityRepository } from './agreement-activity.repository';
import type { AgreementFilter } from './agreement.input';

/** What was told of one agreement. */
interface Told {
  readonly activity: AgreementActivityRow;
  readonly placements: readonly AgreementPlacementRow[];
}

export const agreementActivityService = {
  async read(ctx: RequestContext, agreementId: string): Promise<Told | null> {
    return ctx.load(toldOfAgreements, agreementId);
  },

  /** State of the echo for a list whose filter asked it. */
  async asOf(ctx: RequestContext, filter: AgreementFilter | null | undefined): Promise<Date | null> {
    if (filter?.hasOutput == null) return null;
    return ctx.read((db) => agreementActivityRepository.findLatest(db));
  },
};

const toldOfAgreements: Batch<Told> = (ctx, ids) =>
  ctx.read(async (db) => {
    const activities = await agreementActivityRepository.findByAgreements(db, ids);
    const placements = grouped(
      await agreementActivityRepository.findPlacements(db, ids),
      ({ agreementId }) => agreementId,
    );
    return new Map(
      activities.map((activity) => [
        activity.agreementId,
        { activity, placements: placements.get(activity.agreementId) ?? [] },
      ]),
    );
  });
