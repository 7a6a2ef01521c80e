CREATE TABLE person (
  id uuid PRIMARY KEY,
  name text,
  birth_date date,
  sex text COLLATE "C" CHECK (sex IN ('MALE', 'FEMALE')),
  education text COLLATE "C",
  disability boolean,
  domicile_region_code text COLLATE "C",
  domicile_address text,
  domicile_verified_by uuid,
  domicile_verified_on date,
  phone text,
  email text,
  -- Office of the registration that counts first; the person is counted there and nowhere else.
  office_id uuid NOT NULL,
  -- The last of the person's steps, kept here because everybody is searched by it.
  stage text COLLATE "C" NOT NULL CHECK (stage IN ('REGISTERED', 'INTERVIEWED', 'INTEREST_MAPPED', 'NOMINATED', 'ACCEPTED', 'REMOVED')),
  stage_since date NOT NULL,
  -- Of the person's registrations: whether one has a SIAPkerja reference, at how many offices they are, and the
  -- last day on which one is in force; null when all were ended before their time.
  siapkerja boolean NOT NULL,
  office_count smallint NOT NULL,
  registered_until date,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL
);
CREATE INDEX person_by_stage ON person (stage, stage_since);
CREATE INDEX person_by_domicile ON person (domicile_region_code);
CREATE INDEX person_registered_twice ON person (id) WHERE office_count > 1;

CREATE TABLE person_step (
  person_id uuid NOT NULL REFERENCES person,
  position smallint NOT NULL,
  stage text COLLATE "C" NOT NULL,
  since date NOT NULL,
  until date,
  office_id uuid NOT NULL,
  PRIMARY KEY (person_id, position)
);

CREATE TABLE interview (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  held_on date NOT NULL,
  result text COLLATE "C" NOT NULL CHECK (result IN ('RECOMMENDED', 'DEFERRED', 'NOT_RECOMMENDED', 'ABSENT')),
  note text,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id)
);

CREATE TABLE interest_mapping (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  mapped_on date NOT NULL,
  occupations text[] NOT NULL,
  regions text[] NOT NULL,
  countries text[] NOT NULL,
  schemes text[] NOT NULL,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id)
);

-- What the newest mapping of a person says, searched by equality and range; the arrays above are for showing.
-- A projection of the table above, which has the foreign key.
CREATE TABLE interest_in_occupation (
  person_id uuid NOT NULL,
  occupation_code text COLLATE "C" NOT NULL,
  PRIMARY KEY (person_id, occupation_code)
);
CREATE INDEX interest_in_occupation_by_code ON interest_in_occupation (occupation_code, person_id);

CREATE TABLE interest_in_country (
  person_id uuid NOT NULL,
  country text COLLATE "C" NOT NULL,
  PRIMARY KEY (person_id, country)
);
CREATE INDEX interest_in_country_by_code ON interest_in_country (country, person_id);

CALL protect_rows('person', 'person_step', 'interview', 'interest_mapping', 'interest_in_occupation', 'interest_in_country');
