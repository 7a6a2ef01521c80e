import { replaceRows } from '@simpul/kit/database/rows';
import { facilityId, organizationId, recordedId, schoolNpsn } from '@simpul/schema/contract/ids';
import type { EntityManager } from 'typeorm';
import { loadAgreementFacts } from './facts-agreement-rows';
import type { ClaimFact } from './facts-claims';
import { AGREEMENT_CLAIMS } from './facts-claims-agreements';
import { FUNDING_CLAIMS } from './facts-claims-funding';
import { ORGANIZATION_CLAIMS } from './facts-claims-organizations';
import { PROGRAMME_CLAIMS } from './facts-claims-programmes';
import { QUOTA_CLAIMS } from './facts-claims-quota';
import { RULE_CLAIMS } from './facts-claims-rules';
import { loadCodeLists } from './facts-code-lists';
import { recordEvents } from './facts-events';
import { INDICATOR_FACTS, SAKERNAS } from './facts-indicators';
import { OFFICIAL_FACTS } from './facts-officials';
import { ORGANIZATION_FACTS } from './facts-organizations';
import { articles } from './facts-sources';
import { claimRow, sourceColumns } from './facts-statement-rows';

/** Rises with every change of the facts. */
export const FACTS_VERSION = 1;

const CLAIMS: readonly ClaimFact[] = [
  ...AGREEMENT_CLAIMS,
  ...QUOTA_CLAIMS,
  ...FUNDING_CLAIMS,
  ...RULE_CLAIMS,
  ...PROGRAMME_CLAIMS,
  ...ORGANIZATION_CLAIMS,
];

/** Writes all that is recorded; what a source does not say stays null. */
export async function loadFacts(db: EntityManager): Promise<void> {
  await loadCodeLists(db);
  await loadOrganizations(db);
  await loadOfficials(db);
  await loadAgreementFacts(db);
  await loadClaims(db);
  await loadIndicators(db);
  await loadSchools(db);
}

async function loadOrganizations(db: EntityManager): Promise<void> {
  const rows = ORGANIZATION_FACTS.map(({ slug, name, aliases, kind, region, parent, sources }) => ({
    id: organizationId(slug),
    ...{ name, kind, sources },
    aliases: aliases ?? [],
    region_code: region,
    parent_id: parent === undefined ? null : organizationId(parent),
    demo: false,
  }));
  await replaceRows(db, 'organization', rows);
  await recordEvents(db, 'Organization', rows);
}

async function loadOfficials(db: EntityManager): Promise<void> {
  await replaceRows(
    db,
    'office_holding',
    OFFICIAL_FACTS.map(({ name, variants, office, organization, seenOn, sources }) => ({
      id: recordedId('office-holding', `${organization}/${name}`),
      organization_id: organizationId(organization),
      name_variants: variants ?? [name],
      seen_on: seenOn,
      ...{ name, office, sources },
    })),
  );
}

async function loadClaims(db: EntityManager): Promise<void> {
  const rows = CLAIMS.map(claimRow);
  await replaceRows(db, 'claim', rows);
  await recordEvents(
    db,
    'Claim',
    rows.map(({ id, subject, predicate }) => ({ id, payload: { subject, predicate } })),
  );
}

async function loadIndicators(db: EntityManager): Promise<void> {
  const rows = INDICATOR_FACTS.map(({ kind, region, period, endsOn, value, unit, source }) => ({
    id: recordedId('indicator', `${kind}/${region}/${period}/${source.name}`),
    ...{ kind, period, value, unit },
    region_code: region,
    period_ends_on: endsOn,
    method: SAKERNAS,
    ...sourceColumns(source),
  }));
  await replaceRows(db, 'indicator', rows);
  await recordEvents(db, 'Indicator', rows);
}

async function loadSchools(db: EntityManager): Promise<void> {
  const npsn = schoolNpsn('sekolah-rakyat-bbpvp');
  await replaceRows(db, 'school', [
    {
      npsn,
      npsn_provisional: true,
      name: 'Sekolah Rakyat di kompleks BBPVP Serang',
      kind: 'SEKOLAH_RAKYAT',
      hosted_at_id: facilityId('KOMPLEKS-BBPVP'),
      study_groups: 4,
      sources: articles('002'),
      demo: false,
    },
  ]);
  await recordEvents(db, 'School', [{ id: npsn }]);
}
