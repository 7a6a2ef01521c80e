import type { Identity } from '@simpul/kit/identity/identity';
import { InputCheck } from '@simpul/kit/input/input-check';
import { containsNik } from '@simpul/schema/contract/nik';
import type { RevealNikInput, VerifyNikInput } from './person-nik.input';

/** How often a number may be compared within an hour: guesses at one person, and guesses by one caller. */
export const MOST_CHECKS = { ofPerson: 5, byCaller: 20 } as const;

/** The labour office whose officer the caller is, who may compare a number; null: the caller is none. */
export function officeOfOfficer({ roles, office }: Identity): string | null {
  return roles.includes('CASEWORKER') || roles.includes('HEAD') ? office : null;
}

/** The labour office that the caller heads, who may have a number told; null: the caller heads none. */
export function officeOfHead({ roles, office }: Identity): string | null {
  return roles.includes('HEAD') ? office : null;
}

/** Refuses a malformed comparison, naming every bad field at once; what a NIK looks like is for its scalar to say. */
export function assertComparable({ idempotencyKey, person }: VerifyNikInput): void {
  checkKey(new InputCheck().idempotencyKey(idempotencyKey), idempotencyKey)
    .id(['input', 'person'], person)
    .done();
}

/** Refuses a malformed wish to be told a number. */
export function assertRevealable({ idempotencyKey, person, reason }: RevealNikInput): void {
  checkKey(new InputCheck().idempotencyKey(idempotencyKey), idempotencyKey)
    .id(['input', 'person'], person)
    .text(['input', 'reason'], reason, 500)
    .require(
      reason.trim().length >= 10,
      ['input', 'reason'],
      'says too little.',
      'Give the reason in a sentence; the person gets to read it.',
    )
    .require(
      !containsNik(reason),
      ['input', 'reason'],
      'holds digits that form a NIK.',
      'Name the person by id only.',
    )
    .done();
}

/** The key is kept as it is, so that it is no place for a number either. */
function checkKey(check: InputCheck, key: string): InputCheck {
  return check.require(
    !containsNik(key),
    ['input', 'idempotencyKey'],
    'holds digits that form a NIK.',
    'Send a fresh UUID with each new change.',
  );
}
