import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ClaimRow } from './claim.entity';
import { type FigureKey, claimRepository } from './claim.repository';

export const claimService = {
  async read(ctx: RequestContext, id: string): Promise<ClaimRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(claimsById, id);
  },

  /** The claim that a choice names: its foreign key says that there is one. */
  async readNamed(ctx: RequestContext, id: string): Promise<ClaimRow> {
    const row = await ctx.load(claimsById, id);
    if (!row) throw new Error('A choice names a claim that is not there.');
    return row;
  },

  async listOfFigure(ctx: RequestContext, figure: FigureKey): Promise<ClaimRow[]> {
    return (await ctx.load(claimsOfFigures, keyOf(figure))) ?? [];
  },
};

/** The key of a figure in a batch; a path holds no line feed. */
export function keyOf({ subject, predicate }: FigureKey): string {
  return `${subject}\n${predicate}`;
}

/** The figure of such a key. */
export function figureOf(key: string): FigureKey {
  const [subject = '', predicate = ''] = key.split('\n');
  return { subject, predicate };
}

const claimsById: Batch<ClaimRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => claimRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

const claimsOfFigures: Batch<ClaimRow[]> = async (ctx, keys) => {
  const rows = await ctx.read((db) => claimRepository.findByFigures(db, keys.map(figureOf)));
  return grouped(rows, keyOf);
};
