import type { ReadTx } from "../platform/access/as-viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { type SummaryColumns, toSummary } from "../results/summary-row.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import type { Summary } from "../statistics/summary.ts";
import type { FigureInForce } from "./compared.ts";
import type { ReportUnit } from "./schema.ts";

const unitColumn = { school: "school_id", municipality: "municipality_id", region: "region_id" } as const;

/** The condition that a figure is about this unit. */
function aboutUnit({ kind, id }: ReportUnit): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(`f.${unitColumn[kind]}`)} = ${id}`;
}

export interface ReportedOfUnit extends FigureInForce {
  appliedAt: Date;
}

/** Figures of ВПР in force about one unit and work; of several reports that print the same figure the one applied last speaks. */
export function figuresOfUnit(tx: ReadTx, unit: ReportUnit, workId: number): Promise<ReportedOfUnit[]> {
  return tx.$queryRaw<ReportedOfUnit[]>`
    SELECT DISTINCT ON (f.form, f.measure, f.key) f.form, f.measure, f.key, f.state, f.value, f.decimals, f.n, f.raw,
      f.import_id AS "importId", f.sheet, f.row, f.applied_at AS "appliedAt"
    FROM reported_figure f WHERE f.in_force AND f.exam = 'vpr' AND f.work_id = ${workId} AND ${aboutUnit(unit)}
    ORDER BY f.form, f.measure, f.key, f.applied_at DESC, f.import_id DESC`;
}

/** Figures of all units about one work, without those by groups of pupils: enough to count differences in a list. */
export function figuresOfWork(
  tx: ReadTx,
  workId: number,
): Promise<(FigureInForce & { kind: ReportUnit["kind"]; id: number })[]> {
  return tx.$queryRaw`
    SELECT DISTINCT ON (f.unit_kind, u.id, f.form, f.measure, f.key) f.unit_kind AS kind, u.id, f.form, f.measure, f.key, f.state, f.value,
      f.decimals, f.n, '' AS raw, f.import_id AS "importId", f.sheet, f.row
    FROM reported_figure f, LATERAL (SELECT coalesce(f.school_id, f.municipality_id, f.region_id) AS id) u
    WHERE f.in_force AND f.exam = 'vpr' AND f.work_id = ${workId} AND u.id IS NOT NULL AND f.measure NOT IN ('groupTasks', 'groupSize')
    ORDER BY f.unit_kind, u.id, f.form, f.measure, f.key, f.applied_at DESC, f.import_id DESC`;
}

/** Stored summaries of units in a work: `school-12` → its summary and the schools behind it. */
export async function summariesOfWork(
  tx: ReadTx,
  workId: number,
): Promise<Map<string, { summary: Summary; schools: number }>> {
  const schools = await tx.$queryRaw<(SummaryColumns & { school_id: number })[]>`
    SELECT * FROM summary WHERE work_id = ${workId} AND class_label = ${wholeSchool}`;
  const areas = await tx.$queryRaw<
    (SummaryColumns & { area_kind: string; area_id: number; schools: number })[]
  >`
    SELECT * FROM area_summary WHERE work_id = ${workId} AND schools > 0`;
  return new Map([
    ...schools.map((row) => [`school-${row.school_id}`, { summary: toSummary(row), schools: 1 }] as const),
    ...areas.map(
      (row) =>
        [`${row.area_kind}-${row.area_id}`, { summary: toSummary(row), schools: row.schools }] as const,
    ),
  ]);
}

/** The stored summary of one unit; null when it has no results of the work. */
export async function summaryOf(
  tx: ReadTx,
  { kind, id }: ReportUnit,
  workId: number,
): Promise<{ summary: Summary; schools: number } | null> {
  if (kind === "school") {
    const [row] = await tx.$queryRaw<SummaryColumns[]>`
      SELECT * FROM summary WHERE school_id = ${id} AND work_id = ${workId} AND class_label = ${wholeSchool}`;
    return row ? { summary: toSummary(row), schools: 1 } : null;
  }
  const [row] = await tx.$queryRaw<(SummaryColumns & { schools: number })[]>`
    SELECT * FROM area_summary WHERE area_kind = ${kind} AND area_id = ${id} AND work_id = ${workId} AND schools > 0`;
  return row ? { summary: toSummary(row), schools: row.schools } : null;
}
