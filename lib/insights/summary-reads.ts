import type { ReadTx } from "../platform/access/as-viewer.ts";
import { type SummaryColumns, toSummary } from "../results/summary-row.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import type { Summary } from "../statistics/summary.ts";
import type { Unit } from "./schema.ts";

/** The stored summary of a unit for a work; null when it has no results. `schools` counts those behind an area's summary. */
export async function unitSummary(
  tx: ReadTx,
  unit: Unit,
  workId: number,
): Promise<{ summary: Summary; schools: number } | null> {
  if (unit.kind === "school") {
    const [row] = await tx.$queryRaw<SummaryColumns[]>`
      SELECT s.* FROM summary s WHERE s.school_id = ${unit.id} AND s.work_id = ${workId} AND s.class_label = ${unit.classLabel ?? wholeSchool}`;
    return row ? { summary: toSummary(row), schools: 1 } : null;
  }
  const [row] = await tx.$queryRaw<(SummaryColumns & { schools: number })[]>`
    SELECT * FROM area_summary WHERE area_kind = ${unit.kind} AND area_id = ${unit.id} AND work_id = ${workId} AND schools > 0`;
  return row ? { summary: toSummary(row), schools: row.schools } : null;
}

/** One part of a unit with its summary: a class of a school, a school of a municipality, a municipality of a region. */
export interface UnitPart {
  kind: "class" | "school" | "municipality";
  id: number | null;
  name: string;
  summary: Summary;
}

/** The parts of a unit that have results, in natural order of their names: never in the order of their results. */
export async function unitParts(tx: ReadTx, unit: Unit, workId: number): Promise<UnitPart[]> {
  if (unit.classLabel !== null) return [];
  if (unit.kind === "school") {
    const rows = await tx.$queryRaw<(SummaryColumns & { class_label: string })[]>`
      SELECT * FROM summary WHERE school_id = ${unit.id} AND work_id = ${workId} AND class_label <> ${wholeSchool} ORDER BY class_label COLLATE natural_order`;
    return rows.map((row) => ({ kind: "class", id: null, name: row.class_label, summary: toSummary(row) }));
  }
  if (unit.kind === "municipality") {
    const rows = await tx.$queryRaw<(SummaryColumns & { school_id: number; name: string })[]>`
      SELECT s.*, c.name FROM summary s JOIN school c ON c.id = s.school_id
      WHERE c.municipality_id = ${unit.id} AND s.work_id = ${workId} AND s.class_label = ${wholeSchool} ORDER BY c.name COLLATE natural_order, c.id`;
    return rows.map((row) => ({
      kind: "school",
      id: row.school_id,
      name: row.name,
      summary: toSummary(row),
    }));
  }
  const rows = await tx.$queryRaw<(SummaryColumns & { area_id: number; name: string })[]>`
    SELECT a.*, m.name FROM area_summary a JOIN municipality m ON m.id = a.area_id
    WHERE a.area_kind = 'municipality' AND m.region_id = ${unit.id} AND a.work_id = ${workId} AND a.schools > 0 ORDER BY m.name COLLATE natural_order`;
  return rows.map((row) => ({
    kind: "municipality",
    id: row.area_id,
    name: row.name,
    summary: toSummary(row),
  }));
}
