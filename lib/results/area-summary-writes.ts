import type { WriteTx } from "../platform/access/as-viewer.ts";
import { emptySummary, mergeSummaries, type Summary, subtractSummaries } from "../statistics/summary.ts";
import { insertSummaries, type SummaryColumns, summaryColumns, toColumns, toSummary } from "./summary-row.ts";
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
 * Carries changed schools into the summaries of their areas, and stores those of the schools themselves (`own`, records of the table
 * `summary`). A school may not read its neighbours, so the area is not counted anew but moved by the difference; row locks make two
 * schools wait for each other, always in the same order (municipalities before regions, then by id and work), so they cannot wait in a
 * circle.
 */
export async function changeAreas(
  tx: WriteTx,
  changes: AreaChanges,
  own: readonly object[],
  now: Date,
): Promise<void> {
  const areas = [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  const stored = areas.length > 0 ? await lock(tx, areas, now) : new Map();
  const records = areas.map((area) => {
    const row = stored.get(keyOf(area));
    if (!row) throw new Error(`The summary of ${area.kind} ${area.id} is out of this viewer's reach`);
    const others = subtractSummaries(toSummary(row), area.before);
    return record(area, row.schools + area.schools, mergeSummaries(others, area.after));
  });
  await tx.$executeRawUnsafe(
    `WITH own AS (${insertSummaries})
     INSERT INTO area_summary (${columns}, changed_at)
     SELECT ${columns}, $2 FROM jsonb_populate_recordset(NULL::area_summary, $3::jsonb)
     ON CONFLICT (area_kind, area_id, work_id) DO UPDATE SET ${changing}`,
    JSON.stringify(own),
    now,
    JSON.stringify(records),
  );
}

// Column names are constants of these files; values come only through parameters.
const columns = ["area_kind", "area_id", "work_id", "year", "schools", ...summaryColumns].join(", ");
const changing = ["schools", ...summaryColumns, "changed_at"]
  .map((column) => `${column} = EXCLUDED.${column}`)
  .join(", ");

type Area = Pick<AreaChange, "kind" | "id" | "work">;

/** Sorts as the rows are locked. */
const keyOf = ({ kind, id, work }: Area) =>
  `${kind}:${String(id).padStart(10, "0")}:${String(work.id).padStart(10, "0")}`;

const nobody = ({ work }: Area) => emptySummary(work.maxScore, work.taskMaxima.length);

/** Locks the summaries of areas in the order given; an area that has none yet gets an empty one. */
async function lock(
  tx: WriteTx,
  areas: readonly Area[],
  now: Date,
): Promise<Map<string, SummaryColumns & { schools: number }>> {
  const nothing = areas.map((area) => record(area, 0, nobody(area)));
  const rows = await tx.$queryRawUnsafe<
    (SummaryColumns & { area_kind: AreaChange["kind"]; area_id: number; work_id: number; schools: number })[]
  >(
    `INSERT INTO area_summary (${columns}, changed_at)
     SELECT ${columns}, $2 FROM jsonb_populate_recordset(NULL::area_summary, $1::jsonb)
     ON CONFLICT (area_kind, area_id, work_id) DO UPDATE SET area_kind = EXCLUDED.area_kind RETURNING ${columns}`,
    JSON.stringify(nothing),
    now,
  );
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
