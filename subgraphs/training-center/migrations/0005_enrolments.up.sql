CREATE TABLE enrolment (
  person_id uuid NOT NULL,
  id uuid NOT NULL,
  class_id uuid NOT NULL REFERENCES training_class,
  allocation_id uuid,
  nomination_id uuid,
  stage text NOT NULL CHECK (stage IN ('WAITLISTED', 'RESERVED', 'ENROLLED', 'COMPLETED', 'DROPPED', 'RELEASED')),
  waiting_position integer CHECK (waiting_position >= 1),
  district_code text COLLATE "C",
  entered_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id),
  FOREIGN KEY (class_id, allocation_id) REFERENCES training_class (id, allocation_id),
  CHECK ((stage = 'WAITLISTED') = (waiting_position IS NOT NULL))
);
CREATE INDEX enrolment_by_id ON enrolment (id);
CREATE INDEX enrolment_by_class ON enrolment (class_id);
-- A person takes one seat of a class; whoever dropped out or was released may come back.
CREATE UNIQUE INDEX enrolment_once_per_class ON enrolment (person_id, class_id)
  WHERE stage NOT IN ('DROPPED', 'RELEASED');

CREATE TABLE enrolment_stage_change (
  person_id uuid NOT NULL,
  enrolment_id uuid NOT NULL,
  number integer NOT NULL,
  stage text NOT NULL,
  at timestamptz NOT NULL,
  reason text,
  PRIMARY KEY (person_id, enrolment_id, number),
  FOREIGN KEY (person_id, enrolment_id) REFERENCES enrolment (person_id, id)
);
CREATE INDEX enrolment_stage_change_by_enrolment ON enrolment_stage_change (enrolment_id, number);

CALL protect_rows('enrolment', 'enrolment_stage_change');
