DROP TABLE listed_code;
