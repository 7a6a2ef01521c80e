DROP TABLE vacancy_post_change;
