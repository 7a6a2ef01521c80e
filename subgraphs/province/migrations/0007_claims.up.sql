CREATE TABLE claim (
  id uuid PRIMARY KEY,
  recorded integer GENERATED ALWAYS AS IDENTITY,
  subject text COLLATE "C" NOT NULL,
  predicate text COLLATE "C" NOT NULL,
  value text NOT NULL,
  number numeric,
  unit text,
  period text,
  region_code text COLLATE "C" REFERENCES region,
  agreement_id uuid REFERENCES agreement,
  source_name text NOT NULL,
  source_kind text NOT NULL,
  source_title text,
  source_url text,
  source_published_on date,
  asserted_by text,
  asserted_by_organization_id uuid REFERENCES organization,
  asserted_on date,
  retracted_at timestamptz,
  demo boolean NOT NULL
);
CREATE INDEX claim_by_figure ON claim (subject, predicate);

-- A steward's choices among the claims of a figure; the newest holds, the others are its history.
CREATE TABLE figure_choice (
  id uuid PRIMARY KEY,
  subject text COLLATE "C" NOT NULL,
  predicate text COLLATE "C" NOT NULL,
  claim_id uuid NOT NULL REFERENCES claim,
  by_organization_id uuid NOT NULL REFERENCES organization,
  chosen_at timestamptz NOT NULL,
  reason text NOT NULL
);
CREATE INDEX figure_choice_newest ON figure_choice (subject, predicate, chosen_at DESC);

-- Where a claim stands follows from what else is said of its matter: stored, it would have to change with every new claim.
CREATE VIEW claim_standing AS
SELECT claim.*,
  CASE
    WHEN claim.retracted_at IS NOT NULL THEN 'RETRACTED'
    WHEN EXISTS (
      SELECT 1 FROM claim other
      WHERE other.subject = claim.subject AND other.predicate = claim.predicate AND other.retracted_at IS NULL
        AND other.value <> claim.value) THEN 'CONTESTED'
    WHEN EXISTS (
      SELECT 1 FROM claim other
      WHERE other.subject = claim.subject AND other.predicate = claim.predicate AND other.retracted_at IS NULL
        AND other.source_name <> claim.source_name) THEN 'CORROBORATED'
    ELSE 'ASSERTED'
  END AS status
FROM claim;

CREATE VIEW figure AS
SELECT said.subject, said.predicate, said.conflicting, newest.claim_id AS preferred_claim_id,
  newest.by_organization_id AS preferred_by_id, newest.chosen_at AS preferred_at, newest.reason
FROM (
  SELECT subject, predicate, count(DISTINCT value) FILTER (WHERE retracted_at IS NULL) > 1 AS conflicting
  FROM claim
  GROUP BY subject, predicate
) said
LEFT JOIN LATERAL (
  SELECT * FROM figure_choice
  WHERE figure_choice.subject = said.subject AND figure_choice.predicate = said.predicate
  ORDER BY chosen_at DESC
  LIMIT 1
) newest ON true;
