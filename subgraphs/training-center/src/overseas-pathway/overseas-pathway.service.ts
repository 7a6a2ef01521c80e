import { oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { COUNTRY_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { OverseasPathwayRow } from './overseas-pathway.entity';
import { type PathwayFilter, overseasPathwayRepository } from './overseas-pathway.repository';

export const overseasPathwayService = {
  async read(ctx: RequestContext, id: string): Promise<OverseasPathwayRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(pathwaysById, id);
  },

  async list(ctx: RequestContext, filter: PathwayFilter): Promise<OverseasPathwayRow[]> {
    new InputCheck().codes(['country'], filter.country, ...COUNTRY_CODE).done();
    return ctx.read((db) => overseasPathwayRepository.list(db, filter));
  },
};

const pathwaysById = oneEach(
  (db, keys) => overseasPathwayRepository.findByIds(db, keys),
  ({ id }) => id,
);
