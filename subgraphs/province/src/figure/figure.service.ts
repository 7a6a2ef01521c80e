import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { FigureKey } from '../claim/claim.repository';
import { figureOf, keyOf } from '../claim/claim.service';
import type { FigureChoiceRow, FigureRow } from './figure.entity';
import { BY_MATTER, type FigureFilter, figureRepository } from './figure.repository';

const LONGEST_PATH = 300;

export const figureService = {
  async read(ctx: RequestContext, figure: FigureKey): Promise<FigureRow | null> {
    checkPath(new InputCheck(), figure);
    return ctx.load(figuresByKey, keyOf(figure));
  },

  async list(ctx: RequestContext, filter: FigureFilter, page: PageArguments): Promise<Page<FigureRow>> {
    checkPath(new InputCheck().page(page), filter);
    return ctx.page((db) => figureRepository.select(db, filter), BY_MATTER, page);
  },

  async listOfAgreement(
    ctx: RequestContext,
    agreementId: string,
    conflicting: boolean | null | undefined,
  ): Promise<FigureRow[]> {
    const rows = (await ctx.load(figuresOfAgreements, agreementId)) ?? [];
    return rows.filter((row) => conflicting == null || row.conflicting === conflicting);
  },

  /** Choices before the one that holds. */
  async listEarlierChoices(ctx: RequestContext, figure: FigureKey): Promise<FigureChoiceRow[]> {
    return ((await ctx.load(choicesOfFigures, keyOf(figure))) ?? []).slice(0, -1);
  },
};

function checkPath(check: InputCheck, { subject, predicate }: FigureFilter): void {
  check.text(['subject'], subject, LONGEST_PATH).text(['predicate'], predicate, LONGEST_PATH).done();
}

const figuresByKey: Batch<FigureRow> = async (ctx, keys) => {
  const rows = await ctx.read((db) => figureRepository.findByKeys(db, keys.map(figureOf)));
  return new Map(rows.map((row) => [keyOf(row), row]));
};

const figuresOfAgreements: Batch<FigureRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => figureRepository.findByAgreements(db, ids));
  return grouped(rows, ({ subject }) => subject.split('/')[1] ?? '');
};

const choicesOfFigures: Batch<FigureChoiceRow[]> = async (ctx, keys) => {
  const rows = await ctx.read((db) => figureRepository.findChoices(db, keys.map(figureOf)));
  return grouped(rows, keyOf);
};
