CREATE TABLE nomination (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  allocation_id uuid,
  class_id uuid,
  agreement_id uuid,
  office_id uuid NOT NULL,
  -- Where the nominee lived then: who moves does not change what was reported.
  district_code text COLLATE "C",
  status text COLLATE "C" NOT NULL CHECK (status IN ('PROPOSED', 'ACCEPTED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN')),
  reason text,
  nominated_on date NOT NULL,
  follow_up text COLLATE "C" CHECK (follow_up IN ('WORKING', 'SELF_EMPLOYED', 'SEEKING', 'STUDYING', 'UNREACHABLE')),
  followed_up_on date,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id),
  CHECK ((follow_up IS NULL) = (followed_up_on IS NULL)),
  CHECK (allocation_id IS NOT NULL OR class_id IS NOT NULL)
);
CREATE INDEX nomination_by_id ON nomination (id);
CREATE INDEX nomination_by_allocation ON nomination (allocation_id);
CREATE INDEX nomination_by_agreement ON nomination (agreement_id);

-- The training centre's ledger of quotas: each allocation with itself and all above it.
CREATE TABLE allocation_echo (
  allocation_id uuid NOT NULL,
  ancestor_id uuid NOT NULL,
  agreement_id uuid,
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL,
  PRIMARY KEY (ancestor_id, allocation_id)
);

CALL protect_rows('nomination');
