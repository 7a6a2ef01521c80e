DROP TABLE consent_change, consent_version;
DROP INDEX consent_by_id;
ALTER TABLE consent DROP COLUMN evidence_hash;
