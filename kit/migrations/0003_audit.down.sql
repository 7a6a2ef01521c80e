DROP TABLE witnessed_head, audit_seal, audit_record;
