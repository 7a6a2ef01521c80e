import { addDays, DEMO_TODAY } from './calendar';
import { groupBy } from './grouping';
import type { StoryWorkforceReport } from './employer.types';
import { storyBlock } from './story';

const blocks = Array.from({ length: 8 }, (_, number) => storyBlock(number));
const people = blocks.flatMap((block) => block.people);
const vacancies = blocks.flatMap((block) => block.vacancies);
const certificates = blocks.flatMap((block) => block.certificates);
const placements = blocks.flatMap((block) => block.placements);
const internships = blocks.flatMap((block) => block.internships);

const valuesOf = <Row>(rows: readonly Row[], valueOf: (row: Row) => string | null | undefined): string[] =>
  [...new Set(rows.map(valueOf))].filter((value) => value != null).sort();

describe('the questions find more than nothing and less than everything', () => {
  it('agencies 2: the 64 seats ended in work, in own business and in search', () => {
    const [first] = blocks;
    const classes = new Set(
      first?.classes.filter(({ allocation }) => allocation === 'DEMO-SERANG-CITY-64').map(({ id }) => id),
    );
    const outcomes = first?.nominations.filter(({ classId }) => classes.has(classId)) ?? [];
    expect(valuesOf(outcomes, ({ followUp }) => followUp?.outcome)).toEqual(
      expect.arrayContaining(['SEEKING', 'SELF_EMPLOYED', 'WORKING']),
    );
  });

  it('agencies 3: unplaced welders, and open vacancies that want their units', () => {
    const unplaced = certificates.filter(
      ({ programme, status, placedSince }) =>
        (programme === 'LAS-PIPA-6GR' || programme === 'LAS-ROBOTIK') &&
        status === 'VALID' &&
        placedSince === null,
    );
    expect(unplaced.length).toBeGreaterThan(20);
    const wanted = vacancies.filter(
      ({ status, units }) => status === 'OPEN' && units.includes('DEMO.LAS.003'),
    );
    expect(wanted.length).toBeGreaterThan(0);
  });

  it('agencies 6: people wait more than thirty days before interview or mapping, others less', () => {
    const waiting = people.filter(({ journey, registrations }) => {
      const stage = journey.at(-1)?.stage;
      return registrations[0].siapkerja && (stage === 'REGISTERED' || stage === 'INTERVIEWED');
    });
    const stuck = waiting.filter(({ journey }) => (journey.at(-1)?.since ?? '') < addDays(DEMO_TODAY, -30));
    expect(stuck.length).toBeGreaterThan(50);
    expect(waiting.length - stuck.length).toBeGreaterThan(20);
  });

  it('agencies 7: overdue reports of people who are enrolled, and of people who are placed', () => {
    const overdue = people.filter(({ registrations }) =>
      registrations.some(({ status }) => status === 'DUE_REPORT'),
    );
    expect(overdue.filter(({ enrolledSince }) => enrolledSince).length).toBeGreaterThan(5);
    expect(overdue.filter(({ placedSince }) => placedSince).length).toBeGreaterThan(5);
  });

  it('agencies 10 and employers 8: internships that lack something, and some that finish this quarter', () => {
    const lacking = internships.filter(
      (row) => row.guardianConsent === 'MISSING' || !row.certificationPlanned,
    );
    expect(lacking.length).toBeGreaterThan(10);
    const finishing = internships.filter(
      ({ endsOn, status }) => status === 'RUNNING' && endsOn <= '2026-06-30',
    );
    expect(finishing.length).toBeGreaterThan(5);
  });

  it('agencies 11: needs of Kota Cilegon without a class, and groups of sixteen who want the trade', () => {
    const open = blocks
      .flatMap((block) => block.skillDemands)
      .filter(({ city, status, agreement }) => city === '36.72' && status === 'OPEN' && agreement === 'D3');
    const interested = people.filter(
      ({ city, interests }) => city === '36.72' && interests?.occupations.includes('7212'),
    );
    expect(open.length).toBeGreaterThan(5);
    expect(interested.length).toBeGreaterThanOrEqual(16);
  });

  it('employers 1: each denominator has employers of Kota Serang that meet the rule, and some that do not', () => {
    const newest = blocks
      .flatMap((block) => block.employers.filter(({ city }) => city === '36.73'))
      .flatMap(({ reports }) => reports.at(-1) ?? []);
    for (const count of ['total', 'needed', 'newHires'] as const) {
      const shares = newest.map((report: StoryWorkforceReport) => {
        const [all, local] = [report[count], report.byRegion[0]?.[count] ?? null];
        return all && local !== null ? local / all : null;
      });
      expect(shares.filter((share) => share !== null && share >= 0.8).length).toBeGreaterThan(5);
      expect(shares.filter((share) => share !== null && share < 0.8).length).toBeGreaterThan(5);
    }
    expect(newest.some(({ needed }) => needed === null)).toBe(true);
  });

  it('employers 2: five or more certified candidates in the district of some open vacancy', () => {
    const held = groupBy(
      certificates.filter(({ status }) => status === 'VALID'),
      ({ personId }) => personId,
    );
    const counts = vacancies
      .filter(({ status, units, workRegion }) => status === 'OPEN' && units.length > 0 && workRegion)
      .map(
        ({ units, workRegion }) =>
          [...held.values()].filter((rows) => {
            const proven = new Set(rows.flatMap((row) => row.units));
            return (
              rows.some(({ district }) => district === workRegion) && units.every((unit) => proven.has(unit))
            );
          }).length,
      );
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(5);
    expect(Math.min(...counts)).toBeLessThan(5);
  });

  it('reporting 2: people kept and lost at three, six and twelve months', () => {
    for (const months of [3, 6, 12]) {
      const checks = placements
        .flatMap(({ retention }) => retention)
        .filter((check) => check.months === months);
      expect(valuesOf(checks, ({ employed }) => (employed === null ? null : String(employed)))).toEqual([
        'false',
        'true',
      ]);
    }
  });

  it('reporting 6: every size of employer has vacancies reported; some are not', () => {
    const sizeOf = new Map(blocks.flatMap((block) => block.employers).map(({ id, size }) => [id, size]));
    const reported = vacancies.filter(({ reporting }) => reporting.reportedOn);
    expect(valuesOf(reported, ({ employerId }) => sizeOf.get(employerId))).toHaveLength(4);
    expect(reported.length).toBeLessThan(vacancies.length);
  });
});
