import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { PersonRow } from '../person/person.entity';
import type { PersonFilter } from '../person/person.input';
import { personRepository } from '../person/person.repository';
import { StepRow } from './journey.entity';
import type { JourneyDimension, JourneyStage } from './journey.type';

/** People of one stage, counted; dimensions not asked for are null. */
export interface StageCell {
  readonly stage: JourneyStage;
  readonly officeId: string | null;
  readonly district: string | null;
  readonly month: string | null;
  readonly count: number;
  readonly medianDays: number;
  readonly demo: boolean;
}

/** A district has a code of this length; a domicile may be recorded more finely. */
const DISTRICT_CODE = 8;

const DIMENSIONS: Readonly<Record<JourneyDimension, readonly [column: string, expression: string]>> = {
  OFFICE: ['officeId', 'person.officeId'],
  DISTRICT: ['district', `left(person.domicileRegionCode, ${String(DISTRICT_CODE)})`],
  MONTH: ['month', `to_char(CAST(person.stageSince AS timestamp), 'YYYY-MM') COLLATE "C"`],
};

/** Cells come in the order in which people pass the stages. */
const WAY = `array_position(
  ARRAY['REGISTERED', 'INTERVIEWED', 'INTEREST_MAPPED', 'NOMINATED', 'ACCEPTED', 'REMOVED'], person.stage)`;

export const journeyRepository = {
  /** Oldest first. */
  async findStepsOfPeople(db: EntityManager, personIds: readonly string[]): Promise<StepRow[]> {
    return db
      .createQueryBuilder(StepRow, 'step')
      .where('step.personId = ANY(:personIds)', { personIds })
      .orderBy({ 'step.personId': 'ASC', 'step.position': 'ASC' })
      .getMany();
  },

  async summarize(
    db: EntityManager,
    filter: PersonFilter,
    groupBy: ReadonlySet<JourneyDimension>,
    today: string,
  ): Promise<StageCell[]> {
    const query = selectCounted(db, filter, groupBy.has('OFFICE'), today)
      .select('person.stage', 'stage')
      .addSelect('count(*)', 'count')
      .addSelect(
        'percentile_disc(0.5) WITHIN GROUP (ORDER BY CAST(:today AS date) - person.stageSince)',
        'medianDays',
      )
      .addSelect('bool_or(person.demo)', 'demo')
      .addSelect(WAY, 'way')
      .groupBy('person.stage')
      .orderBy('"way"');
    for (const [dimension, [column, expression]] of Object.entries(DIMENSIONS)) {
      if (!groupBy.has(dimension as JourneyDimension)) {
        query.addSelect('NULL', column);
        continue;
      }
      query.addSelect(expression, column).addGroupBy(expression).addOrderBy(`"${column}"`);
    }
    return query.getRawMany<StageCell>();
  },
};

/**
 * Who is registered at two offices counts at one, the person's own: cells of offices are narrowed by the office that
 * they are made of, so that a cell is the same whether the others are asked for or not.
 */
function selectCounted(
  db: EntityManager,
  { office, ...filter }: PersonFilter,
  byOffice: boolean,
  today: string,
): SelectQueryBuilder<PersonRow> {
  if (!byOffice || office == null)
    return personRepository.select(db, { ...filter, office: office ?? null }, today);
  return personRepository.select(db, filter, today).andWhere('person.officeId = :office', { office });
}
