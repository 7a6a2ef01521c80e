import { whereWithin } from '@simpul/kit/database/region-filter';
import { type EntityManager, In } from 'typeorm';
import { LocalHireRuleRow } from './local-hire-rule.entity';
import type { RuleStatus } from './local-hire-rule.type';

/** What narrows rules; null: nothing. */
export interface RuleFilter {
  readonly region: string | null;
  readonly status: readonly RuleStatus[] | null;
}

export const localHireRuleRepository = {
  async list(db: EntityManager, { region, status }: RuleFilter): Promise<LocalHireRuleRow[]> {
    const query = db
      .createQueryBuilder(LocalHireRuleRow, 'rule')
      .orderBy({ 'rule.regionCode': 'ASC', 'rule.version': 'ASC' });
    if (status) query.andWhere('rule.status = ANY(:status)', { status });
    return whereWithin(query, 'rule.regionCode', region).getMany();
  },

  async findByIds(db: EntityManager, ids: readonly string[]): Promise<LocalHireRuleRow[]> {
    return db.findBy(LocalHireRuleRow, { id: In([...ids]) });
  },
};
