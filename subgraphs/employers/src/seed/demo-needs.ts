import { insertRows, type NewRow } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { agreementId, programmeId } from '@simpul/schema/contract/ids';
import { DEMO_TODAY } from '@simpul/schema/demo/calendar';
import type { StoryInvestmentNeed, StorySkillDemand } from '@simpul/schema/demo/employer.types';
import type { StoryBlock } from '@simpul/schema/demo/story.types';
import type { EntityManager } from 'typeorm';

/** Needs of skills that employers state, and of workers that investments will bring. */
export async function loadNeeds(
  db: EntityManager,
  { skillDemands, investmentNeeds }: StoryBlock,
): Promise<void> {
  await insertRows(db, 'skill_demand', skillDemands.map(demandRow));
  await insertRows(db, 'investment_need', investmentNeeds.map(needRow));
  await insertRows(db, 'event', [...skillDemands.map(demandEvent), ...investmentNeeds.map(needEvent)]);
}

function demandRow(demand: StorySkillDemand): NewRow {
  const { programme, agreement } = demand;
  return {
    id: demand.id,
    employer_id: demand.employerId,
    occupation_code: demand.occupation,
    competency_units: demand.units,
    programme_id: programme && programmeId(programme),
    region_code: demand.region,
    headcount: demand.headcount,
    needed_by: demand.neededBy,
    agreement_id: agreement && agreementId(agreement),
    status: demand.status,
    demo: true,
  };
}

function demandEvent({ id, employerId, occupation, region, headcount, statedOn }: StorySkillDemand): NewRow {
  return loadedEvent({
    aggregateType: 'SkillDemand',
    aggregateId: id,
    type: 'SkillDemandRecorded',
    occurredOn: statedOn,
    payload: { employer: employerId, occupation, region, headcount },
    demo: true,
  });
}

function needRow({ employerId, occupation, neededBy, ...need }: StoryInvestmentNeed): NewRow {
  return {
    id: need.id,
    employer_id: employerId,
    region_code: need.region,
    industry_code: need.industry,
    occupation_code: occupation,
    headcount: need.headcount,
    needed_by: neededBy,
    source_name: 'rencana-investasi-demo',
    source_kind: 'RECORD',
    source_title: 'Rencana investasi (demo)',
    source_published_on: DEMO_TODAY,
    demo: true,
  };
}

function needEvent({ id, employerId, region, industry, headcount }: StoryInvestmentNeed): NewRow {
  return loadedEvent({
    aggregateType: 'InvestmentNeed',
    aggregateId: id,
    type: 'InvestmentNeedRecorded',
    occurredOn: DEMO_TODAY,
    payload: { employer: employerId, region, industry, headcount },
    demo: true,
  });
}
