import { whereBranch } from '@simpul/kit/database/branch-filter';
import type { SortColumn } from '@simpul/kit/database/page';
import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { SkillDemandRow } from './skill-demand.entity';
import type { SkillDemandFilter } from './skill-demand.input';

/** Soonest needed first; those without a day come last. */
export const SOONEST_DEMAND: readonly SortColumn<SkillDemandRow>[] = [
  { expression: 'demand.needed_by', of: ({ neededBy }) => neededBy, whenNull: '9999-12-31' },
  { expression: 'demand.id', of: ({ id }) => id },
];

export const skillDemandRepository = {
  select(db: EntityManager, filter: SkillDemandFilter): SelectQueryBuilder<SkillDemandRow> {
    const query = db.createQueryBuilder(SkillDemandRow, 'demand');
    if (filter.status) query.andWhere('demand.status = ANY(:status)', { status: filter.status });
    if (filter.employer) query.andWhere('demand.employerId = :employer', { employer: filter.employer });
    if (filter.agreement) query.andWhere('demand.agreementId = :agreement', { agreement: filter.agreement });
    whereBranch(query, 'demand.occupationCode', filter.occupations);
    if (filter.minHeadcount != null)
      query.andWhere('demand.headcount >= :headcount', { headcount: filter.minHeadcount });
    return whereWithin(query, 'demand.regionCode', filter.region);
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<SkillDemandRow[]> {
    return db.findBy(SkillDemandRow, { id: In([...ids]) });
  },

  async findOfEmployers(db: EntityManager, ids: readonly string[]): Promise<SkillDemandRow[]> {
    return soonest(
      skillDemandRepository.select(db, {}).andWhere('demand.employerId = ANY(:ids)', { ids }),
    ).getMany();
  },

  async findOfProgrammes(
    db: EntityManager,
    ids: readonly string[],
    { region }: { region: string | null },
  ): Promise<SkillDemandRow[]> {
    return soonest(
      skillDemandRepository.select(db, { region }).andWhere('demand.programmeId = ANY(:ids)', { ids }),
    ).getMany();
  },
};

function soonest(query: SelectQueryBuilder<SkillDemandRow>): SelectQueryBuilder<SkillDemandRow> {
  return query.orderBy('demand.neededBy', 'ASC', 'NULLS LAST').addOrderBy('demand.id');
}
