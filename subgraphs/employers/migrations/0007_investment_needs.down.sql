DROP TABLE investment_need;
