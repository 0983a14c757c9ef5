import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Unit } from "./schema.ts";
import { namedUnit } from "./units.ts";

/** A file behind a figure. What the viewer may not know of it is null. */
export interface FileBehind {
  /** The school, where the figure is about more than one. */
  school: string | null;
  name: string | null;
  sha256: string | null;
  role: string | null;
  at: string | null;
  /** Rows of the unit that came with this file; null where only summaries are read. */
  rows: number | null;
  /** Rows of the file that wait for an answer and are counted nowhere. */
  held: number;
}

export interface Sources {
  files: FileBehind[];
  /** Schools with results, for areas. */
  schools: number;
  /** First and last change of the results behind the figure. */
  firstAt: string | null;
  lastAt: string | null;
}

/** No list of files is longer; an area of more schools says how many there are. */
const MOST_FILES = 200;

/** The files behind the figures of a unit in a work. The one place of the analysis that looks at rows: of one school, by key. */
export function listSources(viewer: Viewer, unit: Unit, workId: number): Promise<Sources> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    await namedUnit(tx, unit, viewer.scope);
    return unit.kind === "school" ? schoolSources(tx, unit, workId) : areaSources(tx, unit, workId);
  });
}

interface FileRow {
  school: string | null;
  name: string | null;
  sha256: string | null;
  role: string | null;
  at: Date | null;
  rows: number | null;
  held: number;
}

/**
 * Files of a school: several when classes came one by one, so each row is asked whose it is. A file that a wider office brought is
 * not visible to the school; what may be known of the last one stands in the result set.
 */
async function schoolSources(tx: ReadTx, unit: Unit, workId: number): Promise<Sources> {
  const rows = await tx.$queryRaw<FileRow[]>`
    SELECT NULL AS school, coalesce(f.name, CASE WHEN r.last_import = p.import_id THEN r.source_name END) AS name,
      coalesce(f.sha256, CASE WHEN r.last_import = p.import_id THEN r.source_sha256 END) AS sha256,
      coalesce(CASE WHEN r.last_import = p.import_id THEN r.source_role END, who.role) AS role,
      coalesce(f.applied_at, CASE WHEN r.last_import = p.import_id THEN r.changed_at END) AS at,
      p.rows, coalesce(t.held, 0) AS held
    FROM (SELECT p.school_id, p.work_id, p.import_id, count(*)::int AS rows FROM participation p JOIN work w ON w.id = p.work_id AND w.year = p.year
      WHERE p.school_id = ${unit.id} AND p.work_id = ${workId} AND p.year = (SELECT year FROM work WHERE id = ${workId})
        AND (${unit.classLabel}::text IS NULL OR p.class_label = ${unit.classLabel}::text)
      GROUP BY p.school_id, p.work_id, p.import_id) p
    LEFT JOIN result_set r ON r.school_id = p.school_id AND r.work_id = p.work_id
    LEFT JOIN import_file f ON f.id = p.import_id
    LEFT JOIN import_target t ON t.import_id = p.import_id AND t.school_id = p.school_id AND t.work_id = p.work_id
    LEFT JOIN person who ON who.id = f.applied_by
    ORDER BY at NULLS FIRST, p.import_id LIMIT ${MOST_FILES}`;
  return gathered(rows, rows.length > 0 ? 1 : 0);
}

async function areaSources(tx: ReadTx, unit: Unit, workId: number): Promise<Sources> {
  const [total] = await tx.$queryRaw<{ schools: number; first_at: Date | null; last_at: Date | null }[]>`
    SELECT count(*)::int AS schools, min(r.changed_at) AS first_at, max(r.changed_at) AS last_at
    FROM result_set r JOIN school s ON s.id = r.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE r.work_id = ${workId} AND CASE ${unit.kind} WHEN 'region' THEN m.region_id ELSE m.id END = ${unit.id}`;
  const rows =
    unit.kind === "region"
      ? []
      : await tx.$queryRaw<FileRow[]>`
          SELECT s.name AS school, r.source_name AS name, r.source_sha256 AS sha256, r.source_role AS role, r.changed_at AS at, NULL::int AS rows, 0 AS held
          FROM result_set r JOIN school s ON s.id = r.school_id WHERE r.work_id = ${workId} AND s.municipality_id = ${unit.id}
          ORDER BY s.name COLLATE natural_order, s.id LIMIT ${MOST_FILES}`;
  return {
    ...gathered(rows, total?.schools ?? 0),
    firstAt: total?.first_at?.toISOString() ?? null,
    lastAt: total?.last_at?.toISOString() ?? null,
  };
}

function gathered(rows: readonly FileRow[], schools: number): Sources {
  const files = rows.map((row) => ({
    ...row,
    name: row.name || null,
    sha256: row.sha256 || null,
    role: row.role || null,
    at: row.at?.toISOString() ?? null,
  }));
  const instants = files.flatMap(({ at }) => (at === null ? [] : [at])).sort();
  return { files, schools, firstAt: instants[0] ?? null, lastAt: instants.at(-1) ?? null };
}
