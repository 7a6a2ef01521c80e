DROP POLICY reached ON duplicate_candidate;
DROP POLICY own_work ON duplicate_candidate;
CREATE POLICY known_caller ON duplicate_candidate USING ((SELECT known_caller())) WITH CHECK ((SELECT known_caller()));
CALL unprotect_people('person', 'person_step', 'interview', 'interest_mapping', 'interest_in_occupation', 'interest_in_country', 'registration', 'person_echo', 'nomination', 'overseas_case', 'financing_case', 'consent', 'duplicate_of_person');
