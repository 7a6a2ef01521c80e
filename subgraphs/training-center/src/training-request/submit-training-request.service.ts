import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import { Duplicate, NotEligible, type OutcomeMember, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { competencyUnitRepository } from '../competency-unit/competency-unit.repository';
import { programmeRepository } from '../programme/programme.repository';
import { quotaAllocationRepository } from '../quota-allocation/quota-allocation.repository';
import { assertRequestWellFormed, reasonsAgainst } from './submit-training-request.policy';
import type { TrainingRequestRow } from './training-request.entity';
import type { RequestTrainingInput } from './training-request.input';
import { trainingRequestRepository } from './training-request.repository';

/** Submits a request for training; the key, the request and its event are written in one transaction or not at all. */
export async function requestTraining(
  ctx: RequestContext,
  input: RequestTrainingInput,
): Promise<Made | OutcomeMember> {
  assertRequestWellFormed(input, ctx.clock.today());
  const refusals = [ReferenceUnknown, NotEligible, Duplicate];
  const call = { field: 'requestTraining', key: input.idempotencyKey, input, refusals };
  return once(
    ctx,
    call,
    async (db) =>
      (await unknownReference(db, input)) ??
      (await ineligibility(db, input)) ??
      (await submit(ctx, db, input)),
  );
}

/** Programme and units are the training centre's own; what belongs to other agencies they tell, and it is taken as named. */
async function unknownReference(
  db: EntityManager,
  { programme, competencyUnits }: RequestTrainingInput,
): Promise<ReferenceUnknown | null> {
  if (programme != null && (await programmeRepository.findByIds(db, [programme])).length === 0)
    return unknown('programme', 'Programme');
  const wanted = new Set(competencyUnits);
  const known = await competencyUnitRepository.findByCodes(db, [...wanted]);
  return known.length < wanted.size ? unknown('competencyUnits', 'CompetencyUnit') : null;
}

function unknown(field: 'programme' | 'competencyUnits', typeName: string): ReferenceUnknown {
  return new ReferenceUnknown({
    message: `The training centre knows no such ${typeName === 'Programme' ? 'programme' : 'competency unit'}.`,
    path: ['input', field],
    nextStep: 'Choose from the programmes and their units, or leave it out and name the occupation.',
    typeName,
  });
}

async function ineligibility(db: EntityManager, input: RequestTrainingInput): Promise<NotEligible | null> {
  const { agreement, programme } = input;
  const places =
    agreement == null ? null : await quotaAllocationRepository.findUnderAgreements(db, [agreement], null);
  const taught = programme == null ? null : await competencyUnitRepository.findTaught(db, [programme]);
  const reasons = reasonsAgainst(input, {
    regionsServed: places?.map(({ regionCode }) => regionCode) ?? null,
    unitsTaught: taught?.map(({ code }) => code) ?? null,
  });
  if (reasons.length === 0) return null;
  return new NotEligible({
    message: 'The training centre cannot take this request up as it is.',
    path: ['input'],
    nextStep: 'Change what the reasons name, or leave the agreement or the programme out.',
    reasons,
  });
}

async function submit(
  ctx: RequestContext,
  db: EntityManager,
  input: RequestTrainingInput,
): Promise<Made | Duplicate> {
  const demo = await concernsDemo(db, input);
  const row = submitted(ctx, input, demo);
  const live = await trainingRequestRepository.add(db, row);
  if (live !== null) {
    return new Duplicate({
      message: 'Training for this skill demand is requested already.',
      path: ['input', 'demand'],
      nextStep: 'Follow that request; a new one can be made when it is declined, withdrawn or fulfilled.',
      existingId: live,
    });
  }
  await appendEvent(ctx, db, {
    aggregateType: 'TrainingRequest',
    aggregateId: row.id,
    aggregateVersion: row.version,
    type: 'TrainingRequested',
    payload: {
      ...{ requestedBy: row.requestedById, employer: row.employerId, demand: row.demandId },
      ...{ agreement: row.agreementId, programme: row.programmeId, occupation: row.occupationCode },
      ...{ competencyUnits: row.units, region: row.regionCode, headcount: row.headcount },
      ...{ neededBy: row.neededBy, status: row.status },
    },
    demo,
  });
  return { id: row.id, version: row.version };
}

/** Whether demonstration data stands behind the request: places under its agreement, or what its employer or demand asked before. */
async function concernsDemo(
  db: EntityManager,
  { agreement, ...asked }: RequestTrainingInput,
): Promise<boolean> {
  if (agreement != null && (await quotaAllocationRepository.isDemo(db, agreement))) return true;
  return trainingRequestRepository.isDemo(db, asked);
}

function submitted(ctx: RequestContext, input: RequestTrainingInput, demo: boolean): TrainingRequestRow {
  return {
    id: randomUUID(),
    requestedById: input.requestedBy ?? null,
    employerId: input.employer ?? null,
    demandId: input.demand ?? null,
    agreementId: input.agreement ?? null,
    programmeId: input.programme ?? null,
    occupationCode: input.occupation ?? null,
    units: [...new Set(input.competencyUnits)],
    regionCode: input.region,
    headcount: input.headcount,
    submittedOn: ctx.clock.today(),
    neededBy: input.neededBy ?? null,
    status: 'SUBMITTED',
    reason: null,
    allocationId: null,
    seatsReserved: 0,
    version: 1,
    demo,
  };
}
