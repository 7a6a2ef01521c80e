CREATE TABLE workforce_report (
  id uuid PRIMARY KEY,
  employer_id uuid NOT NULL REFERENCES employer,
  site text,
  wlkp_number text,
  period_from date NOT NULL,
  period_to date NOT NULL,
  total integer CHECK (total >= 0),
  needed integer CHECK (needed >= 0),
  new_hires integer CHECK (new_hires >= 0),
  local_by_region jsonb NOT NULL,
  submitted_at timestamptz NOT NULL,
  demo boolean NOT NULL,
  CHECK (period_from <= period_to),
  UNIQUE NULLS NOT DISTINCT (employer_id, site, period_from, period_to)
);
CREATE INDEX workforce_report_newest ON workforce_report (employer_id, period_to DESC, submitted_at DESC, id);
