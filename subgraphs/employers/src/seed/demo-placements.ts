import { insertRows, type NewRow } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { agreementId, allocationId, programmeId } from '@simpul/schema/contract/ids';
import type { StoryPlacement } from '@simpul/schema/demo/placement.types';
import type { EntityManager } from 'typeorm';

export async function loadPlacements(
  db: EntityManager,
  placements: readonly StoryPlacement[],
): Promise<void> {
  await insertRows(db, 'placement', placements.map(placementRow));
  await insertRows(db, 'retention_check', placements.flatMap(checkRows));
  await insertRows(db, 'event', placements.map(placedEvent));
}

/** Ids of what led to the placement, by the names of the published fields. */
function ledBy(placement: StoryPlacement): Record<string, string | null> {
  const { programme, classId, agreement, allocation } = placement;
  return {
    programme: programme && programmeId(programme),
    trainingClass: classId,
    agreement: agreement && agreementId(agreement),
    allocation: allocation && allocationId(allocation),
  };
}

function placementRow(placement: StoryPlacement): NewRow {
  const { destination } = placement;
  const { programme, trainingClass, agreement, allocation } = ledBy(placement);
  return {
    person_id: placement.personId,
    id: placement.id,
    employer_id: placement.employerId,
    vacancy_id: placement.vacancyId,
    programme_id: programme,
    training_class_id: trainingClass,
    agreement_id: agreement,
    allocation_id: allocation,
    occupation_code: placement.occupation,
    scheme: placement.scheme,
    channel: placement.channel,
    area: destination.area,
    region_code: destination.region,
    country: destination.country,
    origin_region_code: placement.originCity,
    education: placement.education,
    starts_on: placement.startsOn,
    ends_on: placement.endsOn,
    version: 1,
    demo: true,
  };
}

function checkRows({ personId, id, retention }: StoryPlacement): NewRow[] {
  return retention.map(({ months, dueOn, checkedOn, employed }) => ({
    person_id: personId,
    placement_id: id,
    months,
    due_on: dueOn,
    checked_on: checkedOn,
    employed,
  }));
}

function placedEvent(placement: StoryPlacement): NewRow {
  const { id, personId, employerId, vacancyId, scheme, channel, startsOn, endsOn } = placement;
  return loadedEvent({
    aggregateType: 'Placement',
    aggregateId: id,
    type: 'PersonPlaced',
    occurredOn: startsOn,
    payload: {
      ...{ person: personId, employer: employerId, vacancy: vacancyId },
      ...ledBy(placement),
      ...{ scheme, channel, startsOn, endsOn },
    },
    demo: true,
  });
}
