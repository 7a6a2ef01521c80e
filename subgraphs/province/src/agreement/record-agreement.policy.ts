import { InputCheck } from '@simpul/kit/input/input-check';
import { checkSources } from './agreement-source.policy';
import type { RecordAgreementInput } from './record-agreement.input';

const MOST_PARTIES = 50;
const MOST_CLAUSES = 100;
const LONGEST_TITLE = 300;
const LONGEST_SUBJECT = 1000;
const LONGEST_CLAUSE = 10_000;

/** Refuses a malformed agreement, naming every bad field at once. */
export function assertRecordWellFormed(input: RecordAgreementInput): void {
  const { parties } = input;
  const ids = parties.map(({ organization }) => organization);
  const check = new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .text(['input', 'title'], input.title, LONGEST_TITLE)
    .text(['input', 'documentNumber'], input.documentNumber, LONGEST_TITLE)
    .text(['input', 'subject'], input.subject, LONGEST_SUBJECT)
    .id(['input', 'followsUp'], input.followsUp)
    .require(
      input.status === 'CLAIMED' || input.status === 'PLANNED',
      ['input', 'status'],
      'is not where an agreement begins.',
      'Record it as CLAIMED or PLANNED; its signing is recorded by signAgreement.',
    )
    .require(
      parties.length > 0 && parties.length <= MOST_PARTIES,
      ['input', 'parties'],
      'has none, or too many.',
      `Name 1 to ${String(MOST_PARTIES)} organisations.`,
    )
    .id(['input', 'parties'], ids)
    .require(
      new Set(ids).size === ids.length,
      ['input', 'parties'],
      'names an organisation twice.',
      'Name each organisation once.',
    );
  checkClauses(check, input);
  checkSources(check, input.sources).done();
}

function checkClauses(check: InputCheck, { clauses }: RecordAgreementInput): void {
  const given = clauses ?? [];
  check.require(
    given.length <= MOST_CLAUSES,
    ['input', 'clauses'],
    'has too many clauses.',
    `Give at most ${String(MOST_CLAUSES)}.`,
  );
  given.forEach(({ number, title, text }, index) => {
    const at = (field: string): string[] => ['input', 'clauses', String(index), field];
    check
      .text(at('number'), number, LONGEST_TITLE)
      .text(at('title'), title, LONGEST_TITLE)
      .text(at('text'), text, LONGEST_CLAUSE);
  });
}
