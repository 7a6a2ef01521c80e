DROP PROCEDURE unprotect_people(regclass[]);
DROP PROCEDURE protect_people(regclass, text);
DROP FUNCTION reached(text);
DROP FUNCTION reach_granted(text), reach_own(), reach_partner(), reach_self(), reach_day();
DROP TABLE consent_echo, disclosure_basis;
