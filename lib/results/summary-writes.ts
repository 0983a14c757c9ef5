import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import {
  type Mark,
  mergeSummaries,
  type Summary,
  type SummaryRow,
  summarize,
} from "../statistics/summary.ts";
import { type AreaChanges, addToArea, changeAreas } from "./area-summary-writes.ts";
import { type SummaryColumns, summaryColumns, toColumns, toSummary } from "./summary-row.ts";
import { type CountedWork, countedWorks } from "./work-shape.ts";

/** The label of the row that sums a whole school; no class is called so. */
export const wholeSchool = "*";

/** One school's results for one work. */
export interface SchoolWork {
  schoolId: number;
  workId: number;
}

/** Schools that one statement counts: enough to make few statements, few enough to hold up nobody. */
const schoolsAtOnce = 50;

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
  const schools = await areasOf(
    tx,
    changed.map((c) => c.schoolId),
  );
  const areas: AreaChanges = new Map();
  for (const [workId, ofWork] of Map.groupBy(changed, (c) => c.workId)) {
    const work = works.get(workId);
    if (!work) throw new Error(`No work ${workId} to count`);
    for (let at = 0; at < ofWork.length; at += schoolsAtOnce) {
      const ids = ofWork.slice(at, at + schoolsAtOnce).map((c) => c.schoolId);
      for (const { schoolId, before, after } of await refreshSchools(tx, ids, work, now)) {
        const school = schools.get(schoolId);
        if (!school) throw new Error(`No school ${schoolId} to count`);
        addToArea(areas, { kind: "municipality", id: school.municipalityId, work }, before, after);
        addToArea(areas, { kind: "region", id: school.regionId, work }, before, after);
      }
    }
  }
  await changeAreas(tx, areas, now);
}

async function areasOf(
  tx: ReadTx,
  schoolIds: readonly number[],
): Promise<Map<number, { municipalityId: number; regionId: number }>> {
  const rows = await tx.$queryRaw<{ id: number; municipalityId: number; regionId: number }[]>`
    SELECT s.id, m.id AS "municipalityId", m.region_id AS "regionId" FROM school s JOIN municipality m ON m.id = s.municipality_id
    WHERE s.id = ANY (${[...new Set(schoolIds)]}::int[])`;
  return new Map(rows.map(({ id, ...areas }) => [id, areas]));
}

/** Stores the summaries of schools in one work; answers what each whole school was before and is now. */
async function refreshSchools(
  tx: WriteTx,
  schoolIds: readonly number[],
  work: CountedWork,
  now: Date,
): Promise<{ schoolId: number; before: Summary | null; after: Summary | null }[]> {
  const before = await takeStored(tx, schoolIds, work);
  const counted = await countSchools(tx, schoolIds, work);
  const records: object[] = [];
  const changes = schoolIds.map((schoolId) => {
    const classes = counted.get(schoolId);
    const after = classes ? [...classes.values()].reduce(mergeSummaries) : null;
    if (classes && after)
      for (const [label, summary] of [...classes, [wholeSchool, after] as const])
        records.push({ school_id: schoolId, class_label: label, ...toColumns(summary) });
    return { schoolId, before: before.get(schoolId) ?? null, after };
  });
  await storeSummaries(tx, records, work, now);
  return changes;
}

/** Summaries by class, counted from the rows. Also what the nightly recount compares with. */
export async function countClasses(
  tx: ReadTx,
  schoolId: number,
  work: CountedWork,
): Promise<Map<string, Summary>> {
  return (await countSchools(tx, [schoolId], work)).get(schoolId) ?? new Map();
}

/** Summaries by school and class; a school without rows has no entry. */
async function countSchools(
  tx: ReadTx,
  schoolIds: readonly number[],
  work: CountedWork,
): Promise<Map<number, Map<string, Summary>>> {
  // One text for each class: thousands of single values would take longer on their way than the counting itself.
  const classes = await tx.$queryRaw<{ school_id: number; class_label: string; lines: string }[]>`
    SELECT school_id, class_label, string_agg(concat_ws('|', status, coalesce(total_printed::text, ''), coalesce(mark_file::text, ''),
      coalesce(mark_scale::text, ''), coalesce(journal::text, ''), array_to_string(items, ',')), ';') AS lines
    FROM participation WHERE school_id = ANY (${[...schoolIds]}::int[]) AND year = ${work.year} AND work_id = ${work.id} GROUP BY school_id, class_label`;
  const bySchool = new Map<number, Map<string, Summary>>();
  for (const { school_id, class_label, lines } of classes) {
    const byClass = bySchool.get(school_id) ?? new Map<string, Summary>();
    bySchool.set(school_id, byClass.set(class_label, summarize(lines.split(";").map(toSummaryRow), work)));
  }
  return bySchool;
}

function toSummaryRow(line: string): SummaryRow {
  const [status, total, markFile, markScale, journal, items = ""] = line.split("|");
  return {
    status: status === "absent" ? "absent" : "present",
    items: items === "" ? [] : items.split(",").map(Number),
    totalPrinted: total ? Number(total) : null,
    markFile: toMark(markFile),
    markScale: toMark(markScale),
    journal: toMark(journal),
  };
}

const toMark = (text: string | undefined) => (text ? (Number(text) as Mark) : null);

/** Removes the stored summaries of these schools; answers those of the whole schools. */
async function takeStored(
  tx: WriteTx,
  schoolIds: readonly number[],
  work: CountedWork,
): Promise<Map<number, Summary>> {
  const rows = await tx.$queryRaw<(SummaryColumns & { school_id: number })[]>`
    WITH gone AS (DELETE FROM summary WHERE school_id = ANY (${[...schoolIds]}::int[]) AND year = ${work.year} AND work_id = ${work.id} RETURNING *)
    SELECT * FROM gone WHERE class_label = ${wholeSchool}`;
  return new Map(rows.map((row) => [row.school_id, toSummary(row)]));
}

async function storeSummaries(
  tx: WriteTx,
  records: readonly object[],
  work: CountedWork,
  now: Date,
): Promise<void> {
  if (records.length === 0) return;
  const own = ["school_id", "class_label", ...summaryColumns].join(", ");
  // Column names come from the constant list above, values only through parameters.
  await tx.$executeRawUnsafe(
    `INSERT INTO summary (${own}, year, school_year, work_id, changed_at)
     SELECT ${own}, $2, $3, $4, $5 FROM jsonb_populate_recordset(NULL::summary, $1::jsonb)`,
    JSON.stringify(records),
    work.year,
    work.schoolYear,
    work.id,
    now,
  );
}
