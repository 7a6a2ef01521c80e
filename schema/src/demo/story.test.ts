import { BLOCK_SIZE } from './scene';
import { storyBlock } from './story';
import type { StoryBlock } from './story.types';

const blocks = Array.from({ length: 8 }, (_, number) => storyBlock(number));

/** Every row of a block that has an id. */
function idsIn(block: StoryBlock): string[] {
  const rows = Object.values(block).flatMap((list: unknown) =>
    Array.isArray(list) ? (list as { id: string }[]) : [],
  );
  const parts = block.people.flatMap(({ registrations, interview, interests }) => [
    ...registrations,
    ...(interview ? [interview] : []),
    ...(interests ? [interests] : []),
  ]);
  return [...rows, ...parts, ...block.employers.flatMap(({ reports }) => reports)].map(({ id }) => id);
}

describe('a block of the story', () => {
  it('is the same each time it is told, whatever was told before', () => {
    const before = JSON.stringify(blocks[5]);
    storyBlock(211);
    expect(JSON.stringify(storyBlock(5))).toBe(before);
  });

  it('differs from its neighbours', () => {
    expect(JSON.stringify(blocks[1]?.people)).not.toBe(JSON.stringify(storyBlock(9).people));
  });

  it('has the people, classes and employers that the plan counts on', () => {
    for (const { people, classes, employers, vacancies } of blocks) {
      expect([people.length, classes.length, employers.length, vacancies.length]).toEqual([
        BLOCK_SIZE,
        5,
        15,
        35,
      ]);
      expect(people.filter(({ city }) => city === '36.73')).toHaveLength(150);
    }
  });

  it('refers to nothing outside itself', () => {
    for (const block of blocks) {
      const known = new Set(idsIn(block));
      const references = [
        ...block.nominations.flatMap(({ personId, classId }) => [personId, classId]),
        ...block.enrolments.flatMap(({ personId, classId, nominationId }) => [
          personId,
          classId,
          nominationId,
        ]),
        ...block.certificates.flatMap(({ personId, enrolmentId }) => [personId, enrolmentId]),
        ...block.placements.flatMap((row) => [row.personId, row.employerId, row.vacancyId, row.classId]),
        ...block.placements.map(({ overseasCaseId }) => overseasCaseId),
        ...block.overseasCases.flatMap((row) => [row.personId, row.financingId, row.placementId]),
        ...block.financingCases.flatMap(({ personId, overseasCaseId }) => [personId, overseasCaseId]),
        ...block.vacancies.map(({ employerId }) => employerId),
        ...block.findings.flatMap(({ employerId, vacancyId }) => [employerId, vacancyId]),
        ...block.skillDemands.flatMap(({ employerId, requestId }) => [employerId, requestId]),
        ...block.trainingRequests.flatMap(({ employerId, demandId, classIds }) => [
          employerId,
          demandId,
          ...classIds,
        ]),
        ...block.classes.map(({ requestId }) => requestId),
        ...block.internships.flatMap((row) => [row.studentId, row.employerId, row.certificateId]),
        ...block.consents.map(({ personId }) => personId),
        ...block.duplicates.flatMap(({ personIds }) => personIds),
        ...block.people.map(({ resemblesId }) => resemblesId),
      ];
      expect(references.filter((id) => id !== null && !known.has(id))).toEqual([]);
    }
  });

  it('shares no id with any other of 400 blocks', () => {
    const seen = new Set<string>();
    let rows = 0;
    for (let number = 0; number < 400; number++) {
      for (const id of idsIn(storyBlock(number))) {
        seen.add(id);
        rows++;
      }
    }
    expect(seen.size).toBe(rows);
  }, 60_000);
});
