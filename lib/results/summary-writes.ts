import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import {
  type Mark,
  mergeSummaries,
  type Summary,
  type SummaryRow,
  summarize,
} from "../statistics/summary.ts";
import { type AreaChange, changeAreas } from "./area-summary-writes.ts";
import { type SummaryColumns, summaryColumns, toColumns, toSummary } from "./summary-row.ts";
import { type CountedWork, countedWorks } from "./work-shape.ts";

/** The label of the row that sums a whole school; no class is called so. */
export const wholeSchool = "*";

/** One school's results for one work. */
export interface SchoolWork {
  schoolId: number;
  workId: number;
}

/**
 * Counts the summaries of these schools' works anew from the rows, in the transaction that changed the rows, and carries
 * the difference into the summaries of their municipality and region. Exact: all sums are whole numbers.
 */
export async function refreshSummaries(
  tx: WriteTx,
  changed: readonly SchoolWork[],
  now: Date,
): Promise<void> {
  const works = await countedWorks(
    tx,
    changed.map((c) => c.workId),
  );
  const schools = await tx.school.findMany({
    where: { id: { in: [...new Set(changed.map((c) => c.schoolId))] } },
    include: { municipality: true },
  });
  const areas: AreaChange[] = [];
  for (const { schoolId, workId } of changed) {
    const work = works.get(workId);
    const school = schools.find((s) => s.id === schoolId);
    if (!work || !school) throw new Error(`No work ${workId} or school ${schoolId} to count`);
    const before = await storedWhole(tx, schoolId, work);
    const classes = await countClasses(tx, schoolId, work);
    const after = classes.size === 0 ? null : [...classes.values()].reduce(mergeSummaries);
    await storeSummaries(
      tx,
      schoolId,
      work,
      after ? new Map([...classes, [wholeSchool, after]]) : classes,
      now,
    );
    const change = { work, before, after };
    areas.push(
      { kind: "municipality", id: school.municipalityId, ...change },
      { kind: "region", id: school.municipality.regionId, ...change },
    );
  }
  await changeAreas(tx, areas, now);
}

/** Summaries by class, counted from the rows. Also what the nightly recount compares with. */
export async function countClasses(
  tx: ReadTx,
  schoolId: number,
  work: CountedWork,
): Promise<Map<string, Summary>> {
  const rows = await tx.$queryRaw<StoredRow[]>`
    SELECT class_label, status, items, total_printed, mark_file, mark_scale, journal FROM participation
    WHERE school_id = ${schoolId} AND year = ${work.year} AND work_id = ${work.id}`;
  const byClass = new Map<string, SummaryRow[]>();
  for (const row of rows) {
    const list = byClass.get(row.class_label) ?? [];
    list.push(toSummaryRow(row));
    byClass.set(row.class_label, list);
  }
  return new Map([...byClass].map(([label, list]) => [label, summarize(list, work)]));
}

interface StoredRow {
  class_label: string;
  status: string;
  items: number[];
  total_printed: number | null;
  mark_file: number | null;
  mark_scale: number | null;
  journal: number | null;
}

function toSummaryRow(row: StoredRow): SummaryRow {
  return {
    status: row.status === "absent" ? "absent" : "present",
    items: row.items,
    totalPrinted: row.total_printed,
    markFile: row.mark_file as Mark | null,
    markScale: row.mark_scale as Mark | null,
    journal: row.journal as Mark | null,
  };
}

async function storedWhole(tx: WriteTx, schoolId: number, work: CountedWork): Promise<Summary | null> {
  const [row] = await tx.$queryRaw<SummaryColumns[]>`
    SELECT * FROM summary WHERE school_id = ${schoolId} AND year = ${work.year} AND work_id = ${work.id} AND class_label = ${wholeSchool} FOR UPDATE`;
  return row ? toSummary(row) : null;
}

async function storeSummaries(
  tx: WriteTx,
  schoolId: number,
  work: CountedWork,
  summaries: ReadonlyMap<string, Summary>,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`DELETE FROM summary WHERE school_id = ${schoolId} AND year = ${work.year} AND work_id = ${work.id}`;
  if (summaries.size === 0) return;
  const keys = {
    school_id: schoolId,
    year: work.year,
    school_year: work.schoolYear,
    work_id: work.id,
    changed_at: now,
  };
  const records = [...summaries].map(([label, summary]) => ({
    ...keys,
    class_label: label,
    ...toColumns(summary),
  }));
  const columns = [
    "school_id",
    "year",
    "school_year",
    "work_id",
    "class_label",
    ...summaryColumns,
    "changed_at",
  ].join(", ");
  // Column names come from the constant list above, values only through the parameter.
  await tx.$executeRawUnsafe(
    `INSERT INTO summary (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::summary, $1::jsonb)`,
    JSON.stringify(records),
  );
}
