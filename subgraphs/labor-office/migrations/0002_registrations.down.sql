DROP TABLE person_echo, registration;
