import type { FundingSource } from '@simpul/kit/graphql/shared-enums';
import type { EntityManager } from 'typeorm';
import type { OverseasCaseFilter } from '../overseas-case/overseas-case.input';
import { overseasCaseRepository } from '../overseas-case/overseas-case.repository';
import type { OverseasStage } from '../overseas-case/overseas-case.type';
import type { OverseasDimension } from './overseas-summary.type';

/** Candidates of one cell, counted; dimensions not asked for are null. */
export interface OverseasCell {
  readonly scheme: 'MAGANG_LN' | 'PMI';
  readonly country: string | null;
  readonly funding: FundingSource | null;
  readonly stage: OverseasStage | null;
  readonly city: string | null;
  readonly count: number;
  readonly demo: boolean;
}

const DIMENSIONS: Readonly<Record<OverseasDimension, readonly [column: string, expression: string]>> = {
  COUNTRY: ['country', 'overseasCase.country'],
  FUNDING: ['funding', 'overseasCase.funding'],
  STAGE: ['stage', 'overseasCase.stage'],
  // The first five characters of a finer code are those of the city.
  REGION: ['city', 'left(person.domicileRegionCode, 5)'],
};

export const overseasSummaryRepository = {
  /** Candidates, not cases: who applied twice is one candidate. */
  async summarize(
    db: EntityManager,
    filter: OverseasCaseFilter,
    groupBy: ReadonlySet<OverseasDimension>,
  ): Promise<OverseasCell[]> {
    const query = overseasCaseRepository
      .select(db, filter)
      .select('overseasCase.scheme', 'scheme')
      .addSelect('count(DISTINCT overseasCase.personId)', 'count')
      .addSelect('bool_or(overseasCase.demo)', 'demo')
      .groupBy('overseasCase.scheme')
      .orderBy('overseasCase.scheme');
    for (const [dimension, [column, expression]] of Object.entries(DIMENSIONS)) {
      if (!groupBy.has(dimension as OverseasDimension)) {
        query.addSelect('NULL', column);
        continue;
      }
      query.addSelect(expression, column).addGroupBy(expression).addOrderBy(`"${column}"`);
    }
    return query.getRawMany<OverseasCell>();
  },
};
