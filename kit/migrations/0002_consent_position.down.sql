DROP TABLE consent_position;
