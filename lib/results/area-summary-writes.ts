import type { WriteTx } from "../platform/access/as-viewer.ts";
import { emptySummary, mergeSummaries, type Summary, subtractSummaries } from "../statistics/summary.ts";
import { type SummaryColumns, summaryColumns, toColumns, toSummary } from "./summary-row.ts";
import type { CountedWork } from "./work-shape.ts";

/** One school's summary changed, seen from an area that it stands in. Null: the school has no results for the work. */
export interface AreaChange {
  kind: "municipality" | "region";
  id: number;
  work: CountedWork;
  before: Summary | null;
  after: Summary | null;
}

/**
 * Carries changed schools into the summaries of their areas. A school may not read its neighbours, so the area is not
 * counted anew but moved by the difference; row locks make two schools wait for each other, always in the same order
 * (municipalities before regions, then by id and work), so they cannot wait in a circle.
 */
export async function changeAreas(tx: WriteTx, changes: readonly AreaChange[], now: Date): Promise<void> {
  const byArea = Map.groupBy(
    changes,
    (c) =>
      `${c.kind === "municipality" ? 0 : 1}:${String(c.id).padStart(10, "0")}:${String(c.work.id).padStart(10, "0")}`,
  );
  for (const key of [...byArea.keys()].sort()) await changeArea(tx, byArea.get(key) ?? [], now);
}

async function changeArea(tx: WriteTx, changes: readonly AreaChange[], now: Date): Promise<void> {
  const first = changes[0];
  if (!first) return;
  const { kind, id, work } = first;
  const nobody = emptySummary(work.maxScore, work.taskMaxima.length);
  await store(tx, first, nobody, 0, now, "ON CONFLICT DO NOTHING");
  const [row] = await tx.$queryRaw<(SummaryColumns & { schools: number })[]>`
    SELECT * FROM area_summary WHERE area_kind = ${kind} AND area_id = ${id} AND work_id = ${work.id} FOR UPDATE`;
  if (!row) throw new Error(`The summary of ${kind} ${id} is out of this viewer's reach`);
  let schools = row.schools;
  let summary = toSummary(row);
  for (const { before, after } of changes) {
    schools += (after ? 1 : 0) - (before ? 1 : 0);
    summary = mergeSummaries(subtractSummaries(summary, before ?? nobody), after ?? nobody);
  }
  const sets = ["schools", ...summaryColumns, "changed_at"]
    .map((column) => `${column} = EXCLUDED.${column}`)
    .join(", ");
  await store(
    tx,
    first,
    summary,
    schools,
    now,
    `ON CONFLICT (area_kind, area_id, work_id) DO UPDATE SET ${sets}`,
  );
}

async function store(
  tx: WriteTx,
  area: AreaChange,
  summary: Summary,
  schools: number,
  now: Date,
  onConflict: string,
): Promise<void> {
  const keys = { area_kind: area.kind, area_id: area.id, work_id: area.work.id, year: area.work.year };
  const columns = [
    "area_kind",
    "area_id",
    "work_id",
    "year",
    "schools",
    ...summaryColumns,
    "changed_at",
  ].join(", ");
  // Column names and the conflict clause are constants of this file; values come only through the parameter.
  await tx.$executeRawUnsafe(
    `INSERT INTO area_summary (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::area_summary, $1::jsonb) ${onConflict}`,
    JSON.stringify({ ...keys, schools, ...toColumns(summary), changed_at: now }),
  );
}
