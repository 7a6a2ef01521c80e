import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { LocalHireRuleRow } from './local-hire-rule.entity';
import { type RuleFilter, localHireRuleRepository } from './local-hire-rule.repository';

export const localHireRuleService = {
  async read(ctx: RequestContext, id: string): Promise<LocalHireRuleRow | null> {
    new InputCheck().id(['id'], id).done();
    return ctx.load(rulesById, id);
  },

  async list(ctx: RequestContext, filter: RuleFilter): Promise<LocalHireRuleRow[]> {
    new InputCheck().region(['region'], filter.region).done();
    return ctx.read((db) => localHireRuleRepository.list(db, filter));
  },
};

async function rulesById(
  ctx: RequestContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LocalHireRuleRow>> {
  const rows = await ctx.read((db) => localHireRuleRepository.findByIds(db, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
