DROP TABLE employer;
