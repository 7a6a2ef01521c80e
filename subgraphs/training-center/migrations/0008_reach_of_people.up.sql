-- Who reads which rows is told in kit: whoever has a reason on record, and the agency's own work.
CALL protect_people('enrolment');
CALL protect_people('enrolment_stage_change');
CALL protect_people('certificate');
CALL protect_people('certificate_unit');
CALL protect_people('certificate_share');
CALL protect_people('graduate_echo');
