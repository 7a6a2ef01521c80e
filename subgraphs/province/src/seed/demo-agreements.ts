import { insertRows } from '@simpul/kit/database/rows';
import type { StoredSource } from '@simpul/kit/database/sources';
import { loadedEvent } from '@simpul/kit/write/loaded-event';
import { type OrganizationSlug, agreementId, organizationId, recordedId } from '@simpul/schema/contract/ids';
import { DEMO_AGREEMENTS, type DemoAgreement, type DemoAgreementSlug } from '@simpul/schema/demo/agreements';
import { addDays } from '@simpul/schema/demo/calendar';
import type { EntityManager } from 'typeorm';
import type { PartyRole } from '../agreement/agreement-party.type';
import type { SignatoryCapacity } from '../agreement/agreement-signing.type';
import type { AgreementStatus } from '../agreement/agreement.type';

/** Stands behind every row that was made up. */
export const DEMO_SOURCE: StoredSource = {
  name: 'data-demo',
  kind: 'RECORD',
  title: 'Generated demonstration data',
  url: null,
  publishedOn: null,
};

export const DEMO_SLUGS: readonly DemoAgreementSlug[] = ['D1', 'D2', 'D3', 'D4'];

const SUBJECTS: Readonly<Record<DemoAgreementSlug, string>> = {
  D1: 'Pelatihan warga Kota Serang di BBPVP Serang: kuota, pertukaran data, pembiayaan, penyaluran (demo).',
  D2: 'Pelatihan warga Kota Cilegon di BBPVP Serang: kuota, pertukaran data, pembiayaan, penyaluran (demo).',
  D3: 'Pelatihan sesuai kebutuhan anggota Apindo di Cilegon, magang, dan penempatan (demo).',
  D4: 'Koordinasi pelatihan luar negeri se-Banten dan magang siswa SMK (demo).',
};

/** Who puts the agreement to work without having signed it. */
const IMPLEMENTERS: ReadonlySet<OrganizationSlug> = new Set([
  'disnakertrans-kota-serang',
  'disnaker-banten',
  'dinas-pendidikan-banten',
]);

const CAPACITIES: Partial<Record<OrganizationSlug, SignatoryCapacity>> = {
  'bbpvp-serang': 'HEAD_OF_CENTRAL_UNIT',
  apindo: 'ASSOCIATION_OFFICER',
  'pemprov-banten': 'HEAD_OF_REGION',
  'pemkot-serang': 'HEAD_OF_REGION',
  'pemkot-cilegon': 'HEAD_OF_REGION',
};

/** Writes the four demonstration agreements with parties, signatures and history. */
export async function loadDemoAgreements(db: EntityManager): Promise<void> {
  await insertRows(db, 'agreement', DEMO_SLUGS.map(agreementRow));
  await insertRows(db, 'agreement_party', DEMO_SLUGS.flatMap(partyRows));
  await insertRows(db, 'agreement_signatory', DEMO_SLUGS.flatMap(signatoryRows));
  await insertRows(db, 'agreement_witness', DEMO_SLUGS.map(witnessRow));
  await insertRows(db, 'agreement_change', DEMO_SLUGS.flatMap(changeRows));
  await insertRows(
    db,
    'event',
    DEMO_SLUGS.map((slug) =>
      loadedEvent({
        aggregateType: 'Agreement',
        aggregateId: agreementId(slug),
        type: 'AgreementBroughtIntoForce',
        occurredOn: DEMO_AGREEMENTS[slug].effectiveFrom,
        payload: { effectiveFrom: DEMO_AGREEMENTS[slug].effectiveFrom },
        demo: true,
      }),
    ),
  );
}

function agreementRow(slug: DemoAgreementSlug, index: number): Record<string, unknown> {
  const { followsUp, signedOn, effectiveFrom, expiresOn } = DEMO_AGREEMENTS[slug];
  return {
    id: agreementId(slug),
    title: 'Perjanjian Kerja Sama (demo)',
    document_number: `DEMO/PKS/${String(index + 1).padStart(3, '0')}`,
    form: 'PKS',
    status: 'IN_FORCE',
    planned_signing_on: addDays(signedOn, -7),
    signed_on: signedOn,
    place: 'Ruang rapat (demo)',
    effective_from: effectiveFrom,
    expires_on: expiresOn,
    subject: SUBJECTS[slug],
    follows_up_id: agreementId(followsUp),
    sources: [DEMO_SOURCE],
    version: historyOf(slug).length,
    demo: true,
  };
}

function partyRows(slug: DemoAgreementSlug): Record<string, unknown>[] {
  return DEMO_AGREEMENTS[slug].parties.map((organization, position) => ({
    id: recordedId('agreement-party', `${slug}/${organization}`),
    agreement_id: agreementId(slug),
    organization_id: organizationId(organization),
    position,
    role: roleOf(organization),
    sources: [DEMO_SOURCE],
  }));
}

function roleOf(organization: OrganizationSlug): PartyRole {
  return IMPLEMENTERS.has(organization) ? 'IMPLEMENTER' : 'PARTY';
}

function signatoryRows(slug: DemoAgreementSlug): Record<string, unknown>[] {
  return DEMO_AGREEMENTS[slug].parties
    .filter((organization) => roleOf(organization) === 'PARTY')
    .map((organization, position) => {
      const capacity = CAPACITIES[organization] ?? 'HEAD_OF_AGENCY';
      return {
        agreement_id: agreementId(slug),
        organization_id: organizationId(organization),
        position,
        name: `Penanda Tangan ${slug}-${String(position + 1)} (demo)`,
        office: 'Pejabat (demo)',
        capacity,
        power_of_attorney: capacity === 'HEAD_OF_AGENCY',
        sources: [DEMO_SOURCE],
      };
    });
}

function witnessRow(slug: DemoAgreementSlug): Record<string, unknown> {
  return {
    agreement_id: agreementId(slug),
    position: 0,
    name: `Saksi ${slug} (demo)`,
    office: 'Pejabat (demo)',
    organization_id: organizationId('bbpvp-serang'),
    role: 'WITNESS',
    sources: [DEMO_SOURCE],
  };
}

type Step = readonly [to: AgreementStatus, on: string, reason: string | null];

/** D2 was suspended for three weeks; the others went straight from plan to force. */
function historyOf(slug: DemoAgreementSlug): readonly Step[] {
  const { signedOn, effectiveFrom }: DemoAgreement = DEMO_AGREEMENTS[slug];
  const steps: Step[] = [
    ['PLANNED', addDays(signedOn, -7), null],
    ['SIGNED', signedOn, null],
    ['IN_FORCE', effectiveFrom, null],
  ];
  if (slug !== 'D2') return steps;
  return [
    ...steps,
    ['SUSPENDED', '2026-02-02', 'Pemeriksaan keamanan data (demo).'],
    ['IN_FORCE', '2026-02-23', 'Pemeriksaan selesai (demo).'],
  ];
}

function changeRows(slug: DemoAgreementSlug): Record<string, unknown>[] {
  const steps = historyOf(slug);
  return steps.map(([to, on, reason], index) => ({
    agreement_id: agreementId(slug),
    version: index + 1,
    from_status: steps[index - 1]?.[0] ?? null,
    to_status: to,
    changed_at: `${on}T10:00:00+07:00`,
    by_organization_id: organizationId(DEMO_AGREEMENTS[slug].parties[0] ?? 'bbpvp-serang'),
    reason,
  }));
}
