import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { published } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { TrainingClassRow } from '../training-class/training-class.entity';
import type { MatchRow } from './match.entity';
import { BEST_FIRST, type WantedByVacancy, matchRepository, unitSetKey } from './match.repository';

/** The page of candidates that each of several vacancies is asked for. */
interface CandidatesAsked {
  readonly region: string | null;
  readonly page: PageArguments;
}

/** Candidates of a vacancy with the units that it wants. */
export interface CandidatePage {
  readonly wanted: readonly string[];
  readonly page: Page<MatchRow>;
}

export const matchService = {
  /** People who fit the vacancy; null when so few that they could be told apart, or the vacancy is not open here. */
  async countGraduates(
    ctx: RequestContext,
    vacancyId: string,
    region: string | null,
  ): Promise<number | null> {
    new InputCheck().region(['region'], region).done();
    const vacancy = await ctx.load(openVacancies, vacancyId);
    if (!vacancy) return null;
    if (vacancy.units.length === 0) return 0;
    const holders = await ctx.load(holdersOfUnitSets, unitSetKey(vacancy.units), { region });
    return published(holders ?? 0);
  },

  /** Null when the vacancy is not open here. */
  async listCandidates(
    ctx: RequestContext,
    vacancyId: string,
    asked: CandidatesAsked,
  ): Promise<CandidatePage | null> {
    new InputCheck().region(['region'], asked.region).page(asked.page).done();
    const vacancy = await ctx.load(openVacancies, vacancyId);
    if (!vacancy) return null;
    const page = await ctx.load(candidatesOfVacancies, vacancyId, asked);
    if (!page) throw new Error('A batch of pages left out one of its parents.');
    return { wanted: vacancy.units, page };
  },

  /** The classes whose graduates come next; null when the vacancy is not open here. */
  async listNextGraduations(ctx: RequestContext, vacancyId: string): Promise<TrainingClassRow[] | null> {
    const vacancy = await ctx.load(openVacancies, vacancyId);
    if (!vacancy) return null;
    const next = (await ctx.load(nextClassesOfUnitSets, unitSetKey(vacancy.units))) ?? [];
    return next.map(({ trainingClass }) => trainingClass);
  },
};

const openVacancies: Batch<WantedByVacancy> = async (ctx, ids) => {
  const rows = await ctx.read((db) => matchRepository.findOpenVacancies(db, ids));
  return new Map(rows.map((row) => [row.vacancyId, row]));
};

const holdersOfUnitSets: Batch<number, { readonly region: string | null }> = async (
  ctx,
  unitSets,
  { region },
) => {
  const scope = { region, today: ctx.clock.today() };
  const rows = await ctx.read((db) => matchRepository.countHolders(db, unitSets, scope));
  return new Map(rows.map(({ key, people }) => [key, people]));
};

const candidatesOfVacancies: Batch<Page<MatchRow>, CandidatesAsked> = (ctx, ids, { region, page }) =>
  ctx.pages(
    (db) => matchRepository.selectCandidates(db, ids, { region, today: ctx.clock.today() }),
    { expression: 'candidate.vacancyId', of: ({ vacancyId }) => vacancyId, ids },
    BEST_FIRST,
    page,
  );

const nextClassesOfUnitSets: Batch<{ key: string; trainingClass: TrainingClassRow }[]> = async (
  ctx,
  unitSets,
) =>
  grouped(
    await ctx.read((db) => matchRepository.findNextClasses(db, unitSets, ctx.clock.today())),
    ({ key }) => key,
  );
