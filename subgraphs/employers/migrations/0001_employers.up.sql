CREATE TABLE employer (
  id uuid PRIMARY KEY,
  nib text UNIQUE,
  name text NOT NULL,
  industry_code text COLLATE "C",
  region_code text COLLATE "C",
  industrial_area text,
  size text CHECK (size IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  member boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL
);
CREATE INDEX employer_by_name ON employer (name, id);
CREATE INDEX employer_by_region ON employer (region_code);
