-- Entries of official code lists: occupations (KBJI) and industries (KBLI).
CREATE TABLE listed_code (
  list text NOT NULL CHECK (list IN ('KBJI', 'KBLI')),
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  version text NOT NULL,
  parent_code text COLLATE "C",
  isco_code text,
  PRIMARY KEY (list, code),
  FOREIGN KEY (list, parent_code) REFERENCES listed_code
);
CREATE INDEX listed_code_by_parent ON listed_code (list, parent_code, code);
