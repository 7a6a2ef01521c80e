DROP VIEW figure, claim_standing;
DROP TABLE figure_choice, claim;
