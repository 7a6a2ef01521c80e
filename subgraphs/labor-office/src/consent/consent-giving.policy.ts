import type { RequestContext } from '@simpul/kit/context/context';
import { InputCheck } from '@simpul/kit/input/input-check';
import type { Standing } from '@simpul/kit/policy/reach';
import type { ConsentRow } from './consent.entity';
import type { GiveConsentInput, WithdrawConsentInput } from './consent.input';

const SHA256 = /^[0-9a-f]{64}$/i;

/** Refuses a malformed consent, naming every bad field at once. */
export function assertConsentWellFormed(input: GiveConsentInput, today: string): void {
  new InputCheck()
    .idempotencyKey(input.idempotencyKey)
    .id(['input', 'person'], input.person)
    .id(['input', 'recipient'], input.recipient)
    .require(input.categories.length > 0, ['input', 'categories'], 'is empty.', 'Name at least one category.')
    .require(
      input.validUntil == null || input.validUntil >= today,
      ['input', 'validUntil'],
      'lies in the past.',
      'Give today or a later day, or none until it is withdrawn.',
    )
    .require(
      SHA256.test(input.evidenceHash),
      ['input', 'evidenceHash'],
      'is no SHA-256.',
      'Give the 64 hexadecimal digits of the hash of the signed form or the recording.',
    )
    .done();
}

/** Refuses a malformed withdrawal, naming every bad field at once. */
export function assertWithdrawalWellFormed(input: WithdrawConsentInput): void {
  new InputCheck().idempotencyKey(input.idempotencyKey).id(['input', 'consent'], input.consent).done();
}

/** Whether the caller changes consents at all: citizens their own, officers those of the people of their office. */
export function changesConsents(ctx: RequestContext): boolean {
  return isCitizen(ctx) || isOfficer(ctx);
}

/** Whether the caller may change the consents of a person to whom it stands like this; one who reads by a grant may not. */
export function changesConsentsOf(ctx: RequestContext, { relations }: Standing): boolean {
  return (isCitizen(ctx) && relations.includes('SELF')) || (isOfficer(ctx) && relations.includes('OWN'));
}

/** Whether a consent that holds opens just what another would. */
export function opensTheSame(
  holding: Pick<ConsentRow, 'recipientId' | 'purpose' | 'categories'>,
  { recipient, purpose, categories }: GiveConsentInput,
): boolean {
  const [one, other] = [new Set(holding.categories), new Set(categories)];
  return (
    holding.recipientId === recipient &&
    holding.purpose === purpose &&
    one.size === other.size &&
    [...one].every((category) => other.has(category))
  );
}

function isCitizen({ identity, purpose }: RequestContext): boolean {
  return identity.roles.includes('CITIZEN') && purpose === 'SUBJECT_ACCESS';
}

function isOfficer({ identity: { roles }, purpose }: RequestContext): boolean {
  return (roles.includes('CASEWORKER') || roles.includes('HEAD')) && purpose !== null;
}
