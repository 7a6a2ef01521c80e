CREATE TABLE training_class (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  name text NOT NULL,
  seats integer NOT NULL DEFAULT 16 CHECK (seats >= 1),
  seats_taken integer NOT NULL DEFAULT 0,
  starts_on date,
  ends_on date,
  status text NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED')),
  facility_id uuid REFERENCES facility,
  allocation_id uuid,
  agreement_id uuid,
  funding text CHECK (funding IN ('APBN', 'APBD', 'KUR', 'OWN', 'EMPLOYER')),
  cost numeric CHECK (cost >= 0),
  request_id uuid REFERENCES training_request,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  UNIQUE (id, allocation_id),
  FOREIGN KEY (allocation_id) REFERENCES quota_allocation (id),
  FOREIGN KEY (allocation_id, agreement_id) REFERENCES quota_allocation (id, agreement_id),
  CHECK (seats_taken BETWEEN 0 AND seats),
  CHECK (ends_on >= starts_on)
);
CREATE INDEX training_class_by_programme ON training_class (programme_id, ends_on);
CREATE INDEX training_class_by_allocation ON training_class (allocation_id);
CREATE INDEX training_class_by_agreement ON training_class (agreement_id);
CREATE INDEX training_class_by_request ON training_class (request_id);
CREATE INDEX training_class_by_end ON training_class (ends_on);

-- Participants of a class by district of residence: public counts, kept with the enrolments and certificates that they
-- count, so that no question about numbers ever reads a row about a person. People who dropped out stay in `enrolled`.
CREATE TABLE class_tally (
  class_id uuid NOT NULL REFERENCES training_class,
  district_code text COLLATE "C",
  reserved integer NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  enrolled integer NOT NULL DEFAULT 0 CHECK (enrolled >= 0),
  completed integer NOT NULL DEFAULT 0,
  dropped integer NOT NULL DEFAULT 0,
  certified integer NOT NULL DEFAULT 0,
  UNIQUE NULLS NOT DISTINCT (class_id, district_code),
  CHECK (completed >= 0 AND dropped >= 0 AND completed + dropped <= enrolled),
  CHECK (certified BETWEEN 0 AND completed)
);
CREATE INDEX class_tally_by_district ON class_tally (district_code, class_id);

-- Classes as parts of every allocation that they debit, directly or through a part of it.
CREATE VIEW allocation_class AS
  SELECT path.ancestor_id, training_class.*
  FROM quota_allocation_path path JOIN training_class ON training_class.allocation_id = path.allocation_id;
