CREATE TABLE skill_demand (
  id uuid PRIMARY KEY,
  employer_id uuid REFERENCES employer,
  occupation_code text COLLATE "C",
  competency_units text[] NOT NULL DEFAULT '{}',
  programme_id uuid,
  region_code text COLLATE "C",
  headcount integer NOT NULL CHECK (headcount >= 1),
  needed_by date,
  agreement_id uuid,
  status text NOT NULL CHECK (status IN ('OPEN', 'REQUESTED', 'MET', 'WITHDRAWN')),
  demo boolean NOT NULL
);
CREATE INDEX skill_demand_soonest ON skill_demand (COALESCE(needed_by, '9999-12-31'), id);
CREATE INDEX skill_demand_by_employer ON skill_demand (employer_id);
CREATE INDEX skill_demand_by_programme ON skill_demand (programme_id);
