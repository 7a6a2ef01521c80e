import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import { Duplicate, type OutcomeMember, ReferenceUnknown } from '@simpul/kit/graphql/outcome';
import { appendEvent } from '@simpul/kit/write/event';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import { organizationRepository } from '../organization/organization.repository';
import { agreementMoveRepository } from './agreement-move.repository';
import { assertBinding, forbidden, unknownRecord } from './agreement-move.service';
import { bindingRoleOf, isRegistrar, organizationsOf } from './agreement-party.policy';
import { agreementWriteRepository, storedSource } from './agreement-write.repository';
import type { AgreementRow } from './agreement.entity';
import { agreementRepository } from './agreement.repository';
import type { RecordAgreementInput } from './record-agreement.input';
import { assertRecordWellFormed } from './record-agreement.policy';

/** Records an agreement that is claimed or planned; it opens nothing. */
export async function recordAgreement(
  ctx: RequestContext,
  input: RecordAgreementInput,
): Promise<Made | OutcomeMember> {
  assertRecordWellFormed(input);
  assertBinding(ctx);
  assertRecorder(ctx, input);
  const refusals = [Duplicate, ReferenceUnknown];
  const call = { field: 'recordAgreement', key: input.idempotencyKey, input, refusals };
  return once(ctx, call, (db) => record(ctx, db, input));
}

function assertRecorder({ identity }: RequestContext, { parties }: RecordAgreementInput): void {
  const own = organizationsOf(identity);
  const isIn = parties.some(
    ({ organization, role }) => role !== 'TO_BE_INVOLVED' && own.includes(organization),
  );
  if (isIn || isRegistrar(identity)) return;
  throw forbidden('An agreement is recorded by an organisation in it, or by the steward of the province.');
}

async function record(
  ctx: RequestContext,
  db: EntityManager,
  input: RecordAgreementInput,
): Promise<Made | OutcomeMember> {
  const named = input.parties.map(({ organization }) => organization);
  const organizations = await organizationRepository.findByIds(db, named);
  const missing = named.findIndex((id) => !organizations.some((row) => row.id === id));
  if (missing >= 0)
    return unknownRecord('Organization', ['input', 'parties', String(missing), 'organization']);
  const [followed] =
    input.followsUp == null ? [] : await agreementRepository.findByIds(db, [input.followsUp]);
  if (input.followsUp != null && !followed) return unknownRecord('Agreement', ['input', 'followsUp']);
  const alike = await agreementWriteRepository.findAlike(db, input);
  if (alike !== null) {
    return new Duplicate({
      message: 'This agreement is recorded already.',
      path: input.documentNumber == null ? ['input', 'title'] : ['input', 'documentNumber'],
      nextStep: 'Go on with the agreement that is recorded.',
      existingId: alike,
    });
  }
  const demo = followed?.demo === true || organizations.some((row) => row.demo);
  return add(ctx, db, input, recorded(input, demo));
}

async function add(
  ctx: RequestContext,
  db: EntityManager,
  input: RecordAgreementInput,
  row: AgreementRow,
): Promise<Made> {
  const { id, version, status, demo } = row;
  const { identity } = ctx;
  await agreementWriteRepository.add(db, row, input);
  await agreementMoveRepository.addChange(db, {
    ...{ agreementId: id, version, fromStatus: null, toStatus: status, reason: null },
    changedAt: ctx.clock.now(),
    byOrganizationId: organizationsOf(identity)[0] ?? null,
    byRole: bindingRoleOf(identity),
  });
  await appendEvent(ctx, db, {
    ...{
      aggregateType: 'Agreement',
      aggregateId: id,
      aggregateVersion: version,
      type: 'AgreementRecorded',
      demo,
    },
    payload: { status, form: row.form, parties: input.parties, followsUp: row.followsUpId },
  });
  return { id, version };
}

function recorded(input: RecordAgreementInput, demo: boolean): AgreementRow {
  return {
    id: randomUUID(),
    title: input.title.trim(),
    documentNumber: input.documentNumber?.trim() ?? null,
    form: input.form,
    status: input.status,
    plannedSigningOn: input.plannedSigningOn ?? null,
    ...{ signedOn: null, place: null, effectiveFrom: null, expiresOn: null },
    subject: input.subject?.trim() ?? null,
    followsUpId: input.followsUp ?? null,
    sources: input.sources.map(storedSource),
    version: 1,
    demo,
  };
}
