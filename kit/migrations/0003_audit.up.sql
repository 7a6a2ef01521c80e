-- Who was shown what of whom. Written by requests, read by the agency's own work, changed by nobody.
CREATE TABLE audit_record (
  id uuid PRIMARY KEY,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- Milliseconds, as they are signed: a finer part could be changed unseen.
  at timestamptz(3) NOT NULL,
  action text NOT NULL CHECK (action IN ('READ', 'CHANGE', 'REFUSED', 'AUDIT_READ')),
  request_id text NOT NULL,
  subject text NOT NULL,
  client text NOT NULL,
  organization text,
  office text,
  employer text,
  person text,
  roles text[] NOT NULL,
  purpose text,
  bundle_version integer,
  agreement text,
  grant_id text,
  grant_version integer,
  type text NOT NULL,
  fields text[] NOT NULL,
  masked boolean NOT NULL,
  people uuid[] NOT NULL,
  -- Employers whose reports were shown.
  reports uuid[] NOT NULL,
  key_id text NOT NULL,
  mac bytea NOT NULL
);
CREATE UNIQUE INDEX audit_record_in_commit_order ON audit_record (tx, id);
CREATE INDEX audit_record_by_time ON audit_record (at, id);
CREATE INDEX audit_record_by_account ON audit_record (subject, at, id);
CREATE INDEX audit_record_by_agreement ON audit_record (agreement, at, id) WHERE agreement IS NOT NULL;
-- Costs half of what a table of pairs does when a page of people is written, and finds a person's records as fast.
CREATE INDEX audit_record_by_person ON audit_record USING gin (people);
CREATE INDEX audit_record_by_report ON audit_record USING gin (reports) WHERE reports <> '{}';

-- The chain over the records in the order of their commits. A record that was changed before it was sealed is no less a
-- link of it, as one that is not sound.
CREATE TABLE audit_seal (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  record uuid NOT NULL,
  tx xid8 NOT NULL,
  sound boolean NOT NULL,
  hash bytea NOT NULL
);

-- Heads of other agencies' chains, signed by them and kept for the day on which one of them no longer has its own.
CREATE TABLE witnessed_head (
  agency text NOT NULL,
  count bigint NOT NULL CHECK (count > 0),
  hash bytea NOT NULL,
  jws text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (agency, count)
);

REVOKE ALL ON audit_record, audit_seal, witnessed_head FROM {{app}}, {{worker}};
-- Every column but tx, which orders the chain.
GRANT INSERT (id, at, action, request_id, subject, client, organization, office, employer, person, roles, purpose,
  bundle_version, agreement, grant_id, grant_version, type, fields, masked, people, reports, key_id, mac) ON audit_record TO {{app}};
GRANT SELECT ON audit_record TO {{worker}};
GRANT SELECT, INSERT ON audit_seal, witnessed_head TO {{worker}};
