CREATE TABLE clause (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  position integer NOT NULL,
  number text,
  kind text NOT NULL,
  title text NOT NULL,
  text text,
  demo boolean NOT NULL,
  UNIQUE (agreement_id, position)
);

CREATE TABLE obligation (
  id uuid PRIMARY KEY,
  clause_id uuid NOT NULL REFERENCES clause,
  position integer NOT NULL,
  obligor_id uuid NOT NULL REFERENCES organization,
  duty text NOT NULL,
  due_on date,
  fulfilled_on date,
  waived boolean NOT NULL DEFAULT false,
  evidence jsonb NOT NULL DEFAULT '[]',
  demo boolean NOT NULL,
  UNIQUE (clause_id, position)
);
