import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
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
      .codes(['filter', 'occupations'], filter.occupations, /^\d{1,6}$/, '7212 (KBJI)')
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

async function demandsById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SkillDemandRow>> {
  const rows = await ctx.read((db) => skillDemandRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function demandsOfEmployers(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SkillDemandRow[]>> {
  const rows = await ctx.read((db) => skillDemandRepository.findOfEmployers(db, ids));
  return new Map(ids.map((id) => [id, rows.filter(({ employerId }) => employerId === id)]));
}

const demandsOfProgrammes: Batch<SkillDemandRow[], { region: string | null }> = async (
  ctx,
  ids,
  { region },
) => {
  const rows = await ctx.read((db) => skillDemandRepository.findOfProgrammes(db, ids, region));
  return new Map(ids.map((id) => [id, rows.filter(({ programmeId }) => programmeId === id)]));
};
