DROP TABLE allocation_echo, nomination;
