DROP FUNCTION match_id;
DROP TABLE match_salt, vacancy_echo_unit, vacancy_echo;
