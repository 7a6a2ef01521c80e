CREATE TABLE certificate (
  person_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  programme_id uuid REFERENCES programme,
  enrolment_id uuid,
  agreement_id uuid,
  scheme text NOT NULL,
  qualifier text,
  units text[] NOT NULL,
  kkni integer CHECK (kkni BETWEEN 1 AND 9),
  certification_body text,
  issued_on date NOT NULL,
  valid_until date,
  revoked_on date,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, id),
  FOREIGN KEY (person_id, enrolment_id) REFERENCES enrolment (person_id, id),
  CHECK (valid_until >= issued_on)
);
CREATE INDEX certificate_by_id ON certificate (id);
CREATE INDEX certificate_by_number ON certificate (number);
CREATE INDEX certificate_newest ON certificate (issued_on DESC, id);
CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);
CREATE INDEX certificate_by_programme ON certificate (programme_id, issued_on DESC);
CREATE INDEX certificate_by_agreement ON certificate (agreement_id, issued_on DESC);
CREATE INDEX certificate_by_qualifier ON certificate (qualifier, issued_on DESC);

-- Searched by equality of the unit; the array above is for showing. `proven_until` is infinity without an end and
-- -infinity once the certificate is revoked, so that one range finds what is proven today.
CREATE TABLE certificate_unit (
  person_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  unit_code text COLLATE "C" NOT NULL REFERENCES competency_unit,
  proven_until date NOT NULL,
  PRIMARY KEY (person_id, certificate_id, unit_code),
  FOREIGN KEY (person_id, certificate_id) REFERENCES certificate (person_id, id)
);
CREATE INDEX certificate_unit_proven ON certificate_unit (unit_code, proven_until, person_id);
CREATE INDEX certificate_unit_by_certificate ON certificate_unit (certificate_id, unit_code);

-- Codes by which a holder lets others see a certificate; only their hashes are kept.
CREATE TABLE certificate_share (
  person_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  valid_until date NOT NULL,
  PRIMARY KEY (person_id, certificate_id, code_hash),
  FOREIGN KEY (person_id, certificate_id) REFERENCES certificate (person_id, id)
);

-- Echo of the labour offices (residence) and of the employers (placement) for everybody who holds a certificate.
CREATE TABLE graduate_echo (
  person_id uuid PRIMARY KEY,
  district_code text COLLATE "C",
  placed_since date,
  as_of timestamptz NOT NULL,
  demo boolean NOT NULL
);
CREATE INDEX graduate_echo_by_district ON graduate_echo (district_code, person_id);
CREATE INDEX graduate_echo_as_of ON graduate_echo (as_of);

CALL protect_rows('certificate', 'certificate_unit', 'certificate_share', 'graduate_echo');
