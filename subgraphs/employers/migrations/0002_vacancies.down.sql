DROP TABLE vacancy_unit, vacancy;
