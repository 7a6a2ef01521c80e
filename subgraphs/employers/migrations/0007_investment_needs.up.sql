CREATE TABLE investment_need (
  id uuid PRIMARY KEY,
  employer_id uuid REFERENCES employer,
  region_code text COLLATE "C",
  industry_code text COLLATE "C",
  occupation_code text COLLATE "C",
  headcount integer CHECK (headcount >= 1),
  needed_by date,
  source_name text NOT NULL,
  source_kind text NOT NULL CHECK (source_kind IN ('PRESS', 'RECORD', 'LAW', 'SURVEY')),
  source_title text,
  source_url text,
  source_published_on date,
  demo boolean NOT NULL
);
CREATE INDEX investment_need_soonest ON investment_need (COALESCE(needed_by, '9999-12-31'), id);
