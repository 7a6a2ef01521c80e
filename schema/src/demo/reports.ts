import { addDays } from './calendar';
import type { EmployerSize, StoryWorkforceByRegion, StoryWorkforceReport } from './employer.types';
import type { Random } from './random';
import type { Scene } from './scene';
import type { Day } from './vocabulary.types';

interface Reporter {
  number: number;
  city: string;
  size: EmployerSize;
}

const PERIODS: readonly (readonly [from: Day, to: Day])[] = [
  ['2025-01-01', '2025-06-30'],
  ['2025-07-01', '2025-12-31'],
];

const HEADS: Readonly<Record<EmployerSize, readonly [number, number]>> = {
  MICRO: [3, 9],
  SMALL: [12, 48],
  MEDIUM: [55, 240],
  LARGE: [260, 1400],
};

/** Regions from which the others come, after the employer's own. */
const NEIGHBOURS: readonly string[] = ['36.73', '36.72', '36.04', '36.71'];

/** Workforce reports of one employer, oldest first; some leave numbers out and some never reported. */
export function makeReports(scene: Scene, reporter: Reporter): StoryWorkforceReport[] {
  const random = scene.random(`reports/${reporter.number}`);
  const heads = random.int(...HEADS[reporter.size]);
  const localShare = 0.58 + random.next() * 0.36;
  return periodsOf(scene.block, reporter.number).map(([from, to], index) => {
    const total = Math.round(heads * (index === 0 ? 1 : 1 + random.next() * 0.12));
    const needed = Math.max(1, Math.round(total * (0.04 + random.next() * 0.1)));
    const newHires = Math.max(1, Math.round(total * (0.02 + random.next() * 0.08)));
    return {
      id: scene.id('report', reporter.number, from),
      periodFrom: from,
      periodTo: to,
      ...stated(reporter.number, { total, needed, newHires }),
      submittedOn: addDays(to, random.int(10, 75)),
      byRegion: byRegion(random, reporter, { total, needed, newHires }, localShare),
    };
  });
}

/** Number 6 of each city skips the newest period, or in odd blocks never reports at all. */
function periodsOf(block: number, number: number): readonly (readonly [Day, Day])[] {
  if (number % 7 !== 6 || number === 14) return PERIODS;
  return block % 2 === 1 ? [] : PERIODS.slice(0, 1);
}

interface Counts {
  total: number;
  needed: number;
  newHires: number;
}

/** Number 5 of each city states no need and no hires; number 4 of the second city states no total. */
function stated(number: number, counts: Counts): Pick<StoryWorkforceReport, 'total' | 'needed' | 'newHires'> {
  if (number % 7 === 5) return { ...counts, needed: null, newHires: null };
  return number === 11 ? { ...counts, total: null } : counts;
}

/** The three counts have shares of their own, so that an employer may meet one reading of the rule and miss another. */
function byRegion(
  random: Random,
  { number, city }: Reporter,
  counts: Counts,
  share: number,
): StoryWorkforceByRegion[] {
  const local: Counts = {
    total: Math.round(counts.total * share),
    needed: Math.round(counts.needed * (0.6 + random.next() * 0.4)),
    newHires: Math.round(counts.newHires * (0.5 + random.next() * 0.5)),
  };
  const rest: Counts = {
    total: counts.total - local.total,
    needed: counts.needed - local.needed,
    newHires: counts.newHires - local.newHires,
  };
  const others = NEIGHBOURS.filter((region) => region !== city).slice(0, 2);
  const portion = 0.3 + random.next() * 0.4;
  const rows: StoryWorkforceByRegion[] = [{ region: city, ...stated(number, local) }];
  others.forEach((region, index) => {
    const part = (count: number): number => Math.floor(count * (index === 0 ? portion : (1 - portion) / 2));
    const counted = { total: part(rest.total), needed: part(rest.needed), newHires: part(rest.newHires) };
    rows.push({ region, ...stated(number, counted) });
  });
  return rows;
}
