import type { RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { AvailabilityFindingRow } from './availability-finding.entity';
import { availabilityFindingRepository } from './availability-finding.repository';

type FoundLists = ReadonlyMap<string, AvailabilityFindingRow[]>;

export const availabilityFindingService = {
  async read(ctx: RequestContext, id: string): Promise<AvailabilityFindingRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(findingsById, id);
  },

  /** Findings made for a vacancy, newest first. */
  async listOfVacancy(ctx: RequestContext, vacancyId: string): Promise<readonly AvailabilityFindingRow[]> {
    new InputCheck().id(['id'], vacancyId).done();
    return (await ctx.load(findingsOfVacancies, vacancyId)) ?? [];
  },

  /** Findings that exempt an employer from a rule of a region today, newest first; made in it, or wide enough for it. */
  async listExemptions(
    ctx: RequestContext,
    employerId: string,
    region: string,
  ): Promise<readonly AvailabilityFindingRow[]> {
    const proofs = (await ctx.load(proofsOfEmployers, employerId)) ?? [];
    return proofs.filter(({ regionCode }) => isWithin(regionCode, region) || isWithin(region, regionCode));
  },
};

async function findingsById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AvailabilityFindingRow>> {
  const rows = await ctx.read((db) => availabilityFindingRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function findingsOfVacancies(ctx: RequestContext, ids: readonly string[]): Promise<FoundLists> {
  const rows = await ctx.read((db) => availabilityFindingRepository.findOfVacancies(db, ids));
  return grouped(rows, ({ vacancyId }) => vacancyId ?? '');
}

async function proofsOfEmployers(ctx: RequestContext, ids: readonly string[]): Promise<FoundLists> {
  const today = ctx.clock.today();
  const rows = await ctx.read((db) => availabilityFindingRepository.findProofsOfEmployers(db, ids, today));
  return grouped(rows, ({ employerId }) => employerId ?? '');
}

function isWithin(code: string, region: string): boolean {
  return code === region || code.startsWith(`${region}.`);
}
