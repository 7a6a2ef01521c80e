import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@simpul/kit/context/context';
import {
  Duplicate,
  NotEligible,
  OutcomeMember,
  type OutcomeTold,
  ReferenceUnknown,
} from '@simpul/kit/graphql/outcome';
import { type Made, once } from '@simpul/kit/write/once';
import type { EntityManager } from 'typeorm';
import type { CountersignatureClass } from '../agreement/agreement-agreed-move.service';
import { agreementMoveRepository } from '../agreement/agreement-move.repository';
import { assertBinding, forbidden, unknownRecord } from '../agreement/agreement-move.service';
import { organizationsOf } from '../agreement/agreement-party.policy';
import type { AgreementRow } from '../agreement/agreement.entity';
import { agreementPolicy } from '../agreement/agreement.policy';
import type { AgreementStatus } from '../agreement/agreement.type';
import type { ClauseRow } from '../clause/clause.entity';
import { clauseRepository } from '../clause/clause.repository';
import { organizationRepository } from '../organization/organization.repository';
import type { GrantDataAccessInput } from './data-grant-change.input';
import { dataGrantGivingRepository } from './data-grant-giving.repository';
import { assertGrantWellFormed, unmetForGrant } from './data-grant-giving.policy';
import { type Word, giveWord } from './data-grant-word.service';
import type { DataGrantRow } from './data-grant.entity';
import { dataGrantRepository } from './data-grant.repository';

/** What this agency publishes of a grant that cannot be given yet; the resolver hands them in. */
export interface GrantOutcomes {
  readonly Needed: CountersignatureClass;
  readonly NotInForce: new (told: OutcomeTold & { status: AgreementStatus }) => OutcomeMember;
}

/** Gives a side's word for a grant: the first side's proposes it, the other side's makes it. */
export async function grantDataAccess(
  ctx: RequestContext,
  input: GrantDataAccessInput,
  outcomes: GrantOutcomes,
): Promise<Made | OutcomeMember> {
  assertGrantWellFormed(input, ctx.clock.today());
  assertBinding(ctx);
  const side = organizationsOf(ctx.identity).find((id) => id === input.provider || id === input.recipient);
  if (side === undefined) throw forbidden('A grant is given by its provider and its recipient.');
  const { Needed, NotInForce } = outcomes;
  const refusals = [Needed, NotInForce, NotEligible, ReferenceUnknown, Duplicate];
  return once(ctx, { field: 'grantDataAccess', key: input.idempotencyKey, input, refusals }, async (db) => {
    const under = await openFrame(ctx, db, input, NotInForce);
    if (under instanceof OutcomeMember) return under;
    const alike = await dataGrantGivingRepository.findAlike(db, input);
    const taken = await refusedId(db, input, alike);
    if (taken) return taken;
    const grant = alike ?? proposed(input, under.agreement.demo);
    const word: Word = { side, signature: input.countersignature ?? null, isNew: alike === null };
    return giveWord(ctx, db, { grant, ...under }, word, Needed);
  });
}

/** The agreement and the clause, locked, if a grant can be given under them. */
async function openFrame(
  ctx: RequestContext,
  db: EntityManager,
  input: GrantDataAccessInput,
  NotInForce: GrantOutcomes['NotInForce'],
): Promise<{ agreement: AgreementRow; clause: ClauseRow } | OutcomeMember> {
  const agreement = await agreementMoveRepository.findForChange(db, input.agreement);
  if (!agreement) return unknownRecord('Agreement', ['input', 'agreement']);
  const [clause] = await clauseRepository.findByIds(db, [input.clause]);
  if (clause?.agreementId !== agreement.id) return unknownRecord('Clause', ['input', 'clause']);
  const known = await organizationRepository.findByIds(db, [input.provider, input.recipient]);
  for (const field of ['provider', 'recipient'] as const) {
    if (!known.some(({ id }) => id === input[field])) return unknownRecord('Organization', ['input', field]);
  }
  const status = agreementPolicy.statusOn(agreement, ctx.clock.today());
  if (status !== 'IN_FORCE') {
    return new NotInForce({
      message: `The agreement is ${status}; only one in force opens data.`,
      ...{ path: ['input', 'agreement'], nextStep: 'Bring the agreement into force first.', status },
    });
  }
  const { effectiveFrom, expiresOn } = agreement;
  const parts = await agreementMoveRepository.findParts(db, agreement.id);
  const reasons = unmetForGrant(input, { effectiveFrom, expiresOn, parts, clauseKind: clause.kind });
  if (reasons.length === 0) return { agreement, clause };
  return new NotEligible({
    message: 'The grant does not meet a condition of its agreement.',
    ...{ path: ['input'], nextStep: null, reasons },
  });
}

/** A signature covers the id: two sides that chose different ones would sign two grants. */
async function refusedId(
  db: EntityManager,
  { grant }: GrantDataAccessInput,
  alike: DataGrantRow | null,
): Promise<Duplicate | null> {
  if (grant == null || grant === alike?.id) return null;
  const [holder] = await dataGrantRepository.findByIds(db, [grant]);
  const existing = alike ?? holder;
  if (!existing) return null;
  return new Duplicate({
    message: alike ? 'The same grant waits or stands under another id.' : 'Another grant has this id.',
    path: ['input', 'grant'],
    nextStep: alike ? 'Sign the grant that exists and repeat its id.' : 'Choose a random UUID.',
    existingId: existing.id,
  });
}

function proposed(input: GrantDataAccessInput, demo: boolean): DataGrantRow {
  const sorted = <T extends string>(values: readonly T[] | null | undefined): T[] =>
    [...new Set(values ?? [])].sort();
  return {
    id: input.grant ?? randomUUID(),
    ...{ agreementId: input.agreement, clauseId: input.clause },
    ...{ providerId: input.provider, recipientId: input.recipient },
    categories: sorted(input.categories),
    purposes: sorted(input.purposes),
    regionCodes: sorted(input.scope?.regions),
    onlyUnderAgreement: input.scope?.onlyUnderAgreement ?? true,
    fields: sorted(input.scope?.fields),
    legalBasis: input.legalBasis,
    retentionDays: null,
    ...{ validFrom: input.validFrom, validTo: input.validTo ?? null },
    ...{ revokedAt: null, revokedById: null, revocationReason: null, version: 1, demo },
  };
}
