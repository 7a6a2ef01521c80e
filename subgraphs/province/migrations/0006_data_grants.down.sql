DROP TABLE data_grant;
