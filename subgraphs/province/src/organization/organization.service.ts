import type { Batch, RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { OrganizationRow } from './organization.entity';
import type { OrganizationFilter } from './organization.input';
import { ORGANIZATION_NAME, organizationRepository } from './organization.repository';

export const organizationService = {
  async read(ctx: RequestContext, id: string): Promise<OrganizationRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(organizationsById, id);
  },

  /** The organisation that another row names: its foreign key says that there is one. */
  async readNamed(ctx: RequestContext, id: string): Promise<OrganizationRow> {
    const row = await ctx.load(organizationsById, id);
    if (!row) throw new Error('A row names an organisation that is not there.');
    return row;
  },

  async list(
    ctx: RequestContext,
    filter: OrganizationFilter,
    page: PageArguments,
  ): Promise<Page<OrganizationRow>> {
    new InputCheck()
      .page(page)
      .region(['filter', 'region'], filter.region)
      .text(['filter', 'text'], filter.text, 200)
      .done();
    return ctx.page((db) => organizationRepository.select(db, filter), ORGANIZATION_NAME, page);
  },
};

const organizationsById: Batch<OrganizationRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => organizationRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
};
