-- A published report goes on being a draft: its title, foreword and works may be under change for the next edition. So the
-- public no longer reads rows of "report", but a view without them; what an edition says stands in its snapshot.
-- The view reads as its owner, whom FORCE would stop; requests run as portal_app and are not meant by this policy.
DROP POLICY "report_public" ON "report";
CREATE POLICY "report_view" ON "report" FOR SELECT TO CURRENT_USER USING (published_at IS NOT NULL);
CREATE VIEW "report_public" AS
  SELECT id, slug, unit_kind, school_id, municipality_id, region_id, year, published_at FROM report WHERE published_at IS NOT NULL;
GRANT SELECT ON "report_public" TO portal_app;

CREATE POLICY "report_version_public" ON "report_version" FOR SELECT TO portal_app USING (
  (SELECT portal_scope()) = 'public' AND report_id IN (SELECT id FROM report_public)
);
DROP POLICY "report_snapshot_scope" ON "report_snapshot";
CREATE POLICY "report_snapshot_scope" ON "report_snapshot" USING (report_id IN (SELECT id FROM report));
-- Withdrawn content is out of the public's reach.
CREATE POLICY "report_snapshot_public" ON "report_snapshot" FOR SELECT TO portal_app USING (
  (SELECT portal_scope()) = 'public'
  AND (report_id, version) IN (SELECT v.report_id, v.version FROM report_version v WHERE v.withdrawn_at IS NULL)
);
