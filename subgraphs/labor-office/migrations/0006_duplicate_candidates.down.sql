DROP TABLE duplicate_of_person, duplicate_candidate;
