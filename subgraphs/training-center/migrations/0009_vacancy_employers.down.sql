ALTER TABLE vacancy_echo DROP COLUMN employer_id;
