import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type KnownSchool, type Proposal, proposeSchools } from "./propose-schools.ts";

/** A school that reports name without a code. */
export interface PrintedName {
  name: string;
  place: string;
  figures: number;
  /** What a person decided; null = nothing yet. */
  decided: { id: number; name: string } | null;
  proposals: Proposal[];
}

// Each name carries a list of schools to choose from, so a page is short.
const perPage = 15;

/** Printed names of schools without a code: those that wait for a decision first, each with the schools it may mean. */
export function listPrintedNames(
  viewer: Viewer,
  wanted: { page: number },
): Promise<{
  names: PrintedName[];
  schools: KnownSchool[];
  waiting: number;
  total: number;
  page: number;
  pages: number;
}> {
  permit(viewer, "results.import");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<
      { name: string; place: string; figures: number; schoolId: number | null }[]
    >`
      SELECT min(unit_name) AS name, min(place) AS place, count(*)::int AS figures, max(school_id) AS "schoolId"
      FROM reported_figure WHERE unit_kind = 'school' AND name_key <> '' GROUP BY place_key, name_key
      ORDER BY max(school_id) IS NOT NULL, min(place), min(unit_name) COLLATE natural_order`;
    const schools = await knownSchools(tx);
    const pages = Math.max(1, Math.ceil(rows.length / perPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    const byId = new Map(schools.map((school) => [school.id, school]));
    return {
      names: rows.slice((page - 1) * perPage, page * perPage).map(({ schoolId, ...row }) => {
        const school = schoolId === null ? undefined : byId.get(schoolId);
        return {
          ...row,
          decided: school ? { id: school.id, name: school.name } : null,
          proposals: proposeSchools(row, schools),
        };
      }),
      schools,
      waiting: rows.filter(({ schoolId }) => schoolId === null).length,
      total: rows.length,
      page,
      pages,
    };
  });
}

function knownSchools(tx: ReadTx): Promise<KnownSchool[]> {
  return tx.$queryRaw<KnownSchool[]>`
    SELECT s.id, s.name, s.full_name AS "fullName", s.locality, m.name AS municipality
    FROM school s JOIN municipality m ON m.id = s.municipality_id WHERE s.closed_on IS NULL ORDER BY s.name COLLATE natural_order, s.id`;
}
