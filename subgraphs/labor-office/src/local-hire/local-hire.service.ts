import type { RequestContext } from '@simpul/kit/context/context';
import { grouped } from '@simpul/kit/context/grouped';
import { InputCheck } from '@simpul/kit/input/input-check';
import { workforceReportRefusal } from '@simpul/kit/policy/workforce-reports';
import type { Employer, WorkforceReport } from '../foreign/foreign.type';
import type { LocalHireRuleRow } from '../local-hire-rule/local-hire-rule.entity';
import { localHireRuleRepository } from '../local-hire-rule/local-hire-rule.repository';
import type { LocalHireDenominator } from '../local-hire-rule/local-hire-rule.type';
import { type GraduatesDue, localHireRepository } from './local-hire.repository';
import type { LocalHireResult } from './local-hire.type';

/** Field of a workforce report that each reading of the denominator is taken from. */
const COUNT_OF = {
  TOTAL_EMPLOYEES: 'total',
  WORKFORCE_NEEDED: 'needed',
  NEW_HIRES: 'newHires',
} as const satisfies Record<LocalHireDenominator, string>;

const DENOMINATORS: readonly LocalHireDenominator[] = ['TOTAL_EMPLOYEES', 'WORKFORCE_NEEDED', 'NEW_HIRES'];

/** Whether hiring raises the denominator: who is hired was needed before. */
const GROWS: Readonly<Record<LocalHireDenominator, boolean>> = {
  TOTAL_EMPLOYEES: true,
  WORKFORCE_NEEDED: false,
  NEW_HIRES: true,
};

/** How an employer stands to a threshold; null where the numbers do not say. */
export interface Standing {
  readonly result: LocalHireResult;
  readonly share: number | null;
  readonly shortfall: number | null;
}

/** An employer under one version of a rule and one reading of its denominator. */
export interface Assessment extends Standing {
  readonly employerId: string;
  readonly rule: LocalHireRuleRow;
  readonly denominator: LocalHireDenominator;
  readonly localWorkers: number | null;
  readonly outOf: number | null;
  readonly reportId: string | null;
  readonly asOf: Date;
  readonly demo: boolean;
}

/** People whom an employer thinks of hiring. */
export interface Hires {
  readonly hires: number;
  readonly local: number;
}

export const localHireService = {
  async assess(
    ctx: RequestContext,
    { id: employerId, latestWorkforceReport }: Employer,
  ): Promise<Assessment[]> {
    new InputCheck().id(['id'], employerId).done();
    // It is the report in other words; without it everybody would be told that there is none.
    const refusal = workforceReportRefusal(ctx, employerId);
    if (refusal) throw refusal;
    const report = latestWorkforceReport ?? null;
    const bound = await ctx.load(bindingsOfEmployers, employerId);
    return (bound?.rules ?? []).flatMap((rule) =>
      DENOMINATORS.map((denominator) => {
        const outOf = report?.[COUNT_OF[denominator]] ?? null;
        const localWorkers = report && localsOf(report, rule.regionCode, denominator);
        return {
          ...{ employerId, rule, denominator, localWorkers, outOf },
          ...standingTo(rule.threshold, localWorkers, outOf),
          reportId: report?.id ?? null,
          asOf: ctx.clock.now(),
          demo: rule.demo || (bound?.demo ?? false),
        };
      }),
    );
  },

  /** Where the employer would stand after hiring; null where nobody knows where it stands now. */
  project(
    { rule, denominator, localWorkers, outOf, result }: Assessment,
    { hires, local }: Hires,
  ): Standing | null {
    new InputCheck()
      .require(hires >= 0, ['hires'], 'is negative.', 'Give the number of people hired, 0 or more.')
      .require(local >= 0, ['local'], 'is negative.', 'Give the local residents among them, 0 or more.')
      .require(
        local <= hires,
        ['local'],
        'is more than hires.',
        'Count only local residents among those hired.',
      )
      .done();
    if (result === 'NOT_ENOUGH_DATA' || localWorkers === null || outOf === null) return null;
    const after = outOf + (GROWS[denominator] ? hires : 0);
    // Of the workforce needed, people hired beyond it fill nothing.
    return standingTo(rule.threshold, Math.min(localWorkers + local, after), after);
  },

  /** The earliest day on which as many people finish classes for residents of the rule's region as must be hired. */
  async findReachableOn(ctx: RequestContext, assessment: Assessment): Promise<string | null> {
    const needed = hiresToMeet(assessment);
    if (needed === null || needed === 0) return null;
    const due = (await ctx.load(graduatesOfRegions, assessment.rule.regionCode)) ?? [];
    return due.find(({ graduates }) => graduates >= needed)?.endsOn ?? null;
  },
};

