CALL unprotect_people('internship');
