import { addMonths, ageOf, DEMO_TODAY } from './calendar';
import { groupBy } from './grouping';
import { storyBlock } from './story';

const blocks = Array.from({ length: 8 }, (_, number) => storyBlock(number));
const people = blocks.flatMap((block) => block.people);
const registrations = people.flatMap((person) => person.registrations);

describe('people of the story', () => {
  it('live in the cities in the proportion agreed, all districts included', () => {
    expect(people.filter(({ city }) => city === '36.73')).toHaveLength(1200);
    expect(new Set(people.map(({ district }) => district)).size).toBe(14);
    expect(people.every(({ city, district }) => district.startsWith(city))).toBe(true);
  });

  it('are registered twice in about 1.5 % of cases, and 70 % have a SIAPkerja account', () => {
    const twice = people.filter((person) => person.registrations.length === 2);
    expect(twice).toHaveLength(32);
    expect(
      twice.every((person) => person.registrations[0].officeId !== person.registrations[1]?.officeId),
    ).toBe(true);
    const siapkerja = people.filter((person) => person.registrations[0].siapkerja).length / people.length;
    expect(siapkerja).toBeGreaterThan(0.66);
    expect(siapkerja).toBeLessThan(0.74);
  });

  it('have registrations whose state follows from their days', () => {
    for (const {
      status,
      registeredOn,
      validUntil,
      lastReportedOn,
      nextReportDue,
      endedOn,
    } of registrations) {
      expect(validUntil).toBe(addMonths(registeredOn, 24));
      expect(nextReportDue).toBe(addMonths(lastReportedOn, 6));
      expect(registeredOn <= lastReportedOn && lastReportedOn <= (endedOn ?? DEMO_TODAY)).toBe(true);
      const lasting =
        validUntil < DEMO_TODAY ? 'LAPSED' : nextReportDue < DEMO_TODAY ? 'DUE_REPORT' : 'ACTIVE';
      if (status !== 'PLACED' && status !== 'REMOVED') expect(status).toBe(lasting);
      expect(endedOn === null).toBe(status === 'ACTIVE' || status === 'DUE_REPORT');
      if (endedOn) expect(endedOn >= registeredOn && endedOn <= DEMO_TODAY).toBe(true);
    }
  });

  it('take steps that follow each other, the last of them today', () => {
    for (const { journey, registrations, interview, interests } of people) {
      expect(journey[0]).toMatchObject({ stage: 'REGISTERED', since: registrations[0].registeredOn });
      journey.forEach(({ since, until }, index) => {
        expect(until).toBe(journey[index + 1]?.since ?? null);
        expect(since <= (until ?? DEMO_TODAY)).toBe(true);
      });
      const mapped = journey.find(({ stage }) => stage === 'INTEREST_MAPPED');
      expect(interests?.mappedOn).toBe(mapped?.since);
      if (mapped) expect(interview?.result).toBe('RECOMMENDED');
    }
  });

  it('are mapped before they are nominated', () => {
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const { personId, nominatedOn, decidedOn } of blocks.flatMap((block) => block.nominations)) {
      expect((byId.get(personId)?.interests?.mappedOn ?? '9999') < nominatedOn).toBe(true);
      if (decidedOn) expect(nominatedOn < decidedOn && decidedOn <= DEMO_TODAY).toBe(true);
    }
  });

  it('resemble another person of the same sex and birth date, in pairs within and across offices', () => {
    const byId = new Map(people.map((person) => [person.id, person]));
    const duplicates = blocks.flatMap((block) => block.duplicates);
    for (const { personIds, acrossOffices } of duplicates) {
      const [first, second] = personIds.map((id) => byId.get(id));
      expect(second).toMatchObject({ resemblesId: first?.id, sex: first?.sex, birthDate: first?.birthDate });
      expect(acrossOffices).toBe(first?.officeId !== second?.officeId);
    }
    expect(new Set(duplicates.map(({ acrossOffices }) => acrossOffices)).size).toBe(2);
  });

  it('borrow only what the law allows, and only for cases that a credit pays for', () => {
    for (const { overseasCases, financingCases } of blocks) {
      const loans = groupBy(financingCases, ({ overseasCaseId }) => overseasCaseId);
      for (const { id, funding } of overseasCases) expect(loans.has(id)).toBe(funding === 'KUR');
      expect(financingCases.every(({ amount }) => amount > 0 && amount <= 100_000_000)).toBe(true);
    }
  });

  it('go abroad in order, and are of age', () => {
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const overseasCase of blocks.flatMap((block) => block.overseasCases)) {
      const { openedOn, departedOn, stageSince, personId, placementId, stage } = overseasCase;
      expect(openedOn <= (departedOn ?? stageSince) && (departedOn ?? stageSince) <= stageSince).toBe(true);
      expect(stageSince <= DEMO_TODAY).toBe(true);
      expect(placementId !== null).toBe(stage === 'DEPARTED' || stage === 'RETURNED');
      expect(ageOf(byId.get(personId)?.birthDate ?? DEMO_TODAY)).toBeGreaterThanOrEqual(18);
    }
  });

  it('consent in order', () => {
    for (const { givenOn, validUntil, withdrawnOn, status } of blocks.flatMap((block) => block.consents)) {
      expect(givenOn <= DEMO_TODAY).toBe(true);
      expect(withdrawnOn !== null).toBe(status === 'WITHDRAWN');
      if (withdrawnOn) expect(givenOn < withdrawnOn && withdrawnOn <= DEMO_TODAY).toBe(true);
      if (status !== 'WITHDRAWN')
        expect(status === 'EXPIRED').toBe(validUntil !== null && validUntil < DEMO_TODAY);
    }
  });
});
