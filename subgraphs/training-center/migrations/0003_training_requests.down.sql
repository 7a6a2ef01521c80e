DROP TABLE training_request;
