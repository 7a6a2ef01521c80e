-- History is append-only; the loader corrects what was recorded wrongly.
ALTER TABLE agreement_change ADD by_role text;
REVOKE UPDATE, DELETE ON agreement_change FROM {{app}};

-- One party's word for a move that others must confirm too. It counts for the version it was given on and for no other, and
-- not for ever: after a while it can be given again.
CREATE TABLE agreement_confirmation (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  agreement_version integer NOT NULL,
  move text NOT NULL,
  -- What was agreed to beside the move itself, e.g. from when: another text is another move.
  terms text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization,
  account text NOT NULL,
  role text NOT NULL,
  reason text,
  confirmed_at timestamptz NOT NULL,
  UNIQUE (agreement_id, agreement_version, move, terms, organization_id, confirmed_at)
);
REVOKE UPDATE, DELETE ON agreement_confirmation FROM {{app}};

-- Public keys of organisations: a grant is published only with a signature of each side by one of its own.
CREATE TABLE organization_key (
  kid text PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization,
  jwk jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  demo boolean NOT NULL,
  CHECK (valid_from <= valid_to)
);
CREATE INDEX organization_key_by_organization ON organization_key (organization_id);
REVOKE INSERT, UPDATE, DELETE ON organization_key FROM {{app}};

-- Each side's word for a grant, and the signature by its own key, which may come later.
CREATE TABLE data_grant_countersignature (
  grant_id uuid NOT NULL REFERENCES data_grant,
  organization_id uuid NOT NULL REFERENCES organization,
  account text NOT NULL,
  role text NOT NULL,
  confirmed_at timestamptz NOT NULL,
  signature text,
  PRIMARY KEY (grant_id, organization_id)
);
REVOKE DELETE ON data_grant_countersignature FROM {{app}};

ALTER TABLE data_grant ADD revoked_by_id uuid REFERENCES organization, ADD revocation_reason text;

-- The version of the bundle of grants; one row, raised in the transaction of every change that the bundle shows.
CREATE TABLE access_version (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  version integer NOT NULL,
  -- A new day raises it as well: days end and begin grants by themselves.
  day date NOT NULL
);
INSERT INTO access_version (version, day) VALUES (1, '-infinity');
REVOKE INSERT, DELETE ON access_version FROM {{app}};
