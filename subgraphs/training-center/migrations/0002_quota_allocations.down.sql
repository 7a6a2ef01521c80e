DROP TABLE quota_allocation_path, quota_allocation;
DROP FUNCTION pass_seats_on, place_in_tree, keep_place_in_tree;
