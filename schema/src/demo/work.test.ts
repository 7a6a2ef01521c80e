import { addMonths, DEMO_TODAY } from './calendar';
import { agreementActivity, graduateEchoes, personEchoes } from './echoes';
import { groupBy } from './grouping';
import { storyBlock } from './story';

const blocks = Array.from({ length: 16 }, (_, number) => storyBlock(number));
const placements = blocks.flatMap((block) => block.placements);
const vacancies = blocks.flatMap((block) => block.vacancies);

describe('placements of the story', () => {
  it('give a channel to employment and migrant work only', () => {
    for (const { scheme, channel, destination, employerId } of placements) {
      const expected =
        scheme === 'PMI'
          ? 'AKAN'
          : scheme !== 'EMPLOYMENT'
            ? null
            : destination.area === 'OWN_CITY'
              ? 'AKL'
              : 'AKAD';
      expect(channel).toBe(expected);
      expect(destination.area === 'OVERSEAS').toBe(scheme === 'PMI' || scheme === 'MAGANG_LN');
      expect(destination.region === null).toBe(destination.country !== 'ID');
      expect(employerId === null).toBe(scheme === 'SELF_EMPLOYMENT' || destination.area === 'OVERSEAS');
    }
  });

  it('let nobody work in two places at once', () => {
    for (const rows of groupBy(placements, ({ personId }) => personId).values()) {
      const ordered = [...rows].sort((left, right) => (left.startsOn < right.startsOn ? -1 : 1));
      ordered.forEach(({ startsOn, endsOn }, index) => {
        expect(startsOn <= (endsOn ?? DEMO_TODAY)).toBe(true);
        const next = ordered[index + 1];
        if (next) expect((endsOn ?? '9999') < next.startsOn).toBe(true);
      });
    }
  });

  it('follow the training that they say led to them', () => {
    const classes = new Map(blocks.flatMap((block) => block.classes).map((row) => [row.id, row]));
    for (const { classId, startsOn, agreement, programme, overseasCaseId } of placements) {
      const trainingClass = classId ? classes.get(classId) : undefined;
      if (!trainingClass) continue;
      expect(trainingClass.endsOn < startsOn).toBe(true);
      expect(programme).toBe(trainingClass.programme);
      if (!overseasCaseId) expect(agreement).toBe(trainingClass.agreement);
    }
  });

  it('are checked when three, six and twelve months have passed, and never before', () => {
    for (const { startsOn, endsOn, retention } of placements) {
      expect(retention.map(({ months }) => months)).toEqual([3, 6, 12]);
      for (const { months, dueOn, checkedOn, employed } of retention) {
        expect(dueOn).toBe(addMonths(startsOn, months));
        expect(checkedOn === null).toBe(employed === null);
        if (!checkedOn) continue;
        expect(dueOn <= checkedOn && checkedOn <= DEMO_TODAY).toBe(true);
        expect(employed).toBe(endsOn === null || endsOn > checkedOn);
      }
    }
  });

  it('are what the echoes tell the other agencies', () => {
    for (const block of blocks) {
      const active = new Map(
        block.placements.filter(({ endsOn }) => endsOn === null).map((row) => [row.personId, row.startsOn]),
      );
      const echoes = personEchoes(block);
      for (const { personId, placedSince } of echoes) expect(placedSince).toBe(active.get(personId) ?? null);
      expect(echoes.filter(({ placedSince }) => placedSince)).toHaveLength(active.size);
      for (const { personId, placedSince } of graduateEchoes(block)) {
        expect(placedSince).toBe(active.get(personId) ?? null);
      }
      const told = agreementActivity(block).reduce((sum, { seats }) => sum + seats, 0);
      expect(told).toBe(
        block.classes.reduce(
          (sum, { agreement, status, seats }) => sum + (agreement && status !== 'CANCELLED' ? seats : 0),
          0,
        ),
      );
    }
  });
});

describe('vacancies of the story', () => {
  it('balance: what was reported is filled, removed or still to be had', () => {
    for (const { changes, openings, filled, status, reporting } of vacancies) {
      const posts = (kind: string): number =>
        changes.filter((change) => change.kind === kind).reduce((sum, change) => sum + change.posts, 0);
      const over = status === 'FILLED' || status === 'CLOSED' || status === 'EXPIRED';
      expect(posts('REPORTED')).toBe(reporting.reportedOn ? openings : 0);
      expect(posts('FILLED')).toBe(filled);
      if (!reporting.reportedOn) continue;
      expect(openings - filled - posts('REMOVED')).toBe(over ? 0 : openings - filled);
      expect(changes.every(({ posts: count, on }) => count > 0 && on <= DEMO_TODAY)).toBe(true);
      expect(changes.every(({ on }) => on >= (reporting.reportedOn ?? ''))).toBe(true);
    }
  });

  it('count the people of the story who took their posts', () => {
    const taken = groupBy(placements, ({ vacancyId }) => vacancyId);
    for (const { id, filled, openings, openedOn, employerId } of vacancies) {
      const rows = taken.get(id) ?? [];
      expect(rows.length).toBeLessThanOrEqual(filled);
      expect(filled).toBeLessThanOrEqual(openings);
      expect(rows.every((row) => row.employerId === employerId && row.startsOn >= (openedOn ?? '9999'))).toBe(
        true,
      );
    }
  });

  it('stand where their posts, days and report put them', () => {
    for (const { status, filled, openings, openedOn, validUntil, reporting, verification } of vacancies) {
      if (status === 'FILLED') expect(filled).toBe(openings);
      if (status === 'OPEN') expect(filled).toBe(0);
      if (status === 'PARTLY_FILLED') expect(filled > 0 && filled < openings).toBe(true);
      if (status === 'EXPIRED') expect((validUntil ?? '9999') < DEMO_TODAY).toBe(true);
      if (status === 'OPEN' || status === 'PARTLY_FILLED') {
        expect(openedOn !== null && (validUntil ?? '') >= DEMO_TODAY && reporting.status === 'ACCEPTED').toBe(
          true,
        );
      }
      expect(verification === null).toBe(reporting.reportedOn === null);
      expect(reporting.missing.length > 0).toBe(
        reporting.status === 'INCOMPLETE' || verification?.status === 'RETURNED',
      );
      if (verification?.decidedOn) expect(verification.decidedOn <= DEMO_TODAY).toBe(true);
    }
  });
});

describe('employers of the story', () => {
  it('have numbers that no real business has', () => {
    const employers = blocks.flatMap((block) => block.employers);
    expect(employers.every(({ nib }) => /^99\d{11}$/.test(nib))).toBe(true);
    expect(new Set(employers.map(({ nib }) => nib)).size).toBe(employers.length);
  });

  it('report no more workers by region than in all', () => {
    for (const { total, needed, newHires, byRegion } of blocks.flatMap((block) =>
      block.employers.flatMap(({ reports }) => reports),
    )) {
      const sum = (count: 'total' | 'needed' | 'newHires'): number =>
        byRegion.reduce((heads, row) => heads + (row[count] ?? 0), 0);
      if (total !== null) expect(sum('total')).toBeLessThanOrEqual(total);
      if (needed !== null) expect(sum('needed')).toBeLessThanOrEqual(needed);
      if (newHires !== null) expect(sum('newHires')).toBeLessThanOrEqual(newHires);
    }
  });
});
