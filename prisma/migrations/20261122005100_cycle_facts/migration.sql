-- The yearly cycle is a source of facts: whatever changes in it is computed into the values of indicators, as with other sources.
-- The school year stands in the plan; plan and lines belong to one school, so who may change the line sees the plan.
CREATE TRIGGER "cycle_item_value_added" AFTER INSERT ON "cycle_item" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION indicator_changed_row('(SELECT p.year FROM cycle_plan p WHERE p.id = changed.plan_id)');
CREATE TRIGGER "cycle_item_value_changed" AFTER UPDATE ON "cycle_item" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION indicator_changed_row('(SELECT p.year FROM cycle_plan p WHERE p.id = changed.plan_id)');
