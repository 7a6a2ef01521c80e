import { manyEach, oneEach, pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { published } from '@simpul/kit/figures/suppression';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { TrainingClassRow } from '../training-class/training-class.entity';
import { isMediator, mayLookThrough } from './match.policy';
import type { MatchRow } from './match.entity';
import {
  BEST_FIRST,
  BEST_FIRST_UNDATED,
  type MatchScope,
  matchRepository,
  unitSetKey,
} from './match.repository';

/** The day that decides what is open, valid and still to come. */
interface Day {
  readonly today: string;
}

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
    const vacancy = await ctx.load(openVacancies, vacancyId, { today: ctx.clock.today() });
    if (!vacancy) return null;
    if (vacancy.units.length === 0) return 0;
    const scope = { region, today: ctx.clock.today() };
    const holders = await ctx.load(holdersOfUnitSets, unitSetKey(vacancy.units), scope);
    return published(holders?.people ?? 0);
  },

  /** Null when the vacancy is not open here, or its candidates are not for this caller to see. */
  async listCandidates(
    ctx: RequestContext,
    vacancyId: string,
    asked: CandidatesAsked,
  ): Promise<CandidatePage | null> {
    new InputCheck().region(['region'], asked.region).page(asked.page).done();
    const vacancy = await ctx.load(openVacancies, vacancyId, { today: ctx.clock.today() });
    if (!vacancy || !mayLookThrough(ctx.identity, vacancy.employerId)) return null;
    return { wanted: vacancy.units, page: await pageOf(ctx, candidatesOfVacancies, vacancyId, asked) };
  },

  /** The classes whose graduates come next; null when the vacancy is not open here. */
  async listNextGraduations(ctx: RequestContext, vacancyId: string): Promise<TrainingClassRow[] | null> {
    const vacancy = await ctx.load(openVacancies, vacancyId, { today: ctx.clock.today() });
    if (!vacancy) return null;
    const today = ctx.clock.today();
    const next = await ctx.load(nextClassesOfUnitSets, unitSetKey(vacancy.units), { today });
    return (next ?? []).map(({ trainingClass }) => trainingClass);
  },
};

const openVacancies = oneEach(
  (db, ids, { today }: Day) => matchRepository.findOpenVacancies(db, ids, today),
  ({ vacancyId }) => vacancyId,
);

const holdersOfUnitSets = oneEach(
  (db, unitSets, scope: MatchScope) => matchRepository.countHolders(db, unitSets, scope),
  ({ key }) => key,
  'tally',
);

const candidatesOfVacancies: Batch<Page<MatchRow>, CandidatesAsked> = (ctx, ids, { region, page }) =>
  ctx.pages(
    (db) => matchRepository.selectCandidates(db, ids, { region, today: ctx.clock.today() }),
    { expression: 'candidate.vacancyId', of: ({ vacancyId }) => vacancyId, ids },
    isMediator(ctx.identity) ? BEST_FIRST : BEST_FIRST_UNDATED,
    page,
    // Strangers' rows, but nobody's: each under an id of its own for the vacancy.
    'tally',
  );

const nextClassesOfUnitSets = manyEach(
  (db, unitSets, { today }: Day) => matchRepository.findNextClasses(db, unitSets, today),
  ({ key }) => key,
);
