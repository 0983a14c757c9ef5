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
  const areas = [...Map.groupBy(changes, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
  const firsts = areas.flatMap(([first]) => (first ? [first] : []));
  if (firsts.length === 0) return;
  await store(
    tx,
    firsts.map((area) => record(area, 0, nobody(area))),
    now,
    "ON CONFLICT DO NOTHING",
  );
  const stored = await lock(tx, firsts);
  const records = areas.flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const row = stored.get(keyOf(first));
    if (!row) throw new Error(`The summary of ${first.kind} ${first.id} is out of this viewer's reach`);
    let { schools } = row;
    let summary = toSummary(row);
    for (const { before, after } of list) {
      schools += (after ? 1 : 0) - (before ? 1 : 0);
      summary = mergeSummaries(subtractSummaries(summary, before ?? nobody(first)), after ?? nobody(first));
    }
    return [record(first, schools, summary)];
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