/**
 * Heads are whole: the threshold's share of the denominator rounded up, less the local ones there are. In thousandths,
 * as thresholds are stored, because 0.55 of 100 is more than 55 in binary fractions.
 */
export function standingTo(threshold: number | null, local: number | null, outOf: number | null): Standing {
  const share = local === null || outOf === null || outOf === 0 ? null : local / outOf;
  if (threshold === null || local === null || outOf === null) {
    return { result: 'NOT_ENOUGH_DATA', share, shortfall: null };
  }
  const wanted = Math.ceil((thousandths(threshold) * outOf) / 1000);
  const shortfall = Math.max(0, wanted - local);
  return { result: shortfall === 0 ? 'MET' : 'SHORT', share, shortfall };
}

/**
 * Fewest people to hire, all of them local, until the threshold is met; null where hiring cannot bring it about or the
 * numbers do not say. Where hiring raises the denominator, this is more than the shortfall.
 */
function hiresToMeet({ rule, denominator, localWorkers, outOf, shortfall }: Assessment): number | null {
  if (shortfall === null || shortfall === 0 || !GROWS[denominator]) return shortfall;
  if (rule.threshold === null || localWorkers === null || outOf === null) return null;
  const threshold = thousandths(rule.threshold);
  // Of a workforce that must be local throughout, a head from elsewhere stays one.
  return threshold === 1000
    ? null
    : Math.ceil((threshold * outOf - 1000 * localWorkers) / (1000 - threshold));
}

function thousandths(threshold: number): number {
  return Math.round(threshold * 1000);
}

/** Workers living in a region or below it; null where the report leaves one of them out or does not name the region. */
function localsOf(
  { localByRegion }: WorkforceReport,
  region: string,
  denominator: LocalHireDenominator,
): number | null {
  const counts = localByRegion
    .filter(({ region: home }) => home && isWithin(home.code, region))
    .map((row) => row[COUNT_OF[denominator]] ?? null);
  if (counts.length === 0) return null;
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

function isWithin(code: string, region: string): boolean {
  return code === region || code.startsWith(`${region}.`);
}

/** The rules that bind an employer. */
interface Binding {
  readonly rules: readonly LocalHireRuleRow[];
  readonly demo: boolean;
}

/** A city's rule binds the workplaces in it. Where no report has told where the workplace is, any of them may. */
async function bindingsOfEmployers(
  ctx: RequestContext,
  employerIds: readonly string[],
): Promise<ReadonlyMap<string, Binding>> {
  const [rules, workplaces] = await ctx.read(async (db) => [
    await localHireRuleRepository.list(db, { region: null, status: null }),
    await localHireRepository.findWorkplaces(db, employerIds),
  ]);
  const byEmployer = new Map(workplaces.map((workplace) => [workplace.employerId, workplace]));
  return new Map(
    employerIds.map((employerId) => {
      const { region = null, demo = false } = byEmployer.get(employerId) ?? {};
      const binding = rules.filter((rule) => region === null || isWithin(region, rule.regionCode));
      return [employerId, { rules: binding, demo }];
    }),
  );
}

async function graduatesOfRegions(
  ctx: RequestContext,
  regions: readonly string[],
): Promise<ReadonlyMap<string, GraduatesDue[]>> {
  const today = ctx.clock.today();
  const rows = await ctx.read((db) => localHireRepository.findGraduatesDue(db, regions, today));
  return grouped(rows, ({ region }) => region);
}
