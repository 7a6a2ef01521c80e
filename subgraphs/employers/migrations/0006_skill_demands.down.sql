DROP TABLE skill_demand;
