CALL unprotect_people('enrolment', 'enrolment_stage_change', 'certificate', 'certificate_unit', 'certificate_share', 'graduate_echo');
