import { DEMO_AGREEMENTS } from './agreements';
import { addDays, addMonths, ageOf, DEMO_TODAY } from './calendar';
import { groupBy } from './grouping';
import { storyBlock } from './story';
import type { EnrolmentStage } from './training.types';

const blocks = Array.from({ length: 16 }, (_, number) => storyBlock(number));
const classes = blocks.flatMap((block) => block.classes);
const enrolments = blocks.flatMap((block) => block.enrolments);
const enrolmentsOf = groupBy(enrolments, ({ classId }) => classId);
const HOLDING: ReadonlySet<EnrolmentStage> = new Set(['RESERVED', 'ENROLLED', 'COMPLETED']);

describe('classes of the story', () => {
  it('have states that follow from their days', () => {
    for (const { status, startsOn, endsOn } of classes) {
      expect(startsOn < endsOn).toBe(true);
      if (status === 'FINISHED') expect(endsOn < DEMO_TODAY).toBe(true);
      if (status === 'RUNNING') expect(startsOn <= DEMO_TODAY && endsOn >= DEMO_TODAY).toBe(true);
      if (status === 'OPEN' || status === 'PLANNED') expect(startsOn > DEMO_TODAY).toBe(true);
    }
  });

  it('start while their agreement is in force', () => {
    for (const { agreement, startsOn } of classes) {
      if (agreement === 'D1' || agreement === 'D2' || agreement === 'D3' || agreement === 'D4') {
        const { effectiveFrom, expiresOn } = DEMO_AGREEMENTS[agreement];
        expect(startsOn >= effectiveFrom && startsOn <= expiresOn).toBe(true);
      }
    }
  });

  it('are the 64 seats in block 0 alone, four classes of sixteen', () => {
    const city = classes.filter(({ allocation }) => allocation === 'DEMO-SERANG-CITY-64');
    expect(city.map(({ programme }) => programme).sort()).toEqual([
      'BARISTA',
      'PUBLIC-SPEAKING',
      'SABLON',
      'SOFT-SKILLS',
    ]);
    expect(city.every(({ block, seats }) => block === 0 && seats === 16)).toBe(true);
  });

  it('never hold more people than seats, and keep a waiting list only when full', () => {
    for (const { id, seats } of classes) {
      const rows = enrolmentsOf.get(id) ?? [];
      const held = rows.filter(({ stage }) => HOLDING.has(stage)).length;
      const waiting = rows.flatMap(({ waitingPosition }) => waitingPosition ?? []);
      expect(held).toBeLessThanOrEqual(seats);
      if (waiting.length > 0) expect(held).toBe(seats);
      expect([...waiting].sort()).toEqual(waiting.map((_, index) => index + 1));
    }
  });

  it('take residents of their own city, by a nomination of its office', () => {
    for (const block of blocks) {
      const cityOf = new Map(block.people.map(({ id, city }) => [id, city]));
      const classCity = new Map(block.classes.map(({ id, city }) => [id, city]));
      for (const { personId, classId } of block.nominations)
        expect(cityOf.get(personId)).toBe(classCity.get(classId));
    }
  });
});

describe('enrolments of the story', () => {
  it('pass through their stages in order', () => {
    for (const { stage, history } of enrolments) {
      expect(history.at(-1)?.stage).toBe(stage);
      expect(history.at(-1)?.on.localeCompare(DEMO_TODAY)).toBeLessThanOrEqual(0);
      const days = history.map(({ on }) => on);
      expect([...days].sort()).toEqual(days);
    }
  });

  it('never put one person into two classes at once', () => {
    const sitting = enrolments.filter(({ stage }) => stage === 'ENROLLED' || stage === 'RESERVED');
    expect(new Set(sitting.map(({ personId }) => personId)).size).toBe(sitting.length);
  });

  it('bring some people back for a second programme', () => {
    const completed = groupBy(
      enrolments.filter(({ stage }) => HOLDING.has(stage)),
      ({ personId }) => personId,
    );
    expect([...completed.values()].filter((rows) => rows.length > 1).length).toBeGreaterThan(5);
  });
});

