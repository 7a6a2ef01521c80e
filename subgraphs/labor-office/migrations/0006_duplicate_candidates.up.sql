CREATE TABLE duplicate_candidate (
  id uuid PRIMARY KEY,
  first_person_id uuid NOT NULL,
  second_person_id uuid NOT NULL,
  match text COLLATE "C" NOT NULL CHECK (match IN ('SAME_NUMBER', 'LIKENESS')),
  likeness numeric(4, 3) NOT NULL CHECK (likeness BETWEEN 0 AND 1),
  across_offices boolean NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('OPEN', 'IN_REVIEW', 'MERGED', 'DISTINCT', 'SPLIT')),
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  CHECK (first_person_id <> second_person_id)
);
CREATE INDEX duplicate_candidate_most_alike ON duplicate_candidate (likeness DESC, id);

-- A pair belongs to two people and cannot live with either; each of them finds it here.
CREATE TABLE duplicate_of_person (
  person_id uuid NOT NULL REFERENCES person,
  candidate_id uuid NOT NULL REFERENCES duplicate_candidate,
  PRIMARY KEY (person_id, candidate_id)
);

CALL protect_rows('duplicate_candidate', 'duplicate_of_person');
