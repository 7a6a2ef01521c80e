CREATE TABLE agreement (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  document_number text,
  form text NOT NULL,
  status text NOT NULL,
  planned_signing_on date,
  signed_on date,
  place text,
  effective_from date,
  expires_on date,
  subject text,
  follows_up_id uuid REFERENCES agreement,
  sources jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  CHECK (effective_from <= expires_on),
  -- What is known from announcements or statements only cannot bind anybody.
  CHECK (status NOT IN ('CLAIMED', 'PLANNED') OR (signed_on IS NULL AND effective_from IS NULL))
);
CREATE INDEX agreement_newest ON agreement (coalesce(signed_on, planned_signing_on, '-infinity') DESC, id);
CREATE INDEX agreement_by_expiry ON agreement (expires_on, id);
CREATE INDEX agreement_by_followed ON agreement (follows_up_id);

CREATE TABLE agreement_party (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  organization_id uuid NOT NULL REFERENCES organization,
  position integer NOT NULL,
  role text NOT NULL,
  sources jsonb NOT NULL DEFAULT '[]',
  UNIQUE (agreement_id, organization_id)
);
CREATE INDEX agreement_party_by_organization ON agreement_party (organization_id, agreement_id);

CREATE TABLE agreement_signatory (
  agreement_id uuid NOT NULL REFERENCES agreement,
  position integer NOT NULL,
  name text NOT NULL,
  office text,
  organization_id uuid NOT NULL REFERENCES organization,
  capacity text,
  power_of_attorney boolean,
  sources jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (agreement_id, position)
);

CREATE TABLE agreement_witness (
  agreement_id uuid NOT NULL REFERENCES agreement,
  position integer NOT NULL,
  name text NOT NULL,
  office text,
  organization_id uuid REFERENCES organization,
  role text NOT NULL,
  sources jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (agreement_id, position)
);

CREATE TABLE agreement_change (
  agreement_id uuid NOT NULL REFERENCES agreement,
  version integer NOT NULL,
  from_status text,
  to_status text NOT NULL,
  changed_at timestamptz NOT NULL,
  by_organization_id uuid REFERENCES organization,
  reason text,
  PRIMARY KEY (agreement_id, version)
);

-- Echo: what the training centre and the employers' association told of each agreement, as of when.
CREATE TABLE agreement_activity (
  agreement_id uuid PRIMARY KEY REFERENCES agreement,
  classes integer NOT NULL DEFAULT 0,
  seats integer NOT NULL DEFAULT 0,
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL
);
CREATE TABLE agreement_placement (
  agreement_id uuid NOT NULL REFERENCES agreement_activity,
  scheme text NOT NULL,
  placed integer NOT NULL,
  PRIMARY KEY (agreement_id, scheme)
);
