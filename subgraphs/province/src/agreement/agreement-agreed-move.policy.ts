import { InputCheck } from '@simpul/kit/input/input-check';
import type { AgreementMoveInput, BringAgreementIntoForceInput } from './agreement-move.input';
import type { AgreementForm } from './agreement.type';

const GREATEST_VERSION = 2_147_483_647;

/** What a reason may be as long as. */
const LONGEST_REASON = 500;

/** The fields that every move of an agreement has. */
export function moveCheck(input: { idempotencyKey: string; agreement: string; version: number }): InputCheck {
  return new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(['input', 'agreement'], input.agreement)
    .range(['input', 'version'], input.version, 1, GREATEST_VERSION);
}

/** Refuses a malformed suspension, resumption or termination, naming every bad field at once. */
export function assertMoveWellFormed(input: AgreementMoveInput): void {
  moveCheck(input).text(['input', 'reason'], input.reason, LONGEST_REASON).done();
}

/** Refuses malformed days of force, naming every bad field at once. */
export function assertIntoForceWellFormed(input: BringAgreementIntoForceInput, today: string): void {
  const { effectiveFrom, expiresOn } = input;
  moveCheck(input)
    .period(['input', 'expiresOn'], effectiveFrom, expiresOn)
    .require(
      expiresOn == null || expiresOn >= today,
      ['input', 'expiresOn'],
      'lies in the past.',
      'Give today or a later day, or none when the document gives none.',
    )
    .done();
}

/** What keeps a signed agreement from coming into force on these days. */
export function unmetForForce(
  agreement: { form: AgreementForm; signedOn: string | null; expiresOn: string | null },
  { effectiveFrom, expiresOn }: { effectiveFrom: string; expiresOn: string | null },
): string[] {
  const { form, signedOn } = agreement;
  return [
    ...(form === 'NO_DOCUMENT'
      ? ['A meeting or a verbal commitment binds nobody: it has no document (PP 28/2018).']
      : []),
    ...(signedOn !== null && effectiveFrom < signedOn
      ? [`It was signed on ${signedOn} and cannot be in force before.`]
      : []),
    ...(agreement.expiresOn !== null && expiresOn !== agreement.expiresOn
      ? [`The signed document ends it on ${agreement.expiresOn}.`]
      : []),
  ];
}
