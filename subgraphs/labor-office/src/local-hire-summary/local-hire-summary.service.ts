import type { RequestContext } from '@simpul/kit/context/context';
import { INDUSTRY_CODE } from '@simpul/kit/input/code-forms';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { LocalHireRuleRow } from '../local-hire-rule/local-hire-rule.entity';
import { localHireRuleRepository } from '../local-hire-rule/local-hire-rule.repository';
import type { LocalHireFilter } from './local-hire-summary.input';
import { type AssessmentCell, localHireSummaryRepository } from './local-hire-summary.repository';
import type { LocalHireDimension } from './local-hire-summary.type';

/** A cell with the rule that its assessments follow. */
export type AssessedCell = AssessmentCell & { readonly rule: LocalHireRuleRow };

export const localHireSummaryService = {
  async summarize(
    ctx: RequestContext,
    filter: LocalHireFilter,
    groupBy: readonly LocalHireDimension[],
  ): Promise<AssessedCell[]> {
    new InputCheck()
      .id(['filter', 'rule'], filter.rule)
      .region(['filter', 'region'], filter.region)
      .codes(['filter', 'industries'], filter.industries, ...INDUSTRY_CODE)
      .period(['filter', 'to'], filter.from, filter.to)
      .done();
    const [rules, cells] = await ctx.read(async (db) => [
      await localHireRuleRepository.list(db, { region: null, status: null }),
      await localHireSummaryRepository.summarize(db, filter, new Set(groupBy)),
    ]);
    return rules
      .filter(({ id }) => filter.rule == null || id === filter.rule)
      .flatMap((rule) => cells.filter((cell) => follows(cell, rule)).map((cell) => under(rule, cell)));
  },
};

function follows({ reach, threshold }: AssessmentCell, rule: LocalHireRuleRow): boolean {
  return reach === rule.regionCode && threshold === rule.threshold;
}

function under(rule: LocalHireRuleRow, cell: AssessmentCell): AssessedCell {
  return { ...cell, rule, demo: cell.demo || rule.demo };
}
