DROP TABLE graduate_echo, certificate_share, certificate_unit, certificate;
