DROP TABLE seed_run, idempotency, event;
DROP PROCEDURE protect_rows(regclass[]);
DROP FUNCTION known_caller();
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM {{app}}, {{worker}};
