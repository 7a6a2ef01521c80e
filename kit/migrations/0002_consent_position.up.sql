-- Up to which change of consents `consent_echo` is told; one row. Only the agency's own work moves it.
CREATE TABLE consent_position (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint NOT NULL,
  -- Of that change; null while there was none.
  mark uuid
);
INSERT INTO consent_position (version) VALUES (0);
REVOKE INSERT, UPDATE, DELETE ON consent_position FROM {{app}};
