-- Tasks of a work may not change once any school has results for it, also a school that the asking person cannot see.
-- The policies of result_set bind its owner too (FORCE), so the function states the scope in which it looks; it tells yes or no.
CREATE FUNCTION work_has_results(which int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public SET portal.scope = 'system' AS $$
  SELECT EXISTS (SELECT FROM result_set WHERE work_id = which)
$$;
