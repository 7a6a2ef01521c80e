DROP TABLE internship;
