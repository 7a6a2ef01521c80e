import { manyEach, oneEach } from '@simpul/kit/context/batch';
import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { FacilityRow } from './facility.entity';
import { facilityRepository } from './facility.repository';
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

const facilitiesById = oneEach(
  (db, keys) => facilityRepository.findByIds(db, keys),
  ({ id }) => id,
);

const facilitiesOfProgrammes = manyEach(
  (db, keys) => facilityRepository.findNeeded(db, keys),
  ({ programmeId }) => programmeId,
);
