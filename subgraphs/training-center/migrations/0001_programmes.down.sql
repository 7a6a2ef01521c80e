DROP TABLE overseas_pathway_programme, overseas_pathway, programme_facility, programme_occupation, programme_unit,
  programme, facility, competency_unit;
