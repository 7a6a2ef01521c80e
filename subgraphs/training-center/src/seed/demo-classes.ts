import { insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { agreementId, allocationId, facilityId, programmeId } from '@simpul/schema/contract/ids';
import { DEMO_TODAY, earlier } from '@simpul/schema/demo/calendar';
import { groupBy } from '@simpul/schema/demo/grouping';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type {
  StoryCertificate,
  StoryClass,
  StoryEnrolment,
  StoryTrainingRequest,
} from '@simpul/schema/demo/training.types';
import type { CityCode } from '@simpul/schema/demo/vocabulary.types';
import type { EntityManager } from 'typeorm';
import { programmeName } from './facts-programmes';

const CITIES: Readonly<Record<CityCode, string>> = { '36.73': 'Serang', '36.72': 'Cilegon' };
const CLASSES_PER_BLOCK = 5;
const REFUSAL = 'Kuota tahun ini sudah dialokasikan (demo)';

/** Participants of one class from one district, as table `class_tally` counts them. */
interface Tally {
  readonly class_id: string;
  readonly district_code: string;
  readonly reserved: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly dropped: number;
  readonly certified: number;
}

/** Inserts tallies and debits the allocations above their classes; a tally that is there already debits nothing. */
const DEBIT = `
  WITH counted AS (
    INSERT INTO class_tally SELECT * FROM json_populate_recordset(NULL::class_tally, $1)
    ON CONFLICT DO NOTHING RETURNING *
  ), debit AS (
    SELECT path.ancestor_id, sum(reserved) AS reserved, sum(enrolled - dropped) AS filled, sum(completed) AS completed,
      sum(certified) AS certified
    FROM counted
    JOIN training_class ON training_class.id = counted.class_id
    JOIN quota_allocation_path path ON path.allocation_id = training_class.allocation_id
    GROUP BY path.ancestor_id
  )
  UPDATE quota_allocation SET reserved = quota_allocation.reserved + debit.reserved,
    filled = quota_allocation.filled + debit.filled, completed = quota_allocation.completed + debit.completed,
    certified = quota_allocation.certified + debit.certified
  FROM debit WHERE quota_allocation.id = debit.ancestor_id`;

/** Requests, the classes that answer them, and the counts of who is in those. */
export async function loadClasses(db: EntityManager, story: StoryBlock): Promise<void> {
  const tallies = talliesOf(story.enrolments, story.certificates);
  const taken = new Map(
    [...groupBy(tallies, (tally) => tally.class_id)].map(([id, parts]) => [
      id,
      parts.reduce((sum, { reserved, enrolled, dropped }) => sum + reserved + enrolled - dropped, 0),
    ]),
  );
  await loadRequests(db, story.trainingRequests);
  await insertRows(
    db,
    'training_class',
    story.classes.map((trainingClass) => ({
      id: trainingClass.id,
      programme_id: programmeId(trainingClass.programme),
      name: nameOf(trainingClass),
      seats: trainingClass.seats,
      seats_taken: taken.get(trainingClass.id) ?? 0,
      starts_on: trainingClass.startsOn,
      ends_on: trainingClass.endsOn,
      status: trainingClass.status,
      facility_id: facilityId(trainingClass.facility),
      allocation_id: trainingClass.allocation && allocationId(trainingClass.allocation),
      agreement_id: trainingClass.agreement && agreementId(trainingClass.agreement),
      funding: trainingClass.funding,
      cost: trainingClass.cost,
      request_id: trainingClass.requestId,
      version: 1,
      demo: true,
    })),
  );
  await db.query(DEBIT, [JSON.stringify(tallies)]);
  await insertRows(db, 'event', [
    ...story.classes.map(openedEvent),
    ...story.trainingRequests.map(requestedEvent),
  ]);
}

function nameOf({ programme, city, block, number }: StoryClass): string {
  return `${programmeName(programme)}, ${CITIES[city]} angkatan ${String(block * CLASSES_PER_BLOCK + number + 1)} (demo)`;
}

function talliesOf(
  enrolments: readonly StoryEnrolment[],
  certificates: readonly StoryCertificate[],
): Tally[] {
  const certified = new Set(
    certificates.filter(({ status }) => status !== 'REVOKED').map(({ enrolmentId }) => enrolmentId),
  );
  return [...groupBy(enrolments, ({ classId, district }) => `${classId}/${district}`).values()].map(
    (group) => {
      const inStage = (...stages: readonly StoryEnrolment['stage'][]): number =>
        group.filter(({ stage }) => stages.includes(stage)).length;
      return {
        class_id: group[0]?.classId ?? '',
        district_code: group[0]?.district ?? '',
        reserved: inStage('RESERVED'),
        enrolled: inStage('ENROLLED', 'COMPLETED', 'DROPPED'),
        completed: inStage('COMPLETED'),
        dropped: inStage('DROPPED'),
        certified: group.filter(({ id }) => certified.has(id)).length,
      };
    },
  );
}

async function loadRequests(db: EntityManager, requests: readonly StoryTrainingRequest[]): Promise<void> {
  await insertRows(
    db,
    'training_request',
    requests.map((request) => ({
      id: request.id,
      requested_by_id: request.requestedById,
      employer_id: request.employerId,
      demand_id: request.demandId,
      agreement_id: request.agreement && agreementId(request.agreement),
      programme_id: request.programme && programmeId(request.programme),
      occupation_code: request.occupation,
      units: request.units,
      region_code: request.region,
      headcount: request.headcount,
      submitted_on: request.submittedOn,
      needed_by: request.neededBy,
      status: request.status,
      reason: request.status === 'DECLINED' ? REFUSAL : null,
      allocation_id: request.allocation && allocationId(request.allocation),
      seats_reserved: request.seatsReserved,
      version: 1,
      demo: true,
    })),
  );
}

function openedEvent(trainingClass: StoryClass) {
  const { id, programme, startsOn, endsOn, status, seats, allocation, agreement } = trainingClass;
  return loadedEvent({
    aggregateType: 'TrainingClass',
    aggregateId: id,
    type: 'ClassOpened',
    occurredOn: earlier(startsOn, DEMO_TODAY),
    payload: {
      programme: programmeId(programme),
      allocation: allocation && allocationId(allocation),
      agreement: agreement && agreementId(agreement),
      ...{ startsOn, endsOn, status, seats },
    },
    demo: true,
  });
}

function requestedEvent(request: StoryTrainingRequest) {
  const { id, requestedById, employerId, demandId, region, headcount, submittedOn, status } = request;
  return loadedEvent({
    aggregateType: 'TrainingRequest',
    aggregateId: id,
    type: 'TrainingRequested',
    occurredOn: submittedOn,
    payload: {
      requestedBy: requestedById,
      employer: employerId,
      demand: demandId,
      region,
      headcount,
      status,
    },
    demo: true,
  });
}
