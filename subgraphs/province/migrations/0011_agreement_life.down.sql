DROP TABLE access_version;
ALTER TABLE data_grant DROP revoked_by_id, DROP revocation_reason;
DROP TABLE data_grant_countersignature;
DROP TABLE organization_key;
DROP TABLE agreement_confirmation;
ALTER TABLE agreement_change DROP by_role;
GRANT UPDATE, DELETE ON agreement_change TO {{app}};
