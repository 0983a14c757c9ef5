import type { WriteTx } from "../platform/access/as-viewer.ts";
import { emptySummary, mergeSummaries, type Summary, subtractSummaries } from "../statistics/summary.ts";
import { type SummaryColumns, summaryColumns, toColumns, toSummary } from "./summary-row.ts";
import type { CountedWork } from "./work-shape.ts";

/** The schools of an area whose results for a work changed: summed as they were and as they are. */
export interface AreaChange {
  kind: "municipality" | "region";
  id: number;
  work: CountedWork;
  before: Summary;
  after: Summary;
  /** how many more schools have results now; below 0 when there are fewer */
  schools: number;
}

/** Changes by area and work, put together school by school. */
export type AreaChanges = Map<string, AreaChange>;

/** Adds a changed school to its area's change. Null: the school had, or has, no results for the work. */
export function addToArea(
  changes: AreaChanges,
  area: Area,
  before: Summary | null,
  after: Summary | null,
): void {
  const key = keyOf(area);
  const known = changes.get(key) ?? { ...area, before: nobody(area), after: nobody(area), schools: 0 };
  changes.set(key, {
    ...known,
    before: before ? mergeSummaries(known.before, before) : known.before,
    after: after ? mergeSummaries(known.after, after) : known.after,
    schools: known.schools + (after ? 1 : 0) - (before ? 1 : 0),
  });
}

/**
 * Carries changed schools into the summaries of their areas. A school may not read its neighbours, so the area is not
 * counted anew but moved by the difference; row locks make two schools wait for each other, always in the same order
 * (municipalities before regions, then by id and work), so they cannot wait in a circle.
 */
export async function changeAreas(tx: WriteTx, changes: AreaChanges, now: Date): Promise<void> {
  const areas = [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  if (areas.length === 0) return;
  const nothing = areas.map((area) => record(area, 0, nobody(area)));
  await store(tx, nothing, now, "ON CONFLICT DO NOTHING");
  const stored = await lock(tx, areas);
  const records = areas.map((area) => {
    const row = stored.get(keyOf(area));
    if (!row) throw new Error(`The summary of ${area.kind} ${area.id} is out of this viewer's reach`);
    const others = subtractSummaries(toSummary(row), area.before);
    return record(area, row.schools + area.schools, mergeSummaries(others, area.after));
  });
  const sets = ["schools", ...summaryColumns, "changed_at"].map((column) => `${column} = EXCLUDED.${column}`);
  await store(tx, records, now, `ON CONFLICT (area_kind, area_id, work_id) DO UPDATE SET ${sets.join(", ")}`);
}

type Area = Pick<AreaChange, "kind" | "id" | "work">;

/** Sorts as the rows are locked. */
const keyOf = ({ kind, id, work }: Area) =>
  `${kind}:${String(id).padStart(10, "0")}:${String(work.id).padStart(10, "0")}`;

const nobody = ({ work }: Area) => emptySummary(work.maxScore, work.taskMaxima.length);

async function lock(
  tx: WriteTx,
  areas: readonly Area[],
): Promise<Map<string, SummaryColumns & { schools: number }>> {
  const rows = await tx.$queryRaw<
    (SummaryColumns & { area_kind: AreaChange["kind"]; area_id: number; work_id: number; schools: number })[]
  >`SELECT * FROM area_summary WHERE (area_kind, area_id, work_id) IN (
      SELECT * FROM unnest(${areas.map((a) => a.kind)}::text[], ${areas.map((a) => a.id)}::int[], ${areas.map((a) => a.work.id)}::int[]))
    ORDER BY area_kind, area_id, work_id FOR UPDATE`;
  const works = new Map(areas.map(({ work }) => [work.id, work]));
  return new Map(
    rows.flatMap((row) => {
      const work = works.get(row.work_id);
      return work ? [[keyOf({ kind: row.area_kind, id: row.area_id, work }), row] as const] : [];
    }),
  );
}

function record({ kind, id, work }: Area, schools: number, summary: Summary): object {
  return { area_kind: kind, area_id: id, work_id: work.id, year: work.year, schools, ...toColumns(summary) };
}

async function store(tx: WriteTx, records: readonly object[], now: Date, onConflict: string): Promise<void> {
  const columns = ["area_kind", "area_id", "work_id", "year", "schools", ...summaryColumns].join(", ");
  // Column names and the conflict clause are constants of this file; values come only through parameters.
  await tx.$executeRawUnsafe(
    `INSERT INTO area_summary (${columns}, changed_at)
     SELECT ${columns}, $2 FROM jsonb_populate_recordset(NULL::area_summary, $1::jsonb) ${onConflict}`,
    JSON.stringify(records),
    now,
  );
}
