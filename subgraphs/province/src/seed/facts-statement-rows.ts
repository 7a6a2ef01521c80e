import type { NewRow } from '@simpul/kit/database/rows';
import type { StoredSource } from '@simpul/kit/database/sources';
import { agreementId, organizationId, recordedId } from '@simpul/schema/contract/ids';
import type { ClaimFact } from './facts-claims';

/** The row of a claim. */
export function claimRow(claim: ClaimFact): NewRow & { id: string; subject: string; predicate: string } {
  const { subject, predicate, value, agreement, byOrganization } = claim;
  return {
    id: recordedId('claim', claim.slug),
    ...{ subject, predicate, value },
    number: claim.number ?? null,
    unit: claim.unit ?? null,
    period: claim.period ?? null,
    region_code: claim.region ?? null,
    agreement_id: agreement === undefined ? null : agreementId(agreement),
    ...sourceColumns(claim.source),
    asserted_by: claim.by ?? null,
    asserted_by_organization_id: byOrganization === undefined ? null : organizationId(byOrganization),
    asserted_on: claim.on ?? null,
    demo: false,
  };
}

/** A source in the columns of the row that rests on it. */
export function sourceColumns({ name, kind, title, url, publishedOn }: StoredSource): NewRow {
  return {
    source_name: name,
    source_kind: kind,
    source_title: title,
    source_url: url,
    source_published_on: publishedOn,
  };
}
