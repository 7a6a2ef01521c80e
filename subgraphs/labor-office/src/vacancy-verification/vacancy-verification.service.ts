import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { VacancyVerificationRow } from './vacancy-verification.entity';
import { vacancyVerificationRepository } from './vacancy-verification.repository';

export const vacancyVerificationService = {
  /** The office's word on a vacancy's report; null while it has no report. */
  async findOfVacancy(ctx: RequestContext, vacancyId: string): Promise<VacancyVerificationRow | null> {
    new InputCheck().id(['id'], vacancyId).done();
    return ctx.load(verificationsOfVacancies, vacancyId);
  },
};

async function verificationsOfVacancies(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VacancyVerificationRow>> {
  const rows = await ctx.read((db) => vacancyVerificationRepository.findOfVacancies(db, ids));
  return new Map(rows.map((row) => [row.vacancyId, row]));
}
