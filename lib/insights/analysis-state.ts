import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import type { Unit } from "./schema.ts";

/**
 * A text that becomes another one whenever anything changes that the page of an analysis shows to this viewer: summaries of the unit,
 * of its parts and of the areas around it, the same work in all years with its tasks and scales, names of units, where results came
 * from, reported figures. It is made of the transactions that wrote those rows (`xmin`), so nobody who writes has to count anything
 * along. One statement; what is read after it is at least as new as it says.
 */
export function analysisState(viewer: Viewer, unit: Unit, workId: number): Promise<string> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ state: string | null }[]>`
      WITH place AS MATERIALIZED (${placeOf(unit)}),
      works AS MATERIALIZED (SELECT w.id, w.xmin FROM work w JOIN work this ON this.id = ${workId}
        WHERE w.kind = this.kind AND w.subject = this.subject AND w.grade_tested = this.grade_tested),
      written (part) AS (
        ${partsOf(unit, workId)}
        UNION ALL SELECT concat_ws('.', a.area_kind, a.area_id, a.work_id, a.xmin) FROM place p
          JOIN area_summary a ON (a.area_kind = 'municipality' AND a.area_id = p.municipality_id) OR (a.area_kind = 'region' AND a.area_id = p.region_id)
          JOIN works w ON w.id = a.work_id
        UNION ALL SELECT concat_ws('.', 'm', m.id, m.xmin) FROM place p JOIN municipality m ON m.id = p.municipality_id
        UNION ALL SELECT concat_ws('.', 'r', r.id, r.xmin) FROM place p JOIN region r ON r.id = p.region_id
        UNION ALL SELECT concat_ws('.', 'w', w.id, w.xmin) FROM works w
        UNION ALL SELECT concat_ws('.', 't', t.work_id, t.position, t.xmin) FROM works w JOIN work_task t ON t.work_id = w.id
        UNION ALL SELECT concat_ws('.', 'e', e.id, e.xmin) FROM works w JOIN scale_edition e ON e.work_id = w.id
        UNION ALL SELECT concat_ws('.', 'f', f.id, f.xmin) FROM reported_figure f
          WHERE f.work_id = ${workId} AND ${Prisma.raw(`f.${unit.kind}_id`)} = ${unit.id})
      SELECT md5(string_agg(part, ',' ORDER BY part)) AS state FROM written`;
    return row?.state ?? "";
  });
}

/** The areas that a unit is, or stands in. */
function placeOf({ kind, id }: Unit): Prisma.Sql {
  if (kind === "region") return Prisma.sql`SELECT NULL::int AS municipality_id, ${id}::int AS region_id`;
  if (kind === "municipality")
    return Prisma.sql`SELECT m.id AS municipality_id, m.region_id FROM municipality m WHERE m.id = ${id}`;
  return Prisma.sql`SELECT m.id AS municipality_id, m.region_id FROM school s JOIN municipality m ON m.id = s.municipality_id WHERE s.id = ${id}`;
}

/** Rows of the parts of a unit: municipalities of a region, schools of a municipality, classes of a school with their source. */
function partsOf({ kind, id }: Unit, workId: number): Prisma.Sql {
  if (kind === "region")
    return Prisma.sql`SELECT concat_ws('.', 'p', m.id, m.xmin, a.xmin) FROM municipality m
      JOIN area_summary a ON a.area_kind = 'municipality' AND a.area_id = m.id AND a.work_id = ${workId} WHERE m.region_id = ${id}`;
  if (kind === "municipality")
    return Prisma.sql`SELECT concat_ws('.', 'p', c.id, c.xmin, s.xmin) FROM school c
      JOIN summary s ON s.school_id = c.id AND s.work_id = ${workId} AND s.class_label = '*' WHERE c.municipality_id = ${id}`;
  return Prisma.sql`SELECT concat_ws('.', 'p', c.id, c.xmin) FROM school c WHERE c.id = ${id}
    UNION ALL SELECT concat_ws('.', 's', s.work_id, s.class_label, s.xmin) FROM summary s JOIN works w ON w.id = s.work_id WHERE s.school_id = ${id}
    UNION ALL SELECT concat_ws('.', 'o', r.version, r.xmin) FROM result_set r WHERE r.school_id = ${id} AND r.work_id = ${workId}`;
}
