DROP TABLE financing_case, overseas_case;
