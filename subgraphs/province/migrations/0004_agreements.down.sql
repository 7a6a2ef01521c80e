DROP TABLE agreement_placement, agreement_activity, agreement_change, agreement_witness, agreement_signatory,
  agreement_party, agreement;
