DROP TABLE obligation, clause;
