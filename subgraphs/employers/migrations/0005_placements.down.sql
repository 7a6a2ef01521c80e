DROP TABLE allocation_echo, retention_check, placement;
