import type { RequestContext } from '@simpul/kit/context/context';
import {
  IllegalMove,
  NotEligible,
  OutcomeMember,
  ReferenceUnknown,
  VersionConflict,
} from '@simpul/kit/graphql/outcome';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { organizationRepository } from '../organization/organization.repository';
import {
  type OpenedAgreement,
  assertBinding,
  land,
  openForMove,
  unknownRecord,
} from './agreement-move.service';
import { agreementWriteRepository } from './agreement-write.repository';
import type { SignAgreementInput } from './sign-agreement.input';
import { assertSigningWellFormed, unmetForSigning } from './sign-agreement.policy';

/** Records that an agreement was signed: what the document does not say stays unknown. */
export async function signAgreement(
  ctx: RequestContext,
  input: SignAgreementInput,
): Promise<Made | OutcomeMember> {
  assertSigningWellFormed(input, ctx.clock.today());
  assertBinding(ctx);
  const refusals = [IllegalMove, NotEligible, ReferenceUnknown, VersionConflict];
  const call = { field: 'signAgreement', key: input.idempotencyKey, input, refusals };
  return once(ctx, call, async (db) => {
    const opened = await openForMove(ctx, db, 'SIGN', input);
    if (opened instanceof OutcomeMember) return opened;
    return (
      (await unknownOrganization(db, input)) ??
      refusedSigning(opened, input) ??
      (await sign(ctx, db, opened, input))
    );
  });
}

async function sign(
  ctx: RequestContext,
  db: EntityManager,
  opened: OpenedAgreement,
  input: SignAgreementInput,
): Promise<Made> {
  const { id, place, sources } = opened.agreement;
  const added = await agreementWriteRepository.addSigning(db, id, sources, input);
  const expiresOn = input.expiresOn ?? null;
  const changes = { signedOn: input.signedOn, place: input.place?.trim() ?? place, expiresOn };
  return land(ctx, db, opened, { move: 'SIGN', changes, added, reason: null });
}

async function unknownOrganization(
  db: EntityManager,
  { signatories, witnesses }: SignAgreementInput,
): Promise<ReferenceUnknown | null> {
  const lists = { signatories, witnesses: witnesses ?? [] };
  const named = Object.values(lists)
    .flat()
    .map(({ organization }) => organization ?? null);
  const found = await organizationRepository.findByIds(
    db,
    named.filter((id) => id !== null),
  );
  const known = new Set(found.map(({ id }) => id));
  for (const [list, people] of Object.entries(lists)) {
    const index = people.findIndex(({ organization }) => organization != null && !known.has(organization));
    if (index >= 0) return unknownRecord('Organization', ['input', list, String(index), 'organization']);
  }
  return null;
}

function refusedSigning(
  { agreement, parts }: OpenedAgreement,
  { signatories }: SignAgreementInput,
): NotEligible | null {
  const organizations = parts.map(({ organizationId }) => organizationId);
  const reasons = unmetForSigning(agreement.form, signatories, organizations);
  if (reasons.length === 0) return null;
  return new NotEligible({
    message: 'The agreement cannot have been signed like this.',
    ...{ path: ['input'], nextStep: null, reasons },
  });
}
