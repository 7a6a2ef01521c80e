import { storyBlock } from './story';

const blocks = Array.from({ length: 8 }, (_, number) => storyBlock(number));
const people = blocks.flatMap((block) => block.people);
const vacancies = blocks.flatMap((block) => block.vacancies);
const certificates = blocks.flatMap((block) => block.certificates);
const placements = blocks.flatMap((block) => block.placements);
const overseasCases = blocks.flatMap((block) => block.overseasCases);
const internships = blocks.flatMap((block) => block.internships);

const valuesOf = <Row>(rows: readonly Row[], valueOf: (row: Row) => string | null | undefined): string[] =>
  [...new Set(rows.map(valueOf))].filter((value) => value != null).sort();

describe('every state that a question asks for occurs in 2,000 people', () => {
  it.each([
    [
      'registration',
      valuesOf(
        people.flatMap((p) => p.registrations),
        (r) => r.status,
      ),
      5,
    ],
    ['present stage', valuesOf(people, (p) => p.journey.at(-1)?.stage), 6],
    ['interview', valuesOf(people, (p) => p.interview?.result), 4],
    [
      'nomination',
      valuesOf(
        blocks.flatMap((b) => b.nominations),
        (n) => n.status,
      ),
      5,
    ],
    [
      'follow-up',
      valuesOf(
        blocks.flatMap((b) => b.nominations),
        (n) => n.followUp?.outcome,
      ),
      5,
    ],
    [
      'class',
      valuesOf(
        blocks.flatMap((b) => b.classes),
        (c) => c.status,
      ),
      5,
    ],
    [
      'purse of a class',
      valuesOf(
        blocks.flatMap((b) => b.classes),
        (c) => c.funding,
      ),
      5,
    ],
    [
      'leaf of the ledger',
      valuesOf(
        blocks.flatMap((b) => b.classes),
        (c) => c.allocation,
      ),
      9,
    ],
    [
      'enrolment',
      valuesOf(
        blocks.flatMap((b) => b.enrolments),
        (e) => e.stage,
      ),
      6,
    ],
    ['certificate', valuesOf(certificates, (c) => c.status), 3],
    ['placement', valuesOf(placements, (p) => p.scheme), 5],
    ['channel', valuesOf(placements, (p) => p.channel), 3],
    ['destination', valuesOf(placements, (p) => p.destination.area), 6],
    ['overseas stage', valuesOf(overseasCases, (c) => c.stage), 7],
    ['overseas way', valuesOf(overseasCases, (c) => `${c.scheme}/${c.country}`), 6],
    ['overseas purse', valuesOf(overseasCases, (c) => c.funding), 3],
    [
      'loan',
      valuesOf(
        blocks.flatMap((b) => b.financingCases),
        (f) => f.status,
      ),
      6,
    ],
    ['vacancy', valuesOf(vacancies, (v) => v.status), 8],
    ['report of a vacancy', valuesOf(vacancies, (v) => v.reporting.status), 5],
    ['verification', valuesOf(vacancies, (v) => v.verification?.status), 4],
    ['source of a vacancy', valuesOf(vacancies, (v) => v.source), 5],
    [
      'finding',
      valuesOf(
        blocks.flatMap((b) => b.findings),
        (f) => f.result,
      ),
      3,
    ],
    [
      'skill demand',
      valuesOf(
        blocks.flatMap((b) => b.skillDemands),
        (d) => d.status,
      ),
      4,
    ],
    [
      'training request',
      valuesOf(
        blocks.flatMap((b) => b.trainingRequests),
        (r) => r.status,
      ),
      6,
    ],
    ['internship', valuesOf(internships, (i) => i.status), 6],
    ['guardian', valuesOf(internships, (i) => i.guardianConsent), 4],
    [
      'consent',
      valuesOf(
        blocks.flatMap((b) => b.consents),
        (c) => c.status,
      ),
      3,
    ],
    [
      'duplicate',
      valuesOf(
        blocks.flatMap((b) => b.duplicates),
        (d) => `${d.match}/${d.acrossOffices}`,
      ),
      3,
    ],
    [
      'size of employer',
      valuesOf(
        blocks.flatMap((b) => b.employers),
        (e) => e.size,
      ),
      4,
    ],
  ])('%s', (_, values, count) => {
    expect(values).toHaveLength(count);
  });
});
