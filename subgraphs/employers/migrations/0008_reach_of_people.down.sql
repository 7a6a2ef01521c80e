CALL unprotect_people('placement', 'retention_check');
