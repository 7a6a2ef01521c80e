import { insertRows } from '@simpul/kit/database/rows';
import { DEMO_TODAY } from '@simpul/schema/demo/calendar';
import { graduateEchoes } from '@simpul/schema/demo/echoes';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';

/** What the other agencies' events will tell later, as it stands at the start of the demonstration's day. */
const AS_OF = `${DEMO_TODAY}T00:00:00+07:00`;

export async function loadEchoes(db: EntityManager, story: StoryBlock): Promise<void> {
  await insertRows(
    db,
    'graduate_echo',
    graduateEchoes(story).map(({ personId, district, placedSince }) => ({
      person_id: personId,
      district_code: district,
      placed_since: placedSince,
      as_of: AS_OF,
      demo: true,
    })),
  );
  const open = story.vacancies.filter(({ status }) => status === 'OPEN' || status === 'PARTLY_FILLED');
  await insertRows(
    db,
    'vacancy_echo',
    open.map(({ id, employerId, occupation, workRegion, status, validUntil }) => ({
      vacancy_id: id,
      employer_id: employerId,
      occupation_code: occupation,
      work_region_code: workRegion,
      status,
      valid_until: validUntil,
      as_of: AS_OF,
      demo: true,
    })),
  );
  await insertRows(
    db,
    'vacancy_echo_unit',
    open.flatMap(({ id, units }) => units.map((unit) => ({ vacancy_id: id, unit_code: unit }))),
  );
}
