CREATE TABLE training_request (
  id uuid PRIMARY KEY,
  requested_by_id uuid,
  employer_id uuid,
  demand_id uuid,
  agreement_id uuid,
  programme_id uuid REFERENCES programme,
  occupation_code text COLLATE "C",
  units text[] NOT NULL,
  region_code text COLLATE "C",
  headcount integer NOT NULL CHECK (headcount >= 1),
  submitted_on date NOT NULL,
  needed_by date,
  status text NOT NULL CHECK (status IN ('SUBMITTED', 'PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'FULFILLED')),
  reason text,
  allocation_id uuid REFERENCES quota_allocation,
  seats_reserved integer NOT NULL DEFAULT 0 CHECK (seats_reserved >= 0),
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  CHECK (requested_by_id IS NOT NULL OR employer_id IS NOT NULL)
);
CREATE INDEX training_request_newest ON training_request (submitted_on DESC, id);
CREATE INDEX training_request_by_employer ON training_request (employer_id);
CREATE INDEX training_request_by_demand ON training_request (demand_id);
-- Whoever asks again for the same demand finds the request that is under way.
CREATE UNIQUE INDEX training_request_under_way ON training_request (demand_id)
  WHERE status IN ('SUBMITTED', 'PROPOSED', 'ACCEPTED');
