import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { UNIT_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ProgrammeRow } from './programme.entity';
import type { ProgrammeFilter } from './programme.input';
import { PROGRAMME_BY_NAME, type ProgrammeParent, programmeRepository } from './programme.repository';

export const programmeService = {
  async read(ctx: RequestContext, id: string): Promise<ProgrammeRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(programmesById, id);
  },

  /** A programme that a row of ours refers to, which is there by its foreign key. */
  async readReferred(ctx: RequestContext, id: string): Promise<ProgrammeRow> {
    const row = await ctx.load(programmesById, id);
    if (!row) throw new Error('A row refers to a programme that is not there.');
    return row;
  },

  async list(ctx: RequestContext, filter: ProgrammeFilter, page: PageArguments): Promise<Page<ProgrammeRow>> {
    new InputCheck()
      .page(page)
      .codes(['filter', 'competencyUnits'], filter.competencyUnits, ...UNIT_CODE)
      .text(['filter', 'text'], filter.text, 200)
      .done();
    return ctx.page((db) => programmeRepository.select(db, filter), PROGRAMME_BY_NAME, page);
  },

  async listTeaching(ctx: RequestContext, unitCode: string): Promise<ProgrammeRow[]> {
    return namedBy(ctx, 'COMPETENCY_UNIT', unitCode);
  },

  async listOfPathway(ctx: RequestContext, pathwayId: string): Promise<ProgrammeRow[]> {
    return namedBy(ctx, 'OVERSEAS_PATHWAY', pathwayId);
  },

  async listOccupations(ctx: RequestContext, programmeId: string): Promise<string[]> {
    return ((await ctx.load(occupationsOfProgrammes, programmeId)) ?? []).map(({ code }) => code);
  },
};

async function namedBy(ctx: RequestContext, kind: ProgrammeParent, parent: string): Promise<ProgrammeRow[]> {
  return ((await ctx.load(programmesNamedBy, parent, kind)) ?? []).map(({ programme }) => programme);
}

const programmesById = oneEach(
  (db, keys) => programmeRepository.findByIds(db, keys),
  ({ id }) => id,
);

const programmesNamedBy = manyEach(
  (db, parents, kind: ProgrammeParent) => programmeRepository.findNamedBy(db, kind, parents),
  ({ parent }) => parent,
);

const occupationsOfProgrammes = manyEach(
  (db, keys) => programmeRepository.findOccupations(db, keys),
  ({ programmeId }) => programmeId,
);
