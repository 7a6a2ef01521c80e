CREATE TABLE school (
  npsn text COLLATE "C" PRIMARY KEY,
  npsn_provisional boolean NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  region_code text COLLATE "C" REFERENCES region,
  hosted_at_id uuid,
  study_groups integer,
  sources jsonb NOT NULL DEFAULT '[]',
  demo boolean NOT NULL
);
CREATE INDEX school_by_name ON school (name, npsn);
CREATE INDEX school_by_region ON school (region_code);
