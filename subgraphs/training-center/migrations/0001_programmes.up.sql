CREATE TABLE competency_unit (
  code text COLLATE "C" PRIMARY KEY,
  title text NOT NULL,
  version text NOT NULL
);

CREATE TABLE facility (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  capabilities text[] NOT NULL,
  region_code text COLLATE "C",
  claim_ids uuid[] NOT NULL,
  sources jsonb NOT NULL,
  demo boolean NOT NULL
);

CREATE TABLE programme (
  id uuid PRIMARY KEY,
  code text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('SHORT_COURSE', 'SOFT_SKILLS', 'ADVANCED_TECHNICAL', 'PROJECT_BASED',
    'OVERSEAS_PREPARATION', 'APPRENTICESHIP', 'STUDENT_INTERNSHIP', 'UNSPECIFIED')),
  field text NOT NULL,
  method text,
  kkni integer CHECK (kkni BETWEEN 1 AND 9),
  free boolean,
  funding text[] NOT NULL,
  hours integer CHECK (hours > 0),
  sources jsonb NOT NULL,
  demo boolean NOT NULL
);

-- What a programme teaches, leads to and needs. No source tells it of most programmes: demo rows stand beside recorded ones.
CREATE TABLE programme_unit (
  programme_id uuid NOT NULL REFERENCES programme,
  unit_code text COLLATE "C" NOT NULL REFERENCES competency_unit,
  demo boolean NOT NULL,
  PRIMARY KEY (programme_id, unit_code)
);
CREATE INDEX programme_by_unit ON programme_unit (unit_code, programme_id);

CREATE TABLE programme_occupation (
  programme_id uuid NOT NULL REFERENCES programme,
  occupation_code text COLLATE "C" NOT NULL,
  demo boolean NOT NULL,
  PRIMARY KEY (programme_id, occupation_code)
);

CREATE TABLE programme_facility (
  programme_id uuid NOT NULL REFERENCES programme,
  facility_id uuid NOT NULL REFERENCES facility,
  demo boolean NOT NULL,
  PRIMARY KEY (programme_id, facility_id)
);

CREATE TABLE overseas_pathway (
  id uuid PRIMARY KEY,
  country text CHECK (country ~ '^[A-Z]{2}$'),
  scheme text CHECK (scheme IN ('MAGANG_LN', 'PMI')),
  partner_id uuid,
  funding text[] NOT NULL,
  sources jsonb NOT NULL,
  demo boolean NOT NULL
);

CREATE TABLE overseas_pathway_programme (
  pathway_id uuid NOT NULL REFERENCES overseas_pathway,
  programme_id uuid NOT NULL REFERENCES programme,
  PRIMARY KEY (pathway_id, programme_id)
);
