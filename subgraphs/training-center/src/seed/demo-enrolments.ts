import { type NewRow, insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { allocationId } from '@simpul/schema/contract/ids';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EnrolmentStage, StoryEnrolment } from '@simpul/schema/demo/training.types';
import type { EntityManager } from 'typeorm';

/** Why people leave, by the stage that they leave for. */
const REASONS: Partial<Record<EnrolmentStage, readonly string[]>> = {
  DROPPED: ['Diterima bekerja (demo)', 'Alasan keluarga (demo)', 'Jadwal tidak cocok (demo)'],
  RELEASED: ['Tidak hadir saat daftar ulang (demo)', 'Mengundurkan diri (demo)'],
};

export async function loadEnrolments(db: EntityManager, { enrolments }: StoryBlock): Promise<void> {
  await insertRows(
    db,
    'enrolment',
    enrolments.map((enrolment) => ({
      person_id: enrolment.personId,
      id: enrolment.id,
      class_id: enrolment.classId,
      allocation_id: enrolment.allocation && allocationId(enrolment.allocation),
      nomination_id: enrolment.nominationId,
      stage: enrolment.stage,
      waiting_position: enrolment.waitingPosition,
      district_code: enrolment.district,
      entered_on: enrolment.history[0].on,
      version: 1,
      demo: true,
    })),
  );
  await insertRows(db, 'enrolment_stage_change', enrolments.flatMap(stageChanges));
  await insertRows(db, 'event', enrolments.map(enrolledEvent));
}

function stageChanges({ id, personId, history }: StoryEnrolment): NewRow[] {
  return history.map(({ stage, on }, index) => ({
    person_id: personId,
    enrolment_id: id,
    number: index + 1,
    stage,
    at: `${on}T09:00:00+07:00`,
    reason: reasonOf(id, stage),
  }));
}

/** Chosen by the id itself, so that it comes out the same in every run. */
function reasonOf(id: string, stage: EnrolmentStage): string | null {
  const reasons = REASONS[stage] ?? [];
  return reasons[parseInt(id.slice(0, 4), 16) % reasons.length] ?? null;
}

function enrolledEvent({ id, personId, classId, stage, history }: StoryEnrolment): NewRow {
  return loadedEvent({
    aggregateType: 'Enrolment',
    aggregateId: id,
    type: 'EnrolmentMoved',
    occurredOn: history.at(-1)?.on ?? history[0].on,
    payload: { person: personId, trainingClass: classId, stage },
    demo: true,
  });
}
