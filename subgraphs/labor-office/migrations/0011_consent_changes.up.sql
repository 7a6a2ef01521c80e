-- SHA-256 of the signed form or the recording; none of the loaded consents has one.
ALTER TABLE consent ADD COLUMN evidence_hash text COLLATE "C" CHECK (evidence_hash ~ '^[0-9a-f]{64}$');
CREATE INDEX consent_by_id ON consent (id);

-- The version of the last change, in one row. Who raises it holds the row until its transaction ends, so that versions are
-- committed in their order: a reader who has seen one has missed none before it.
CREATE TABLE consent_version (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint NOT NULL
);
INSERT INTO consent_version (version) VALUES (0);
REVOKE INSERT, DELETE ON consent_version FROM {{app}};

-- What other agencies are told of consents, in order.
CREATE TABLE consent_change (
  version bigint NOT NULL,
  mark uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('GIVEN', 'WITHDRAWN')),
  PRIMARY KEY (version, person_id),
  FOREIGN KEY (person_id, consent_id) REFERENCES consent
);
CALL protect_people('consent_change');
REVOKE UPDATE, DELETE ON consent_change FROM {{app}}, {{worker}};
