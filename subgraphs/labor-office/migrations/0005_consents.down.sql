DROP TABLE consent;
