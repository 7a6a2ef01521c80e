import { InputCheck } from '@simpul/kit/input/input-check';
import type { Part } from '../agreement/agreement-party.entity';
import type { ClauseKind } from '../clause/clause.type';
import type { GrantDataAccessInput, RevokeDataAccessInput } from './data-grant-change.input';
import type { GrantTerm } from './data-grant.policy';

const COORDINATE = /^[A-Z][A-Za-z]{0,63}\.[a-z][A-Za-z]{0,63}$/;
const DETACHED_JWS = /^[\w-]{1,500}\.\.[\w-]{1,200}$/;
const GREATEST_VERSION = 2_147_483_647;
const LONGEST_REASON = 500;

/** Refuses a malformed grant, naming every bad field at once. */
export function assertGrantWellFormed(input: GrantDataAccessInput, today: string): void {
  const { scope, validFrom, validTo, countersignature, grant } = input;
  const check = new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(['input', 'grant'], grant)
    .id(['input', 'agreement'], input.agreement)
    .id(['input', 'clause'], input.clause)
    .id(['input', 'provider'], input.provider)
    .id(['input', 'recipient'], input.recipient)
    .require(
      input.provider !== input.recipient,
      ['input', 'recipient'],
      'is the provider itself.',
      'Name the organisation that is to read.',
    )
    .region(['input', 'scope', 'regions'], scope?.regions)
    .codes(['input', 'scope', 'fields'], scope?.fields, COORDINATE, 'Certificate.scheme')
    .period(['input', 'validTo'], validFrom, validTo)
    .require(
      validTo == null || validTo >= today,
      ['input', 'validTo'],
      'lies in the past.',
      'Give today or a later day, or none for as long as the agreement.',
    );
  checkOpened(check, input);
  check
    .require(
      countersignature == null || DETACHED_JWS.test(countersignature),
      ['input', 'countersignature'],
      'is no detached JWS.',
      'Send header..signature, signed over the canonical grant.',
    )
    .require(
      countersignature == null || grant != null,
      ['input', 'grant'],
      'is needed with a countersignature.',
      'Give the id that was signed.',
    )
    .done();
}

function checkOpened(check: InputCheck, { categories, purposes, scope }: GrantDataAccessInput): void {
  check
    .require(categories.length > 0, ['input', 'categories'], 'is empty.', 'Name at least one category.')
    .require(
      !categories.includes('SPECIFIC') || (scope?.fields ?? []).length > 0,
      ['input', 'scope', 'fields'],
      'must name the fields of specific personal data.',
      'Name each field as Type.field, or leave SPECIFIC out (UU 27/2022 art. 4).',
    )
    .require(purposes.length > 0, ['input', 'purposes'], 'is empty.', 'Name at least one purpose.');
}

/** Refuses a malformed revocation, naming every bad field at once. */
export function assertRevocationWellFormed(input: RevokeDataAccessInput): void {
  new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(['input', 'grant'], input.grant)
    .range(['input', 'version'], input.version, 1, GREATEST_VERSION)
    .text(['input', 'reason'], input.reason, LONGEST_REASON)
    .done();
}

/** What a grant is given under. */
export interface GivenUnder {
  readonly parts: readonly Part[];
  readonly clauseKind: ClauseKind;
  readonly effectiveFrom: string | null;
  readonly expiresOn: string | null;
}

/** The conditions that a grant does not meet, all of them. */
export function unmetForGrant(
  { provider, recipient, validFrom, validTo }: GrantDataAccessInput,
  { parts, clauseKind, effectiveFrom, expiresOn }: GivenUnder,
): string[] {
  const isIn = (id: string): boolean =>
    parts.some(({ organizationId, role }) => organizationId === id && role !== 'TO_BE_INVOLVED');
  return [
    ...(isIn(provider) ? [] : ['The provider is neither a party of the agreement nor implements it.']),
    ...(isIn(recipient) ? [] : ['The recipient is neither a party of the agreement nor implements it.']),
    ...(clauseKind === 'DATA_SHARING' ? [] : ['The clause does not regulate the exchange of personal data.']),
    ...(effectiveFrom !== null && validFrom < effectiveFrom
      ? [`The agreement is in force from ${effectiveFrom} only.`]
      : []),
    ...(expiresOn !== null && (validTo ?? validFrom) > expiresOn
      ? [`The agreement ends on ${expiresOn}.`]
      : []),
  ];
}

/** Where a grant stands by itself, whatever its agreement does. */
export function standingOfGrant(
  { revokedAt, validTo }: Pick<GrantTerm, 'revokedAt' | 'validTo'>,
  day: string,
): 'REVOKED' | 'ENDED' | 'STANDS' {
  if (revokedAt !== null) return 'REVOKED';
  return validTo !== null && validTo < day ? 'ENDED' : 'STANDS';
}
