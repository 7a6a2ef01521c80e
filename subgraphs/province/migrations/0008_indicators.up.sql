CREATE TABLE indicator (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  region_code text COLLATE "C" NOT NULL REFERENCES region,
  period text NOT NULL,
  -- Null where the sources do not say when the period ended.
  period_ends_on date,
  value numeric,
  unit text NOT NULL,
  method text NOT NULL,
  source_name text NOT NULL,
  source_kind text NOT NULL,
  source_title text,
  source_url text,
  source_published_on date,
  UNIQUE (kind, region_code, period, source_name)
);
CREATE INDEX indicator_newest ON indicator (coalesce(period_ends_on, '-infinity') DESC, id);
CREATE INDEX indicator_by_region ON indicator (region_code, kind);
