CREATE TABLE region (
  code text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE')),
  parent_code text COLLATE "C" REFERENCES region,
  bps_code text
);
CREATE INDEX region_by_parent ON region (parent_code, code);
CREATE INDEX region_by_level ON region (level, code);
