import { insertRows } from '@simpul/kit/database/rows';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import {
  type AgreementSlug,
  agreementId,
  clauseId,
  organizationId,
  recordedId,
} from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import { DEMO_GRANTS, type DemoGrant } from './demo-grant-terms';

/** Writes the grants of the demonstration agreements: in force, ended, revoked, and not yet valid. */
export async function loadDemoGrants(db: EntityManager): Promise<void> {
  await insertRows(db, 'data_grant', DEMO_GRANTS.map(grantRow));
  await insertRows(
    db,
    'event',
    DEMO_GRANTS.map(({ slug, provider, recipient, validFrom }) =>
      loadedEvent({
        aggregateType: 'DataGrant',
        aggregateId: recordedId('data-grant', slug),
        type: 'DataAccessGranted',
        occurredOn: validFrom,
        payload: { provider: organizationId(provider), recipient: organizationId(recipient) },
        demo: true,
      }),
    ),
  );
}

function grantRow(grant: DemoGrant): Record<string, unknown> {
  return {
    id: recordedId('data-grant', grant.slug),
    agreement_id: agreementId(agreementOf(grant.clause)),
    clause_id: clauseId(grant.clause),
    provider_id: organizationId(grant.provider),
    recipient_id: organizationId(grant.recipient),
    categories: grant.categories,
    purposes: grant.purposes,
    region_codes: grant.regions ?? [],
    only_under_agreement: grant.onlyUnderAgreement ?? true,
    fields: grant.fields ?? [],
    legal_basis: grant.legalBasis ?? 'PUBLIC_TASK',
    retention_days: grant.retentionDays ?? null,
    valid_from: grant.validFrom,
    valid_to: grant.validTo ?? null,
    revoked_at: grant.revokedOn === undefined ? null : `${grant.revokedOn}T09:00:00+07:00`,
    version: grant.revokedOn === undefined ? 1 : 2,
    demo: true,
  };
}

function agreementOf(clause: DemoGrant['clause']): AgreementSlug {
  return clause.slice(0, 2) as AgreementSlug;
}
