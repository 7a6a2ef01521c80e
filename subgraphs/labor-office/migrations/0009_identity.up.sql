-- National identity numbers: apart from everything else, encrypted under keys that are not in this database. Only
-- {{identity}} reads the ciphertext and the blind index; the owner of the table is told no more than whose row it is.
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO {{app}}, {{worker}}, {{identity}};

CREATE TABLE identity.person_nik (
  person_id uuid PRIMARY KEY REFERENCES public.person ON DELETE CASCADE,
  -- AES-256-GCM over the number, the person's id authenticated with it: nonce, ciphertext, tag.
  nik_enc bytea NOT NULL,
  key_id text COLLATE "C" NOT NULL,
  -- HMAC-SHA-256 of the number, by which it is found and nobody is recorded twice.
  nik_bidx bytea NOT NULL UNIQUE,
  bidx_key_id text COLLATE "C" NOT NULL,
  -- Of the serial: tells neither region nor birth date.
  last_four text COLLATE "C" NOT NULL CHECK (last_four ~ '^[0-9]{4}$')
);
CREATE INDEX person_nik_by_key ON identity.person_nik (key_id, bidx_key_id);
-- Statistics would keep samples of both outside the table's own grants.
ALTER TABLE identity.person_nik ALTER nik_enc SET STATISTICS 0, ALTER nik_bidx SET STATISTICS 0;
REVOKE SELECT ON identity.person_nik FROM CURRENT_USER;
GRANT SELECT (person_id) ON identity.person_nik TO CURRENT_USER;
GRANT SELECT (person_id, last_four) ON identity.person_nik TO {{app}};
GRANT INSERT ON identity.person_nik TO {{worker}};
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.person_nik TO {{identity}};

-- Every comparison of a number: what the limits of verifyNik count, and what a repeated call answers from. No foreign
-- key: a comparison with a person that there is not counts too.
CREATE TABLE identity.nik_check (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  caller text NOT NULL,
  matched boolean NOT NULL,
  verified_at timestamptz NOT NULL,
  -- The database's own time, which all replicas share.
  counted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX nik_check_by_person ON identity.nik_check (person_id, counted_at);
CREATE INDEX nik_check_by_caller ON identity.nik_check (caller, counted_at);
GRANT SELECT, INSERT ON identity.nik_check TO {{app}};

-- Every number that was told, to whom and why.
CREATE TABLE identity.nik_reveal (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES public.person,
  caller text NOT NULL,
  office_id uuid NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  revealed_at timestamptz NOT NULL
);
CREATE INDEX nik_reveal_by_person ON identity.nik_reveal (person_id, revealed_at);
GRANT SELECT, INSERT ON identity.nik_reveal TO {{app}};

CALL protect_rows('identity.person_nik', 'identity.nik_check', 'identity.nik_reveal');
