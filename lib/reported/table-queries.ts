import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Exam, FigureState, Measure, UnitKind } from "./report.ts";

export interface TableCell {
  subject: string;
  measure: Measure;
  key: string;
  state: FigureState;
  value: number | null;
  decimals: number;
  n: number | null;
}

/** A line of a table as it was printed, with the school of ours when it is known. */
export interface TableLine {
  kind: UnitKind;
  name: string;
  place: string;
  school: { id: number; name: string } | null;
  cells: TableCell[];
}

const perPage = 50;
const shown: readonly Measure[] = ["examParticipants", "examMean", "applications", "markers", "marker"];

/** The lines of the tables in force about an exam in a year, as printed: areas first, then schools by place and name. */
export function listTable(
  viewer: Viewer,
  wanted: { exam: Exam; year: number; page: number },
): Promise<{ lines: TableLine[]; subjects: string[]; total: number; page: number; pages: number }> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<
      (TableCell & {
        kind: UnitKind;
        name: string;
        place: string;
        schoolId: number | null;
        school: string | null;
      })[]
    >`
      SELECT DISTINCT ON (f.place, f.unit_kind, f.unit_name, f.subject, f.measure, f.key) f.unit_kind AS kind, f.unit_name AS name, f.place,
        f.school_id AS "schoolId", s.name AS school, f.subject, f.measure, f.key, f.state, f.value, f.decimals, f.n
      FROM reported_figure f LEFT JOIN school s ON s.id = f.school_id
      WHERE f.in_force AND f.exam = ${wanted.exam} AND f.year = ${wanted.year} AND f.measure = ANY (${[...shown]}::text[])
      ORDER BY f.place, f.unit_kind, f.unit_name, f.subject, f.measure, f.key, f.applied_at DESC, f.import_id DESC`;
    const lines = [
      ...Map.groupBy(rows, ({ kind, name, place }) => `${kind}|${place}|${name}`).values(),
    ].flatMap((own): TableLine[] => {
      const [first] = own;
      if (!first) return [];
      const { kind, name, place, schoolId, school } = first;
      return [
        {
          ...{ kind, name, place },
          school: schoolId === null || school === null ? null : { id: schoolId, name: school },
          cells: own.map(({ subject, measure, key, state, value, decimals, n }) => ({
            ...{ subject, measure, key, state, value, decimals, n },
          })),
        },
      ];
    });
    const level: Readonly<Record<UnitKind, number>> = { country: 0, region: 1, municipality: 2, school: 3 };
    lines.sort((a, b) => level[a.kind] - level[b.kind]);
    const pages = Math.max(1, Math.ceil(lines.length / perPage));
    const page = Math.min(Math.max(1, wanted.page), pages);
    return {
      lines: lines.slice((page - 1) * perPage, page * perPage),
      subjects: [...new Set(rows.map(({ subject }) => subject))].filter((subject) => subject !== ""),
      total: lines.length,
      page,
      pages,
    };
  });
}
