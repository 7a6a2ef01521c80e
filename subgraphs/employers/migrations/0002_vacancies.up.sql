CREATE TABLE vacancy (
  id uuid PRIMARY KEY,
  employer_id uuid NOT NULL REFERENCES employer,
  title text NOT NULL,
  occupation_code text COLLATE "C",
  openings integer NOT NULL CHECK (openings >= 1),
  filled integer NOT NULL DEFAULT 0,
  valid_until date,
  min_age integer,
  max_age integer,
  sex text,
  education text,
  skills text[] NOT NULL DEFAULT '{}',
  competency_units text[] NOT NULL DEFAULT '{}',
  experience_months integer,
  wage_from numeric,
  wage_to numeric,
  work_region_code text COLLATE "C",
  country text,
  scheme text NOT NULL,
  status text NOT NULL,
  source text NOT NULL,
  reporting_status text NOT NULL DEFAULT 'NOT_REPORTED',
  reporting_receipt text,
  reported_at timestamptz,
  reported_to uuid[] NOT NULL DEFAULT '{}',
  reporting_missing text[] NOT NULL DEFAULT '{}',
  filled_reported_at timestamptz,
  opened_at timestamptz,
  posted_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  CHECK (filled BETWEEN 0 AND openings)
);
CREATE INDEX vacancy_newest ON vacancy (posted_at DESC, id);
CREATE INDEX vacancy_by_employer ON vacancy (employer_id, posted_at DESC);
CREATE INDEX vacancy_by_region ON vacancy (work_region_code);
CREATE INDEX vacancy_by_status ON vacancy (status);

-- Searched by equality; the array above is for showing. Its id lets a unit's vacancies be paged like any other list.
CREATE TABLE vacancy_unit (
  unit_code text COLLATE "C" NOT NULL,
  vacancy_id uuid NOT NULL REFERENCES vacancy,
  id text COLLATE "C" NOT NULL UNIQUE GENERATED ALWAYS AS (unit_code || '/' || vacancy_id::text) STORED,
  PRIMARY KEY (unit_code, vacancy_id)
);
