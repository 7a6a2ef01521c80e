import { grouped } from '@simpul/kit/context/grouped';
import type { RequestContext } from '@simpul/kit/context/context';
import type { Page, PageArguments } from '@simpul/kit/database/page';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { RegistrationRow } from './registration.entity';
import type { RegistrationFilter } from './registration.input';
import { REPORT_DUE_FIRST, registrationRepository } from './registration.repository';

export const registrationService = {
  async read(ctx: RequestContext, id: string): Promise<RegistrationRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(registrationsById, id);
  },

  async list(
    ctx: RequestContext,
    filter: RegistrationFilter,
    page: PageArguments,
  ): Promise<Page<RegistrationRow>> {
    new InputCheck()
      .page(page)
      .id(['filter', 'office'], filter.office)
      .region(['filter', 'region'], filter.region)
      .done();
    const today = ctx.clock.today();
    return ctx.page((db) => registrationRepository.select(db, filter, today), REPORT_DUE_FIRST, page);
  },

  /** State of other agencies' facts that the filter used. */
  async findAsOf(ctx: RequestContext, filter: RegistrationFilter): Promise<Date | null> {
    return filter.enrolledOrPlaced == null
      ? null
      : ctx.tally((db) => registrationRepository.findEchoState(db));
  },

  /** All of a person's registrations, newest first. */
  async listOfPerson(ctx: RequestContext, personId: string): Promise<readonly RegistrationRow[]> {
    return (await ctx.load(registrationsOfPeople, personId)) ?? [];
  },

  /** The registration that is in force today. Of two, which there ought not to be, the older one came by right. */
  async findCurrent(ctx: RequestContext, personId: string): Promise<RegistrationRow | null> {
    const today = ctx.clock.today();
    const inForce = (await registrationService.listOfPerson(ctx, personId)).filter((row) => {
      const status = row.statusOn(today);
      return status === 'ACTIVE' || status === 'DUE_REPORT';
    });
    return inForce.at(-1) ?? null;
  },
};

async function registrationsById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegistrationRow>> {
  const rows = await ctx.read((db) => registrationRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function registrationsOfPeople(
  ctx: RequestContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, RegistrationRow[]>> {
  const rows = await ctx.read((db) => registrationRepository.findOfPeople(db, personIds));
  return grouped(rows, ({ personId }) => personId);
}
