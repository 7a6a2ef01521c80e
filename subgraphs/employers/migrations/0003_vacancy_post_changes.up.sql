-- Posts that came in, were filled or were removed, by day: the balance of any month is a sum of these.
CREATE TABLE vacancy_post_change (
  vacancy_id uuid NOT NULL REFERENCES vacancy,
  changed_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('REPORTED', 'FILLED', 'REMOVED')),
  posts integer NOT NULL CHECK (posts > 0),
  PRIMARY KEY (vacancy_id, changed_on, kind)
);
CREATE INDEX vacancy_post_change_by_day ON vacancy_post_change (changed_on);
