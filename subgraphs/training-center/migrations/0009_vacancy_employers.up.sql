-- Whose vacancy it is, for recruiters see candidates of their own employer's only; not told yet: nobody's.
ALTER TABLE vacancy_echo ADD COLUMN employer_id uuid;
