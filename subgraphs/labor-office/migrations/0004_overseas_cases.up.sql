CREATE TABLE overseas_case (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  -- Two legal regimes; whatever counts cases counts them apart.
  scheme text COLLATE "C" NOT NULL CHECK (scheme IN ('MAGANG_LN', 'PMI')),
  country text COLLATE "C",
  stage text COLLATE "C" NOT NULL CHECK (stage IN ('REGISTERED', 'AGREEMENT_MADE', 'DOCUMENTS', 'ORIENTATION', 'DEPARTED', 'RETURNED', 'WITHDRAWN')),
  stage_since date NOT NULL,
  funding text COLLATE "C",
  pathway_id uuid,
  agreement_id uuid,
  allocation_id uuid,
  opened_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id)
);
CREATE INDEX overseas_case_by_id ON overseas_case (id);
CREATE INDEX overseas_case_by_agreement ON overseas_case (agreement_id);

CREATE TABLE financing_case (
  person_id uuid NOT NULL REFERENCES person,
  id uuid NOT NULL,
  overseas_case_id uuid NOT NULL,
  lender_id uuid NOT NULL,
  amount numeric NOT NULL CHECK (amount > 0),
  status text COLLATE "C" NOT NULL CHECK (status IN ('APPLIED', 'APPROVED', 'REJECTED', 'DISBURSED', 'REPAYING', 'CLOSED')),
  prerequisites jsonb NOT NULL DEFAULT '[]',
  applied_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id),
  FOREIGN KEY (person_id, overseas_case_id) REFERENCES overseas_case
);
CREATE INDEX financing_case_by_id ON financing_case (id);
CREATE INDEX financing_case_by_overseas_case ON financing_case (overseas_case_id);

CALL protect_rows('overseas_case', 'financing_case');
