CREATE TABLE consent (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  categories text[] NOT NULL,
  given_at timestamptz NOT NULL,
  valid_until date,
  withdrawn_at timestamptz,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id)
);

CALL protect_rows('consent');
