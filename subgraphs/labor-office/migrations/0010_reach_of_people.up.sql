-- Who reads which rows is told in kit: whoever has a reason on record, and the agency's own work.
CALL protect_people('person', 'person.id');
CALL protect_people('person_step');
CALL protect_people('interview');
CALL protect_people('interest_mapping');
CALL protect_people('interest_in_occupation');
CALL protect_people('interest_in_country');
CALL protect_people('registration');
CALL protect_people('person_echo');
CALL protect_people('nomination');
CALL protect_people('overseas_case');
CALL protect_people('financing_case');
CALL protect_people('consent');
CALL protect_people('duplicate_of_person');

-- A pair is seen by whoever reaches one of the two.
DROP POLICY known_caller ON duplicate_candidate;
CREATE POLICY own_work ON duplicate_candidate TO {{worker}} USING ((SELECT known_caller())) WITH CHECK ((SELECT known_caller()));
CREATE POLICY reached ON duplicate_candidate TO {{app}}
  USING (EXISTS (SELECT FROM duplicate_of_person pair WHERE pair.candidate_id = duplicate_candidate.id));
