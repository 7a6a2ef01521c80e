import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ClauseRow } from './clause.entity';
import { clauseRepository } from './clause.repository';

export const clauseService = {
  async read(ctx: RequestContext, id: string): Promise<ClauseRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(clausesById, id);
  },

  async listOfAgreement(ctx: RequestContext, agreementId: string): Promise<ClauseRow[]> {
    return (await ctx.load(clausesOfAgreements, agreementId)) ?? [];
  },
};

const clausesById: Batch<ClauseRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => clauseRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

const clausesOfAgreements: Batch<ClauseRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => clauseRepository.findByAgreements(db, ids));
  return grouped(rows, ({ agreementId }) => agreementId);
};
