import { type NewRow, replaceRows } from '@simpul/kit/database/rows';
import { agreementId, organizationId, recordedId } from '@simpul/schema/contract/ids';
import { RECORDED_ON } from '@simpul/schema/contract/recorded-on';
import type { EntityManager } from 'typeorm';
import { AGREEMENT_FACTS, type AgreementFact } from './facts-agreements';
import { recordEvents } from './facts-events';

/** Writes the recorded agreements with all that hangs on them. */
export async function loadAgreementFacts(db: EntityManager): Promise<void> {
  const facts = await untouched(db);
  const rows = facts.map(agreementRow);
  await replaceRows(db, 'agreement', rows);
  await replaceRows(db, 'agreement_party', facts.flatMap(partyRows));
  await replaceRows(db, 'agreement_signatory', facts.flatMap(signatoryRows));
  await replaceRows(db, 'agreement_witness', facts.flatMap(witnessRows));
  await replaceRows(db, 'agreement_change', facts.map(firstChange));
  await recordEvents(
    db,
    'Agreement',
    rows.map(({ id, status }) => ({ id, payload: { status } })),
  );
}

/** Those that nobody has moved since they were recorded: what was done by hand, no new version of the facts undoes. */
async function untouched(db: EntityManager): Promise<AgreementFact[]> {
  const moved: { id: string }[] = await db.query('SELECT id FROM agreement WHERE version > 1');
  return AGREEMENT_FACTS.filter(({ slug }) => !moved.some(({ id }) => id === agreementId(slug)));
}

function agreementRow(fact: AgreementFact): NewRow & { id: string } {
  return {
    id: agreementId(fact.slug),
    title: fact.title,
    form: fact.form,
    status: fact.status,
    planned_signing_on: fact.plannedSigningOn ?? null,
    signed_on: fact.signedOn ?? null,
    place: fact.place,
    subject: fact.subject ?? null,
    follows_up_id: fact.followsUp === undefined ? null : agreementId(fact.followsUp),
    sources: fact.sources,
    version: 1,
    demo: false,
  };
}

function partyRows({ slug, parties, sources }: AgreementFact): NewRow[] {
  return parties.map(({ organization, role }, position) => ({
    id: recordedId('agreement-party', `${slug}/${organization}`),
    agreement_id: agreementId(slug),
    organization_id: organizationId(organization),
    ...{ position, role, sources },
  }));
}

function signatoryRows({ slug, signatories, sources }: AgreementFact): NewRow[] {
  return (signatories ?? []).map(({ name, office, organization, capacity }, position) => ({
    agreement_id: agreementId(slug),
    organization_id: organizationId(organization),
    ...{ position, name, office, capacity, sources },
  }));
}

function witnessRows({ slug, witnesses }: AgreementFact): NewRow[] {
  return (witnesses ?? []).map(({ name, office, organization, role, sources }, position) => ({
    agreement_id: agreementId(slug),
    organization_id: organizationId(organization),
    ...{ position, name, office, role, sources },
  }));
}

function firstChange({ slug, status }: AgreementFact): NewRow {
  return {
    agreement_id: agreementId(slug),
    version: 1,
    to_status: status,
    changed_at: `${RECORDED_ON}T08:00:00+07:00`,
    reason: 'Recorded from published statements.',
  };
}
