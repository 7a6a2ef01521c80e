import type { EntityManager } from 'typeorm';
import type { DataGrantRow } from '../data-grant/data-grant.entity';

/** A grant that may open something, with what its agreement, its clause and its sides add to it. */
export interface PublishableGrant extends Pick<
  DataGrantRow,
  | 'id'
  | 'version'
  | 'agreementId'
  | 'providerId'
  | 'recipientId'
  | 'categories'
  | 'purposes'
  | 'regionCodes'
  | 'onlyUnderAgreement'
  | 'fields'
  | 'legalBasis'
  | 'validFrom'
  | 'validTo'
> {
  readonly effectiveFrom: string | null;
  readonly expiresOn: string | null;
  readonly clauseNumber: string | null;
  readonly providerSignature: string;
  readonly recipientSignature: string;
}

/** The grants and the version that tells this state of them from others. */
export interface VersionedGrants {
  readonly version: number;
  /** The day that the version knows of is before the one asked for. */
  readonly isOfEarlierDay: boolean;
  readonly grants: readonly PublishableGrant[];
}

/** In force, not over, signed by both sides; what begins later is there with its days. */
const PUBLISHABLE = `
  SELECT data_grant.id, data_grant.version, data_grant.agreement_id AS "agreementId", clause.number AS "clauseNumber",
    data_grant.provider_id AS "providerId", data_grant.recipient_id AS "recipientId",
    data_grant.categories, data_grant.purposes, data_grant.region_codes AS "regionCodes",
    data_grant.only_under_agreement AS "onlyUnderAgreement", data_grant.fields, data_grant.legal_basis AS "legalBasis",
    data_grant.valid_from AS "validFrom", data_grant.valid_to AS "validTo",
    agreement.effective_from AS "effectiveFrom", agreement.expires_on AS "expiresOn",
    provider.signature AS "providerSignature", recipient.signature AS "recipientSignature"
  FROM data_grant
  JOIN agreement ON agreement.id = data_grant.agreement_id AND agreement.status = 'IN_FORCE'
    AND coalesce(agreement.expires_on, 'infinity') >= $1
  JOIN data_grant_countersignature provider ON provider.grant_id = data_grant.id
    AND provider.organization_id = data_grant.provider_id AND provider.signature IS NOT NULL
  JOIN data_grant_countersignature recipient ON recipient.grant_id = data_grant.id
    AND recipient.organization_id = data_grant.recipient_id AND recipient.signature IS NOT NULL
  LEFT JOIN clause ON clause.id = data_grant.clause_id
  WHERE data_grant.revoked_at IS NULL AND coalesce(data_grant.valid_to, 'infinity') >= $1`;

export const accessBundleRepository = {
  /** Version and grants from one statement: between two, a change could put new content under an old version. */
  async read(db: EntityManager, today: string): Promise<VersionedGrants> {
    const rows: ({ bundleVersion: number; isOfEarlierDay: boolean } & (
      PublishableGrant | { readonly id: null }
    ))[] = await db.query(
      `SELECT access_version.version AS "bundleVersion", access_version.day < $1 AS "isOfEarlierDay", publishable.*
       FROM access_version LEFT JOIN (${PUBLISHABLE}) publishable ON true ORDER BY publishable.id`,
      [today],
    );
    const [first] = rows;
    if (!first) throw new Error('The version of the bundle of grants is not there.');
    const { bundleVersion: version, isOfEarlierDay } = first;
    return { version, isOfEarlierDay, grants: rows.filter((row) => row.id !== null) };
  },

  /** Whether an organisation's data is open by an agreement today. */
  async isProvider(
    db: EntityManager,
    today: string,
    { agreementId, organizationId }: { readonly agreementId: string; readonly organizationId: string },
  ): Promise<boolean> {
    const rows: unknown[] = await db.query(
      `SELECT FROM (${PUBLISHABLE}) publishable
       WHERE "agreementId" = $2 AND "providerId" = $3 AND "validFrom" <= $1 LIMIT 1`,
      [today, agreementId, organizationId],
    );
    return rows.length > 0;
  },

  /** Raises the version in the transaction of the change that the bundle is to show. */
  async raiseVersion(db: EntityManager): Promise<void> {
    await db.query('UPDATE access_version SET version = version + 1');
  },

  /** Raises the version for a day that has come, once. */
  async beginDay(db: EntityManager, today: string): Promise<void> {
    await db.query('UPDATE access_version SET version = version + 1, day = $1 WHERE day < $1', [today]);
  },
};
