import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { UNIT_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { CompetencyUnitRow } from './competency-unit.entity';
import { competencyUnitRepository } from './competency-unit.repository';

export const competencyUnitService = {
  async read(ctx: RequestContext, code: string): Promise<CompetencyUnitRow | null> {
    new InputCheck().codes(['code'], code, ...UNIT_CODE).done();
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

const unitsByCode = oneEach(
  (db, keys) => competencyUnitRepository.findByCodes(db, keys),
  ({ code }) => code,
);

const unitsOfProgrammes = manyEach(
  (db, keys) => competencyUnitRepository.findTaught(db, keys),
  ({ programmeId }) => programmeId,
);
