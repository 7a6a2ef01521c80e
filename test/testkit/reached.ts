import { TODAY } from './agency';
import { type Asker, claimsOfLogin } from './askers';
import type { AgencyName, House } from './house';

/**
 * The people whom a login reaches at an agency for a purpose that its role may have, in plain SQL from the reasons, grants and
 * consents on record.
 */
export async function reachedBy(
  house: House,
  agency: AgencyName,
  { login, purpose }: Asker,
): Promise<ReadonlySet<string>> {
  const { organization, employer, person } = claimsOfLogin(login);
  const grants = await house.agencies.province.sql(GRANTS, [organization, purpose, TODAY]);
  const rows = await house.agencies[agency].sql<{ person: string }>(PEOPLE, [
    ...[organization, employer, person, purpose, TODAY],
    JSON.stringify(grants),
  ]);
  return new Set(rows.map((row) => row.person));
}

const GRANTS = `SELECT provider_id AS keeper, agreement_id AS agreement, region_codes AS regions,
    only_under_agreement AS bound, legal_basis = 'CONSENT' AS agreed
  FROM data_grant JOIN agreement ON agreement.id = agreement_id
  WHERE recipient_id = $1 AND $2 = ANY (purposes) AND revoked_at IS NULL AND status = 'IN_FORCE'
    AND $3 BETWEEN valid_from AND coalesce(valid_to, $3) AND $3 BETWEEN effective_from AND coalesce(expires_on, $3)`;

const PEOPLE = `SELECT DISTINCT person_id AS person FROM disclosure_basis basis
  WHERE $5 BETWEEN valid_from AND coalesce(valid_until, $5) AND (
    keeper_id = $1 AND organization_id = $1 OR organization_id = $2 OR EXISTS (
      SELECT FROM jsonb_to_recordset($6::jsonb)
        AS given(keeper uuid, agreement uuid, regions text[], bound boolean, agreed boolean)
      WHERE keeper = keeper_id
        AND (NOT bound OR agreement = agreement_id AND organization_id = $1)
        AND (regions = '{}' OR EXISTS (
          SELECT FROM unnest(regions) AS region WHERE region_code = region OR region_code LIKE region || '.%'))
        AND (NOT agreed OR EXISTS (
          SELECT FROM consent_echo WHERE consent_echo.person_id = basis.person_id AND recipient_id = $1 AND purpose = $4
            AND $5 BETWEEN valid_from AND coalesce(valid_until, $5)))))
  UNION SELECT $3::uuid WHERE $3 IS NOT NULL`;
