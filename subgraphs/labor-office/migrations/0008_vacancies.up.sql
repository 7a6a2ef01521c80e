CREATE TABLE vacancy_verification (
  vacancy_id uuid PRIMARY KEY,
  status text COLLATE "C" NOT NULL CHECK (status IN ('PENDING', 'ACCEPTED', 'RETURNED', 'REFUSED')),
  missing text[] NOT NULL,
  note text,
  office_id uuid NOT NULL,
  decided_at timestamptz,
  demo boolean NOT NULL,
  CHECK ((status = 'PENDING') = (decided_at IS NULL))
);

CREATE TABLE availability_finding (
  id uuid PRIMARY KEY,
  occupation_code text COLLATE "C" NOT NULL,
  competency_units text[] NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  employer_id uuid,
  vacancy_id uuid,
  result text COLLATE "C" NOT NULL CHECK (result IN ('AVAILABLE', 'UNAVAILABLE', 'UNDECIDED')),
  candidates_found integer CHECK (candidates_found >= 0),
  days_advertised integer,
  found_on date NOT NULL,
  valid_until date,
  office_id uuid NOT NULL,
  demo boolean NOT NULL
);
CREATE INDEX availability_finding_by_employer ON availability_finding (employer_id);
CREATE INDEX availability_finding_by_vacancy ON availability_finding (vacancy_id);
