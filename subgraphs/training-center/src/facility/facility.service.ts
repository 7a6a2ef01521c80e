import type { Batch, RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { FacilityRow } from './facility.entity';
import { type NeededFacility, facilityRepository } from './facility.repository';
import type { FacilityCapability } from './facility.type';

export const facilityService = {
  async read(ctx: RequestContext, id: string): Promise<FacilityRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(facilitiesById, id);
  },

  async list(ctx: RequestContext, capability: FacilityCapability | null): Promise<FacilityRow[]> {
    return ctx.read((db) => facilityRepository.list(db, capability));
  },

  async listOfProgramme(ctx: RequestContext, programmeId: string): Promise<FacilityRow[]> {
    return ((await ctx.load(facilitiesOfProgrammes, programmeId)) ?? []).map(({ facility }) => facility);
  },
};

const facilitiesById: Batch<FacilityRow> = async (ctx, ids) => {
  const rows = await ctx.read((db) => facilityRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

const facilitiesOfProgrammes: Batch<NeededFacility[]> = async (ctx, ids) =>
  grouped(await ctx.read((db) => facilityRepository.findNeeded(db, ids)), ({ programmeId }) => programmeId);
