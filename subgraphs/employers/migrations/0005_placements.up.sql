CREATE TABLE placement (
  person_id uuid NOT NULL,
  id uuid NOT NULL,
  employer_id uuid REFERENCES employer,
  vacancy_id uuid REFERENCES vacancy,
  programme_id uuid,
  training_class_id uuid,
  agreement_id uuid,
  allocation_id uuid,
  occupation_code text COLLATE "C",
  scheme text NOT NULL CHECK (scheme IN ('EMPLOYMENT', 'SELF_EMPLOYMENT', 'MAGANG_DN', 'MAGANG_LN', 'PMI', 'PKL')),
  channel text,
  area text NOT NULL CHECK (area IN ('OWN_CITY', 'BANTEN', 'JABODETABEK', 'JAVA', 'OUTSIDE_JAVA', 'OVERSEAS')),
  region_code text COLLATE "C",
  country text NOT NULL,
  -- City of the office that placed the person, and the education told then: neither follows the person later.
  origin_region_code text COLLATE "C",
  education text,
  starts_on date NOT NULL,
  ends_on date,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id),
  CHECK (ends_on >= starts_on),
  CHECK (employer_id IS NULL OR scheme <> 'SELF_EMPLOYMENT'),
  CHECK (
    CASE scheme
      WHEN 'EMPLOYMENT' THEN channel IN ('AKL', 'AKAD')
      WHEN 'PMI' THEN channel = 'AKAN'
      ELSE channel IS NULL
    END
  )
);
CREATE INDEX placement_by_id ON placement (id);
CREATE INDEX placement_newest ON placement (starts_on DESC, id);
CREATE INDEX placement_by_employer ON placement (employer_id, starts_on DESC);
CREATE INDEX placement_by_vacancy ON placement (vacancy_id, starts_on DESC);
CREATE INDEX placement_by_programme ON placement (programme_id, starts_on DESC);
CREATE INDEX placement_by_class ON placement (training_class_id, starts_on DESC);
CREATE INDEX placement_by_agreement ON placement (agreement_id, starts_on DESC);
CREATE INDEX placement_by_allocation ON placement (allocation_id, starts_on DESC);
CREATE INDEX placement_by_origin ON placement (origin_region_code, starts_on DESC);

CREATE TABLE retention_check (
  person_id uuid NOT NULL,
  placement_id uuid NOT NULL,
  months integer NOT NULL CHECK (months IN (3, 6, 12)),
  due_on date NOT NULL,
  checked_on date,
  employed boolean,
  PRIMARY KEY (person_id, placement_id, months),
  FOREIGN KEY (person_id, placement_id) REFERENCES placement (person_id, id),
  CHECK ((checked_on IS NULL) = (employed IS NULL))
);
CREATE INDEX retention_check_by_placement ON retention_check (placement_id);

CALL protect_rows('placement', 'retention_check');

-- Echo of the training centre's ledger: each allocation with every one above it, itself included.
CREATE TABLE allocation_echo (
  allocation_id uuid NOT NULL,
  ancestor_id uuid NOT NULL,
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL,
  PRIMARY KEY (ancestor_id, allocation_id)
);
