DROP TABLE graduation_echo, workforce_echo_region, workforce_echo, local_hire_rule;
