import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { OCCUPATION_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { SkillDemandRow } from './skill-demand.entity';
import type { SkillDemandFilter } from './skill-demand.input';
import { skillDemandRepository, SOONEST_DEMAND } from './skill-demand.repository';

export const skillDemandService = {
  async read(ctx: RequestContext, id: string): Promise<SkillDemandRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(demandsById, id);
  },

  async list(
    ctx: RequestContext,
    filter: SkillDemandFilter,
    page: PageArguments,
  ): Promise<Page<SkillDemandRow>> {
    new InputCheck()
      .page(page)
      .region(['filter', 'region'], filter.region)
      .id(['filter', 'employer'], filter.employer)
      .id(['filter', 'agreement'], filter.agreement)
      .codes(['filter', 'occupations'], filter.occupations, ...OCCUPATION_CODE)
      .range(['filter', 'minHeadcount'], filter.minHeadcount, 0, 1_000_000)
      .done();
    return ctx.page((db) => skillDemandRepository.select(db, filter), SOONEST_DEMAND, page);
  },

  async listOfEmployer(ctx: RequestContext, employerId: string): Promise<SkillDemandRow[]> {
    return (await ctx.load(demandsOfEmployers, employerId)) ?? [];
  },

  async listOfProgramme(
    ctx: RequestContext,
    programmeId: string,
    region: string | null,
  ): Promise<SkillDemandRow[]> {
    new InputCheck().region(['region'], region).done();
    return (await ctx.load(demandsOfProgrammes, programmeId, { region })) ?? [];
  },
};

const demandsById = oneEach(
  (db, ids) => skillDemandRepository.findByIds(db, ids),
  ({ id }) => id,
);

const demandsOfEmployers = manyEach(
  (db, ids) => skillDemandRepository.findOfEmployers(db, ids),
  ({ employerId }) => employerId ?? '',
);

const demandsOfProgrammes = manyEach(
  (db, ids, asked: { region: string | null }) => skillDemandRepository.findOfProgrammes(db, ids, asked),
  ({ programmeId }) => programmeId ?? '',
);
