-- Places in trees. A recorded tree says what a source says; only a ledger, where one is kept, counts what became of them.
CREATE TABLE quota_allocation (
  id uuid PRIMARY KEY,
  parent_id uuid REFERENCES quota_allocation,
  agreement_id uuid,
  clause_id uuid,
  region_code text COLLATE "C",
  year integer CHECK (year BETWEEN 2000 AND 2100),
  scope text NOT NULL CHECK (scope IN ('ALL_TRAINING', 'OVERSEAS_TRAINING', 'OVERSEAS_DEPARTURE', 'CITY_CLASSES')),
  condition text,
  claim_id uuid,
  reading text,
  preferred boolean NOT NULL,
  seats integer CHECK (seats >= 0),
  -- The ledger: all five or none. What a part takes is counted in everything above it too.
  passed_on integer,
  reserved integer,
  filled integer,
  completed integer,
  certified integer,
  version integer NOT NULL DEFAULT 1,
  demo boolean NOT NULL,
  UNIQUE (id, agreement_id),
  CONSTRAINT uncontested_is_preferred CHECK (reading IS NOT NULL OR preferred),
  CONSTRAINT ledger_is_whole CHECK (num_nulls(passed_on, reserved, filled, completed, certified) IN (0, 5)),
  CONSTRAINT ledger_has_seats CHECK (reserved IS NULL OR seats IS NOT NULL),
  CONSTRAINT children_within_parent CHECK (passed_on BETWEEN 0 AND seats),
  CONSTRAINT places_within_seats CHECK (reserved >= 0 AND filled >= 0 AND reserved + filled <= seats),
  CONSTRAINT graduates_within_filled CHECK (completed BETWEEN 0 AND filled AND certified BETWEEN 0 AND completed)
);
CREATE INDEX quota_allocation_by_parent ON quota_allocation (parent_id);
CREATE INDEX quota_allocation_by_agreement ON quota_allocation (agreement_id);
CREATE INDEX quota_allocation_by_region ON quota_allocation (region_code);

-- Every allocation with itself and all above it.
CREATE TABLE quota_allocation_path (
  allocation_id uuid NOT NULL REFERENCES quota_allocation,
  ancestor_id uuid NOT NULL REFERENCES quota_allocation,
  PRIMARY KEY (allocation_id, ancestor_id)
);
CREATE INDEX quota_allocation_below ON quota_allocation_path (ancestor_id, allocation_id);

-- Seats handed to a part are handed out once: children_within_parent refuses what exceeds the parent.
CREATE FUNCTION pass_seats_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE quota_allocation SET passed_on = passed_on + NEW.seats - coalesce(OLD.seats, 0)
    WHERE id = NEW.parent_id AND passed_on IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION place_in_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.passed_on IS NULL) <> (SELECT passed_on IS NULL FROM quota_allocation WHERE id = NEW.parent_id) THEN
    RAISE check_violation USING MESSAGE = 'a tree of allocations keeps a ledger as a whole or not at all';
  END IF;
  INSERT INTO quota_allocation_path (allocation_id, ancestor_id)
    SELECT NEW.id, ancestor_id FROM quota_allocation_path WHERE allocation_id = NEW.parent_id
    UNION ALL SELECT NEW.id, NEW.id;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_place_in_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE check_violation USING MESSAGE = 'an allocation keeps its parent: what was debited above it would be wrong';
END $$;

CREATE TRIGGER place_in_tree AFTER INSERT ON quota_allocation FOR EACH ROW EXECUTE FUNCTION place_in_tree();
CREATE TRIGGER pass_seats_on AFTER INSERT OR UPDATE OF seats ON quota_allocation FOR EACH ROW EXECUTE FUNCTION pass_seats_on();
CREATE TRIGGER keep_place_in_tree BEFORE UPDATE OF parent_id ON quota_allocation
  FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION keep_place_in_tree();
