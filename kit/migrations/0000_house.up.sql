-- What every agency's database has before its own tables. {{app}} and {{worker}} are the agency's roles.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {{app}}, {{worker}};

-- The policy under every row about a person: a connection that has not said who asks sees nothing.
CREATE FUNCTION known_caller() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce(current_setting('simpul.subject', true), '') <> '' $$;

CREATE PROCEDURE protect_rows(VARIADIC tables regclass[]) LANGUAGE plpgsql AS $$
DECLARE protected regclass;
BEGIN
  FOREACH protected IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
    EXECUTE format('CREATE POLICY known_caller ON %s USING ((SELECT known_caller())) WITH CHECK ((SELECT known_caller()))', protected);
  END LOOP;
END $$;

-- History and outbox at once: append-only, the current-state tables are its projection.
CREATE TABLE event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  aggregate_type text NOT NULL,
  aggregate_id text NOT NULL,
  aggregate_version integer NOT NULL,
  type text NOT NULL,
  schema_version integer NOT NULL DEFAULT 1,
  occurred_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  actor_org text NOT NULL,
  request_id text NOT NULL,
  payload jsonb NOT NULL,
  demo boolean NOT NULL,
  UNIQUE (aggregate_type, aggregate_id, aggregate_version)
);
CREATE INDEX event_in_commit_order ON event (tx, id);
REVOKE UPDATE, DELETE ON event FROM {{app}}, {{worker}};

-- One row per client, mutation field and key: the outcome and its ids, never personal values.
CREATE TABLE idempotency (
  client text NOT NULL,
  field text NOT NULL,
  key text NOT NULL,
  input_hash text NOT NULL,
  outcome jsonb,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (client, field, key)
);
REVOKE DELETE ON idempotency FROM {{app}};

-- What has been loaded: the recorded facts by version, the demonstration population by block.
CREATE TABLE seed_run (
  name text PRIMARY KEY,
  finished_at timestamptz NOT NULL
);
REVOKE INSERT, UPDATE, DELETE ON seed_run FROM {{app}};
