DROP TABLE workforce_report;
