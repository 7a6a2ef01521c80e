DROP VIEW allocation_class;
DROP TABLE class_tally, training_class;