describe('certificates of the story', () => {
  const certificates = blocks.flatMap((block) => block.certificates);

  it('are valid for three years, unless they ran out or were revoked', () => {
    for (const { issuedOn, validUntil, status, revokedOn } of certificates) {
      expect(validUntil).toBe(addDays(addMonths(issuedOn, 36), -1));
      expect(issuedOn <= DEMO_TODAY && (revokedOn ?? DEMO_TODAY) <= DEMO_TODAY).toBe(true);
      expect(status === 'REVOKED').toBe(revokedOn !== null);
      if (status !== 'REVOKED') expect(status === 'EXPIRED').toBe(validUntil < DEMO_TODAY);
    }
  });

  it('come from a completed enrolment, an earlier year or an internship', () => {
    const byId = new Map(enrolments.map((enrolment) => [enrolment.id, enrolment]));
    for (const { enrolmentId, personId } of certificates) {
      if (enrolmentId) expect(byId.get(enrolmentId)).toMatchObject({ personId, stage: 'COMPLETED' });
    }
  });

  it('name the position for pipe welding only', () => {
    for (const { programme, qualifier } of certificates)
      expect(qualifier === '6GR').toBe(programme === 'LAS-PIPA-6GR');
  });
});

describe('internships of the story', () => {
  it('have one host, a consent that fits the age, and days that fit the state', () => {
    for (const block of blocks) {
      const birthDates = new Map(block.people.map(({ id, birthDate }) => [id, birthDate]));
      for (const internship of block.internships) {
        const { employerId, facility, minor, guardianConsent, guardianConsentOn, studentId } = internship;
        expect((employerId === null) !== (facility === null)).toBe(true);
        expect(guardianConsent === 'NOT_NEEDED').toBe(!minor);
        expect(guardianConsentOn !== null).toBe(
          guardianConsent === 'GIVEN' || guardianConsent === 'WITHDRAWN',
        );
        if (guardianConsentOn) expect(guardianConsentOn <= DEMO_TODAY).toBe(true);
        if (studentId) expect(ageOf(birthDates.get(studentId) ?? DEMO_TODAY) < 18).toBe(minor);
        const { status, startsOn, endsOn } = internship;
        if (status === 'RUNNING') expect(startsOn <= DEMO_TODAY && endsOn >= DEMO_TODAY).toBe(true);
        if (status === 'ASSESSED' || status === 'CERTIFIED') expect(endsOn < DEMO_TODAY).toBe(true);
        if (status === 'PLANNED' || status === 'GUARDIAN_CONSENTED') expect(startsOn > DEMO_TODAY).toBe(true);
      }
    }
  });
});

describe('requests and demands of the story', () => {
  it('agree on where they stand', () => {
    for (const { skillDemands, trainingRequests, classes: own } of blocks) {
      const requests = new Map(trainingRequests.map((request) => [request.id, request]));
      for (const { id, status, requestId } of skillDemands) {
        const request = requestId ? requests.get(requestId) : undefined;
        if (request) expect(request.demandId).toBe(id);
        if (status === 'MET') expect(request?.status).toBe('FULFILLED');
        if (status === 'REQUESTED') expect(['SUBMITTED', 'PROPOSED', 'ACCEPTED']).toContain(request?.status);
        if (status === 'OPEN') expect([undefined, 'DECLINED']).toContain(request?.status);
        if (status === 'WITHDRAWN') expect(request?.status).toBe('WITHDRAWN');
      }
      for (const { id, requestId } of own) {
        if (requestId) expect(requests.get(requestId)?.classIds).toEqual([id]);
      }
      expect(trainingRequests.every(({ submittedOn }) => submittedOn <= DEMO_TODAY)).toBe(true);
    }
  });
});
