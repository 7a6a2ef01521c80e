import { insertRows } from '@simpul/kit/database/rows';
import { type FacilitySlug, facilityId, programmeId } from '@simpul/schema/contract/ids';
import { DEMO_UNITS, UNIT_VERSION } from '@simpul/schema/demo/codes';
import { DEMO_PROGRAMMES, type DemoProgrammeSlug } from '@simpul/schema/demo/programmes';
import type { EntityManager } from 'typeorm';
import type { FacilityCapability } from '../facility/facility.type';

const FACILITIES: readonly (readonly [slug: FacilitySlug, name: string, capability: FacilityCapability])[] = [
  ['DEMO-BENGKEL-SABLON', 'Bengkel sablon (demo)', 'SCREEN_PRINTING'],
  ['DEMO-DAPUR-BARISTA', 'Dapur barista (demo)', 'BARISTA'],
  ['DEMO-LAHAN-AGROFORESTRI', 'Lahan agroforestri (demo)', 'AGROFORESTRY'],
  ['DEMO-RUANG-KELAS', 'Ruang kelas (demo)', 'CLASSROOM'],
];

const TAUGHT = (Object.keys(DEMO_PROGRAMMES) as DemoProgrammeSlug[]).map((slug) => ({
  programme_id: programmeId(slug),
  ...DEMO_PROGRAMMES[slug],
}));

/** Rooms, units and occupations that the demonstration gives the recorded programmes. */
export async function loadCatalogue(db: EntityManager): Promise<void> {
  await insertRows(
    db,
    'competency_unit',
    Object.entries(DEMO_UNITS).map(([code, title]) => ({ code, title, version: UNIT_VERSION })),
  );
  await insertRows(
    db,
    'facility',
    FACILITIES.map(([slug, name, capability]) => ({
      ...{ id: facilityId(slug), name, capabilities: [capability], region_code: null },
      ...{ claim_ids: [], sources: [], demo: true },
    })),
  );
  await insertRows(
    db,
    'programme_unit',
    TAUGHT.flatMap(({ programme_id, units }) =>
      units.map((unit) => ({ programme_id, unit_code: unit, demo: true })),
    ),
  );
  await insertRows(
    db,
    'programme_occupation',
    TAUGHT.flatMap(({ programme_id, occupations }) =>
      occupations.map((code) => ({ programme_id, occupation_code: code, demo: true })),
    ),
  );
  await insertRows(
    db,
    'programme_facility',
    TAUGHT.map(({ programme_id, facility }) => ({
      programme_id,
      facility_id: facilityId(facility),
      demo: true,
    })),
  );
}
