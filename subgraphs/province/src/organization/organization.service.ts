import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { OrganizationRow } from './organization.entity';
import type { OrganizationFilter } from './organization.input';
import { ORGANIZATION_NAME, organizationRepository } from './organization.repository';

/** Characters of a name, an alias, or both. */
const LONGEST_SEARCH = 200;

export const organizationService = {
  async read(ctx: RequestContext, id: string): Promise<OrganizationRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(organizationsById, id);
  },

  /** The organisation that another row must name; a foreign key keeps it from vanishing. */
  async readNamed(ctx: RequestContext, id: string): Promise<OrganizationRow> {
    const named = await ctx.load(organizationsById, id);
    if (named) return named;
    throw new Error('An organisation is named that is not there.');
  },

  /** The organisation that another row may name. */
  async readIfNamed(ctx: RequestContext, id: string | null): Promise<OrganizationRow | null> {
    return id === null ? null : ctx.load(organizationsById, id);
  },

  async list(
    ctx: RequestContext,
    filter: OrganizationFilter,
    page: PageArguments,
  ): Promise<Page<OrganizationRow>> {
    const { region, text } = filter;
    const check = new InputCheck().page(page).text(['filter', 'text'], text, LONGEST_SEARCH);
    check.region(['filter', 'region'], region).done();
    return ctx.page((db) => organizationRepository.select(db, filter), ORGANIZATION_NAME, page);
  },
};

const organizationsById: Batch<OrganizationRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => organizationRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
};
