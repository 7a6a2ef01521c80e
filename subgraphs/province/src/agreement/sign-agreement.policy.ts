import { moveCheck } from './agreement-agreed-move.policy';
import { checkSources } from './agreement-source.policy';
import type { AgreementForm } from './agreement.type';
import type { SignAgreementInput } from './sign-agreement.input';

const MOST_PEOPLE = 50;
const LONGEST_NAME = 200;

/** Refuses a malformed signing, naming every bad field at once. */
export function assertSigningWellFormed(input: SignAgreementInput, today: string): void {
  const witnesses = input.witnesses ?? [];
  const check = moveCheck(input)
    .require(
      input.signedOn <= today,
      ['input', 'signedOn'],
      'lies in the future.',
      'Record a signing when it has taken place.',
    )
    .period(['input', 'expiresOn'], input.signedOn, input.expiresOn)
    .text(['input', 'place'], input.place, LONGEST_NAME)
    .require(
      input.signatories.length > 0 && input.signatories.length <= MOST_PEOPLE,
      ['input', 'signatories'],
      'has nobody, or too many.',
      `Name 1 to ${String(MOST_PEOPLE)} people who signed.`,
    )
    .require(
      witnesses.length <= MOST_PEOPLE,
      ['input', 'witnesses'],
      'has too many.',
      `Name at most ${String(MOST_PEOPLE)}.`,
    );
  for (const [list, people] of [
    ['signatories', input.signatories],
    ['witnesses', witnesses],
  ] as const) {
    people.forEach(({ name, office, organization }, index) => {
      const at = (field: string): string[] => ['input', list, String(index), field];
      check
        .text(at('name'), name, LONGEST_NAME)
        .text(at('office'), office, LONGEST_NAME)
        .id(at('organization'), organization);
    });
  }
  checkSources(check, input.sources).done();
}

/** What keeps an agreement from having been signed as it is told. */
export function unmetForSigning(
  form: AgreementForm,
  signatories: SignAgreementInput['signatories'],
  organizations: readonly string[],
): string[] {
  const strangers = signatories.filter(({ organization }) => !organizations.includes(organization));
  return [
    ...(form === 'NO_DOCUMENT'
      ? ['A meeting or a verbal commitment has no document to sign; record the document as its follow-up.']
      : []),
    ...strangers.map(({ organization }) => `Organisation ${organization} is not in this agreement.`),
  ];
}
