-- Keyed by itself and not by a person: most students are known to no labour office.
CREATE TABLE internship (
  id uuid PRIMARY KEY,
  student_id uuid,
  school_npsn text COLLATE "C" NOT NULL REFERENCES school,
  employer_id uuid,
  facility_id uuid,
  occupation_code text COLLATE "C",
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  status text NOT NULL,
  minor boolean NOT NULL,
  guardian_consent text NOT NULL,
  guardian_consent_on date,
  certification_planned boolean NOT NULL,
  certificate_id uuid,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  CHECK (starts_on <= ends_on),
  CHECK (num_nonnulls(employer_id, facility_id) = 1),
  CHECK (minor OR guardian_consent = 'NOT_NEEDED')
);
CREATE INDEX internship_latest ON internship (ends_on DESC, id);
CREATE INDEX internship_by_school ON internship (school_npsn, ends_on DESC);
CREATE INDEX internship_by_occupation ON internship (occupation_code, ends_on);
CREATE INDEX internship_by_employer ON internship (employer_id);
CREATE INDEX internship_by_facility ON internship (facility_id);
CALL protect_rows('internship');
