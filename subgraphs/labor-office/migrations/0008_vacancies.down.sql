DROP TABLE availability_finding, vacancy_verification;
