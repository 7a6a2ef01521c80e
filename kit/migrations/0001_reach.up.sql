-- Why an organisation may know of a person here: what the person is to it, at whose office, under which agreement. A row is
-- written by an act of the agency's own, or for what another agency told of; its days say when the reason holds.
CREATE TABLE disclosure_basis (
  person_id uuid NOT NULL,
  -- The organisation whose people these are: it alone opens them to others.
  keeper_id uuid NOT NULL,
  -- The organisation that has the reason; the keeper itself for its own work, or an employer for its own staff.
  organization_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('REGISTRATION', 'NOMINATION', 'ENROLMENT', 'INTRODUCTION', 'PLACEMENT', 'INTERNSHIP')),
  agreement_id uuid,
  -- Where the person counts, for grants that are bound to regions.
  region_code text COLLATE "C",
  valid_from date NOT NULL,
  valid_until date,
  demo boolean NOT NULL,
  CONSTRAINT disclosure_basis_once UNIQUE NULLS NOT DISTINCT (person_id, organization_id, keeper_id, kind, agreement_id, valid_from),
  CHECK (valid_from <= valid_until)
);
CALL protect_rows('disclosure_basis');

-- Consents of people that hold, as the labour offices tell of them: to be asked where a grant rests on consent.
CREATE TABLE consent_echo (
  person_id uuid NOT NULL,
  consent_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  categories text[] NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  demo boolean NOT NULL,
  PRIMARY KEY (person_id, consent_id)
);
CALL protect_rows('consent_echo');

-- What the transaction was told of its caller's reach. Unset or empty opens nothing.
CREATE FUNCTION reach_day() RETURNS date LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('simpul.today', true), '')::date $$;
CREATE FUNCTION reach_self() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('simpul.person', true), '')::uuid $$;
CREATE FUNCTION reach_partner() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('simpul.organization', true), '')::uuid $$;
-- Those whose reasons are the caller's own: the keeper it works for, the employer it recruits for.
CREATE FUNCTION reach_own() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('simpul.own', true), '')::uuid[], '{}') $$;
-- The grants in force for the caller, as parallel lists: one entry for each grant and region of it.
CREATE FUNCTION reach_granted(part text) RETURNS text[] LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('simpul.granted_' || part, true), '')::text[], '{}') $$;

CREATE FUNCTION reached(person text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  -- What is the same for every row stands in selects of its own, so that it is asked once for a statement. The offset keeps
  -- the planner from gathering everybody's reasons where a page or a few people are asked for.
  SELECT replace($policy$
    PERSON = (SELECT reach_self())
    OR (SELECT cardinality(reach_own()) > 0) AND EXISTS (
      SELECT FROM disclosure_basis basis
      WHERE basis.person_id = PERSON AND basis.organization_id = ANY ((SELECT reach_own())::uuid[])
        AND basis.valid_from <= (SELECT reach_day())
        AND (basis.valid_until IS NULL OR basis.valid_until >= (SELECT reach_day()))
      OFFSET 0)
    OR (SELECT cardinality(reach_granted('keepers')) > 0) AND EXISTS (
      SELECT FROM disclosure_basis basis
      JOIN unnest((SELECT reach_granted('keepers'))::uuid[], (SELECT reach_granted('agreements'))::uuid[],
          (SELECT reach_granted('regions'))::text[], (SELECT reach_granted('consents'))::boolean[])
          AS granted(keeper_id, agreement_id, region_code, needs_consent)
        ON granted.keeper_id = basis.keeper_id
          AND (granted.agreement_id IS NULL
            OR granted.agreement_id = basis.agreement_id AND basis.organization_id = (SELECT reach_partner()))
          AND (granted.region_code IS NULL
            OR basis.region_code = granted.region_code OR starts_with(basis.region_code, granted.region_code || '.'))
      WHERE basis.person_id = PERSON
        AND basis.valid_from <= (SELECT reach_day())
        AND (basis.valid_until IS NULL OR basis.valid_until >= (SELECT reach_day()))
        AND (NOT granted.needs_consent OR EXISTS (
          SELECT FROM consent_echo agreed
          WHERE agreed.person_id = PERSON AND agreed.recipient_id = (SELECT reach_partner())
            AND agreed.purpose = (SELECT current_setting('simpul.purpose', true))
            AND agreed.valid_from <= (SELECT reach_day())
            AND (agreed.valid_until IS NULL OR agreed.valid_until >= (SELECT reach_day())))))
  $policy$, 'PERSON', person)
$$;

-- The floor under every row about a person: requests read whom they reach, or count everybody and show nobody; the agency's
-- own work reads all. `subject` is the qualified SQL that tells whom a row is about, where it is no column person_id.
CREATE PROCEDURE protect_people(protected regclass, subject text DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE person text := coalesce(subject, format('%s.person_id', protected));
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('DROP POLICY IF EXISTS known_caller ON %s', protected);
  EXECUTE format('CREATE POLICY own_work ON %s TO {{worker}} USING ((SELECT known_caller())) WITH CHECK ((SELECT known_caller()))', protected);
  -- A statement that counts everybody is one of a transaction that writes nothing.
  EXECUTE format('CREATE POLICY reached ON %s TO {{app}} USING ((SELECT current_setting(''simpul.reach'', true)) = ''COUNT'' OR %s) WITH CHECK (%2$s)',
    protected, reached(person));
END $$;

CREATE PROCEDURE unprotect_people(VARIADIC tables regclass[]) LANGUAGE plpgsql AS $$
DECLARE protected regclass;
BEGIN
  FOREACH protected IN ARRAY tables LOOP
    EXECUTE format('DROP POLICY reached ON %s', protected);
    EXECUTE format('DROP POLICY own_work ON %s', protected);
  END LOOP;
  CALL protect_rows(VARIADIC tables);
END $$;
