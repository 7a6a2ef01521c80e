CREATE TABLE data_grant (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  clause_id uuid REFERENCES clause,
  provider_id uuid NOT NULL REFERENCES organization,
  recipient_id uuid NOT NULL REFERENCES organization,
  categories text[] NOT NULL CHECK (cardinality(categories) > 0),
  purposes text[] NOT NULL CHECK (cardinality(purposes) > 0),
  region_codes text[] NOT NULL DEFAULT '{}',
  only_under_agreement boolean NOT NULL DEFAULT true,
  fields text[] NOT NULL DEFAULT '{}',
  legal_basis text NOT NULL,
  retention_days integer,
  valid_from date NOT NULL,
  valid_to date,
  revoked_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  CHECK (provider_id <> recipient_id),
  CHECK (valid_from <= valid_to),
  -- Specific personal data is closed unless its fields are granted by name.
  CHECK (NOT 'SPECIFIC' = ANY (categories) OR cardinality(fields) > 0)
);
CREATE INDEX data_grant_newest ON data_grant (valid_from DESC, id);
CREATE INDEX data_grant_by_agreement ON data_grant (agreement_id);
CREATE INDEX data_grant_by_recipient ON data_grant (recipient_id);
CREATE INDEX data_grant_by_provider ON data_grant (provider_id);
