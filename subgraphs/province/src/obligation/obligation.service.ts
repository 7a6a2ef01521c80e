import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { ObligationRow } from './obligation.entity';
import { obligationPolicy } from './obligation.policy';
import { obligationRepository } from './obligation.repository';
import type { ObligationStatus } from './obligation.type';

/** An obligation and where it stands today. */
export interface ObligationToday {
  readonly row: ObligationRow;
  readonly status: ObligationStatus;
}

/** Narrows the obligations of an agreement. */
export interface ObligationsAsked {
  readonly status?: readonly ObligationStatus[] | null | undefined;
  readonly obligor?: string | null | undefined;
}

export const obligationService = {
  async listOfAgreement(
    ctx: RequestContext,
    agreementId: string,
    { status, obligor }: ObligationsAsked,
  ): Promise<ObligationToday[]> {
    new InputCheck().id(['obligor'], obligor).done();
    const owed = today(ctx, await ctx.load(obligationsOfAgreements, agreementId));
    return owed.filter(
      (one) => (status?.includes(one.status) ?? true) && (obligor == null || one.row.obligorId === obligor),
    );
  },

  async listOfClause(ctx: RequestContext, clauseId: string): Promise<ObligationToday[]> {
    return today(ctx, await ctx.load(obligationsOfClauses, clauseId));
  },
};

function today(ctx: RequestContext, rows: readonly ObligationRow[] | null): ObligationToday[] {
  const day = ctx.clock.today();
  return (rows ?? []).map((row) => ({ row, status: obligationPolicy.statusOn(row, day) }));
}

const obligationsOfAgreements: Batch<ObligationRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => obligationRepository.findByAgreements(db, ids));
  return grouped(rows, ({ clause }) => clause?.agreementId ?? '');
};

const obligationsOfClauses: Batch<ObligationRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => obligationRepository.findByClauses(db, ids));
  return grouped(rows, ({ clauseId }) => clauseId);
};
