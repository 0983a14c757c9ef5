-- Tasks of a work may not change once any school has results for it, also a school that the asking person cannot see.
-- The policies of result_set bind its owner too (FORCE), so the owner gets one of its own; requests run as portal_app,
-- whom it does not serve. The function tells yes or no.
CREATE POLICY "result_set_owner" ON "result_set" FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION work_has_results(which int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM result_set WHERE work_id = which)
$$;
