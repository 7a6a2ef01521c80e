DROP TABLE enrolment_stage_change, enrolment;
