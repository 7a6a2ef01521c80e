-- Echo of the employers: what open vacancies want.
CREATE TABLE vacancy_echo (
  vacancy_id uuid PRIMARY KEY,
  occupation_code text COLLATE "C",
  work_region_code text COLLATE "C",
  status text NOT NULL,
  valid_until date,
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL
);

CREATE TABLE vacancy_echo_unit (
  vacancy_id uuid NOT NULL REFERENCES vacancy_echo,
  unit_code text COLLATE "C" NOT NULL,
  PRIMARY KEY (vacancy_id, unit_code)
);

-- Makes the ids of match candidates: without the salt nobody can tell whose an id is, or that two belong to one person.
CREATE TABLE match_salt (
  salt bytea PRIMARY KEY
);
INSERT INTO match_salt SELECT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

-- One expression without a table, so that the planner puts it in place of the call. Version and variant of the UUID are
-- set, so that every reader takes it.
CREATE FUNCTION match_id(salt bytea, vacancy uuid, person uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT overlay(overlay(
    encode(substr(sha256(salt || sha256(salt || uuid_send(vacancy) || uuid_send(person))), 1, 16), 'hex')
    PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid
$$;

CALL protect_rows('match_salt');
REVOKE INSERT, UPDATE, DELETE ON match_salt FROM {{app}}, {{worker}};
