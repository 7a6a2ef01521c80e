CREATE TABLE organization (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  kind text NOT NULL,
  region_code text COLLATE "C" REFERENCES region,
  parent_id uuid REFERENCES organization,
  sources jsonb NOT NULL DEFAULT '[]',
  demo boolean NOT NULL
);
CREATE INDEX organization_by_name ON organization (name, id);
CREATE INDEX organization_by_region ON organization (region_code);

-- Who held a public office when; never an attribute of a person. Days that no source gives stay null.
CREATE TABLE office_holding (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization,
  name text NOT NULL,
  name_variants text[] NOT NULL DEFAULT '{}',
  office text NOT NULL,
  held_from date,
  held_to date,
  -- Days as text: node-postgres would read date[] as instants of the server's time zone.
  seen_on text[] NOT NULL DEFAULT '{}',
  sources jsonb NOT NULL DEFAULT '[]',
  CHECK (held_from <= held_to)
);
CREATE INDEX office_holding_by_organization ON office_holding (organization_id, office);
