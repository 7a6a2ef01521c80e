CREATE TABLE registration (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  office_id uuid NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  ak1_number text,
  siapkerja_reference text,
  registered_on date NOT NULL,
  valid_until date NOT NULL,
  last_reported_on date,
  next_report_due date NOT NULL,
  -- What somebody ended it as; the other states follow from the dates and the day on which they are asked for.
  ended_as text COLLATE "C" CHECK (ended_as IN ('PLACED', 'REMOVED')),
  ended_on date,
  -- First day on which it no longer counts.
  left_on date NOT NULL GENERATED ALWAYS AS (coalesce(ended_on, valid_until + 1)) STORED,
  occupations text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id),
  CHECK ((ended_as IS NULL) = (ended_on IS NULL)),
  CHECK (ended_on BETWEEN registered_on AND valid_until)
);
CREATE INDEX registration_by_id ON registration (id);
CREATE INDEX registration_by_report ON registration (next_report_due, id);
CREATE INDEX registration_by_office ON registration (office_id, person_id);

-- Enrolments and placements of people, as the training centre and the employers told of them.
CREATE TABLE person_echo (
  person_id uuid PRIMARY KEY,
  enrolled_since date,
  placed_since date,
  scheme text COLLATE "C",
  as_of timestamptz NOT NULL
);
CREATE INDEX person_echo_newest ON person_echo (as_of);

CALL protect_rows('registration', 'person_echo');
