DROP TABLE interest_in_country, interest_in_occupation, interest_mapping, interview, person_step, person;
