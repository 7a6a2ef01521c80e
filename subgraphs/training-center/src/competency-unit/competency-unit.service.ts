import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { CompetencyUnitRow } from './competency-unit.entity';
import { competencyUnitRepository } from './competency-unit.repository';

export const competencyUnitService = {
  async read(ctx: RequestContext, code: string): Promise<CompetencyUnitRow | null> {
    return ctx.load(unitsByCode, code);
  },

  /** The units of a row that names them, in its order; a code that is no longer listed is left out. */
  async readMany(ctx: RequestContext, codes: readonly string[]): Promise<CompetencyUnitRow[]> {
    const units = await Promise.all(codes.map((code) => ctx.load(unitsByCode, code)));
    return units.filter((unit) => unit !== null);
  },

  async listOfProgramme(ctx: RequestContext, programmeId: string): Promise<CompetencyUnitRow[]> {
    return (await ctx.load(unitsOfProgrammes, programmeId)) ?? [];
  },
};

const unitsByCode: Batch<CompetencyUnitRow> = async (ctx, codes) => {
  const rows = await ctx.read((db) => competencyUnitRepository.findByCodes(db, codes));
  return new Map(rows.map((row) => [row.code, row]));
};

const unitsOfProgrammes: Batch<CompetencyUnitRow[]> = async (ctx, ids) =>
  grouped(
    await ctx.read((db) => competencyUnitRepository.findTaught(db, ids)),
    ({ programmeId }) => programmeId,
  );
