import { addDays } from '@simpul/kit/clock/clock';
import { pageOf } from '@simpul/kit/context/batch';
import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { type Page, type PageArguments, mapPage } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import { AgreementRow } from './agreement.entity';
import type { AgreementFilter } from './agreement.input';
import type { AgreementPartyRow } from './agreement-party.entity';
import { agreementPolicy } from './agreement.policy';
import {
  NEWEST_SIGNING,
  PARTS_BY_SIGNING,
  SOONEST_EXPIRY,
  agreementRepository,
} from './agreement.repository';

/** Ten years of days: beyond it a term is as good as open. */
const LONGEST_OUTLOOK = 3653;

/** The page of agreements that each of several organisations is asked for. */
interface OrganizationAgreements {
  readonly filter: AgreementFilter;
  readonly page: PageArguments;
}

export const agreementService = {
  async read(ctx: RequestContext, id: string): Promise<AgreementRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(agreementsById, id);
  },

  /** The agreement that another row names: its foreign key says that there is one. */
  async readNamed(ctx: RequestContext, id: string): Promise<AgreementRow> {
    const row = await ctx.load(agreementsById, id);
    if (!row) throw new Error('A row names an agreement that is not there.');
    return row;
  },

  async list(ctx: RequestContext, filter: AgreementFilter, page: PageArguments): Promise<Page<AgreementRow>> {
    checkFilter(new InputCheck().page(page), filter);
    const today = ctx.clock.today();
    const found = await ctx.page((db) => agreementRepository.select(db, filter, today), NEWEST_SIGNING, page);
    return mapPage(found, (row) => onDay(row, today));
  },

  async listExpiring(ctx: RequestContext, days: number, page: PageArguments): Promise<Page<AgreementRow>> {
    new InputCheck().page(page).range(['withinDays'], days, 0, LONGEST_OUTLOOK).done();
    const from = ctx.clock.today();
    const window = { from, to: addDays(from, days) };
    const found = await ctx.page(
      (db) => agreementRepository.selectExpiring(db, window),
      SOONEST_EXPIRY,
      page,
    );
    return mapPage(found, (row) => onDay(row, from));
  },

  async listOfOrganization(
    ctx: RequestContext,
    organizationId: string,
    asked: OrganizationAgreements,
  ): Promise<Page<AgreementRow>> {
    checkFilter(new InputCheck().page(asked.page), asked.filter);
    const found = await pageOf(ctx, partsOfOrganizations, organizationId, asked);
    const today = ctx.clock.today();
    return mapPage(found, (part) => onDay(agreementOf(part), today));
  },

  async listFollowUps(ctx: RequestContext, id: string): Promise<AgreementRow[]> {
    return (await ctx.load(followUpsOfAgreements, id)) ?? [];
  },
};

function checkFilter(check: InputCheck, { organization, region, text, ...filter }: AgreementFilter): void {
  check
    .id(['filter', 'organization'], organization)
    .region(['filter', 'region'], region)
    .period(['filter', 'signedTo'], filter.signedFrom, filter.signedTo)
    .text(['filter', 'text'], text, 200)
    .done();
}

function onDay(row: AgreementRow, day: string): AgreementRow {
  return Object.assign(new AgreementRow(), row, { status: agreementPolicy.statusOn(row, day) });
}

function agreementOf({ agreement }: AgreementPartyRow): AgreementRow {
  if (!agreement) throw new Error('A part was read without its agreement.');
  return agreement;
}

const agreementsById: Batch<AgreementRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => agreementRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, onDay(row, ctx.clock.today())]));
};

const followUpsOfAgreements: Batch<AgreementRow[]> = async (ctx, ids) => {
  const rows = await ctx.read((db) => agreementRepository.findFollowUps(db, ids));
  const today = ctx.clock.today();
  return grouped(
    rows.map((row) => onDay(row, today)),
    ({ followsUpId }) => followsUpId ?? '',
  );
};

const partsOfOrganizations: Batch<Page<AgreementPartyRow>, OrganizationAgreements> = (
  ctx,
  ids,
  { filter, page },
) =>
  ctx.pages(
    (db) => agreementRepository.selectParts(db, filter, ctx.clock.today()),
    { expression: 'part.organizationId', of: ({ organizationId }) => organizationId, ids },
    PARTS_BY_SIGNING,
    page,
  );
