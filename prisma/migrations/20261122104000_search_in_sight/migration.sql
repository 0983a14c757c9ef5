-- A search looks only into the editions that it is told: those that the asking person sees and that are in force. With the texts of a
-- thousand schools in one table, looking through all of them for a school that reads fifty documents took seconds.
-- As before, the functions leave the row policies aside only so that the indexes can be used (neither @@ nor <% is leakproof); what
-- they answer is joined to rows that the policies let through.
DROP FUNCTION regulation_clauses_met(tsquery);
DROP FUNCTION regulation_clauses_like(text);
CREATE FUNCTION regulation_clauses_met(wanted tsquery, editions int[]) RETURNS TABLE (clause_id int, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, ts_rank(c.search, wanted) FROM regulation_clause c WHERE c.edition_id = ANY (editions) AND c.search @@ wanted
$$;
CREATE FUNCTION regulation_clauses_like(wanted text, editions int[]) RETURNS TABLE (clause_id int, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, word_similarity(wanted, c.search_text) FROM regulation_clause c
  WHERE c.edition_id = ANY (editions) AND wanted <% c.search_text
$$;
