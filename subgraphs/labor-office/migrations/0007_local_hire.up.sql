CREATE TABLE local_hire_rule (
  id uuid PRIMARY KEY,
  region_code text COLLATE "C" NOT NULL,
  title text NOT NULL,
  version text NOT NULL,
  threshold numeric(4, 3) CHECK (threshold BETWEEN 0 AND 1),
  status text COLLATE "C" NOT NULL CHECK (status IN ('DRAFT', 'CLAIMED_IN_FORCE', 'IN_FORCE', 'REPEALED')),
  effective_from date,
  numerator text NOT NULL,
  denominator text COLLATE "C" CHECK (denominator IN ('TOTAL_EMPLOYEES', 'WORKFORCE_NEEDED', 'NEW_HIRES')),
  exemptions text[] NOT NULL,
  sources jsonb NOT NULL,
  demo boolean NOT NULL,
  UNIQUE (region_code, version)
);

-- The newest workforce report of each employer and quarter, as the employers told of it. Counts only.
CREATE TABLE workforce_echo (
  employer_id uuid NOT NULL,
  quarter text COLLATE "C" NOT NULL CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  report_id uuid NOT NULL,
  industry_code text COLLATE "C",
  industrial_area text,
  -- City or regency of the workplace.
  region_code text COLLATE "C",
  size text COLLATE "C",
  period_to date NOT NULL,
  total integer,
  needed integer,
  new_hires integer,
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL,
  PRIMARY KEY (employer_id, quarter)
);

CREATE TABLE workforce_echo_region (
  employer_id uuid NOT NULL,
  quarter text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  total integer,
  needed integer,
  new_hires integer,
  PRIMARY KEY (employer_id, quarter, region_code),
  FOREIGN KEY (employer_id, quarter) REFERENCES workforce_echo ON DELETE CASCADE
);

-- Classes with people in them, as the training centre told of them.
CREATE TABLE graduation_echo (
  class_id uuid PRIMARY KEY,
  city_code text COLLATE "C" NOT NULL,
  ends_on date NOT NULL,
  participants integer NOT NULL CHECK (participants > 0),
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL
);
CREATE INDEX graduation_echo_due ON graduation_echo (ends_on);
