import { DEMO_TODAY } from '@simpul/schema/demo/calendar';
import { agreementActivity } from '@simpul/schema/demo/echoes';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import { agreementId } from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';

/** Adds what one block's classes and placements brought about to the echo; the block's transaction adds it once only. */
export async function addDemoActivity(db: EntityManager, story: StoryBlock): Promise<void> {
  const told = agreementActivity(story).filter(
    ({ classes, placements }) => classes > 0 || placements.size > 0,
  );
  await db.query(
    `INSERT INTO agreement_activity (agreement_id, classes, seats, as_of, demo)
     SELECT agreement_id, classes, seats, $2, true
     FROM json_to_recordset($1) AS told (agreement_id uuid, classes integer, seats integer)
     ON CONFLICT (agreement_id) DO UPDATE SET
       classes = agreement_activity.classes + excluded.classes, seats = agreement_activity.seats + excluded.seats`,
    [
      JSON.stringify(
        told.map(({ agreement, classes, seats }) => ({
          agreement_id: agreementId(agreement),
          classes,
          seats,
        })),
      ),
      `${DEMO_TODAY}T06:00:00+07:00`,
    ],
  );
  const placements = told.flatMap(({ agreement, placements: schemes }) =>
    [...schemes].map(([scheme, placed]) => ({ agreement_id: agreementId(agreement), scheme, placed })),
  );
  await db.query(
    `INSERT INTO agreement_placement (agreement_id, scheme, placed)
     SELECT * FROM json_to_recordset($1) AS told (agreement_id uuid, scheme text, placed integer)
     ON CONFLICT (agreement_id, scheme) DO UPDATE SET placed = agreement_placement.placed + excluded.placed`,
    [JSON.stringify(placements)],
  );
}
