DROP TABLE office_holding, organization;
