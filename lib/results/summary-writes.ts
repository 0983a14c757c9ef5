import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import {
  type Mark,
  mergeSummaries,
  type Summary,
  type SummaryRow,
  summarize,
} from "../statistics/summary.ts";
import { type AreaChanges, addToArea, changeAreas } from "./area-summary-writes.ts";
import { numberArray } from "./array-text.ts";
import { readStagedSummaries } from "./staged-summaries.ts";
import { insertSummaries, type SummaryColumns, toColumns, toSummary } from "./summary-row.ts";
import type { CountedWork } from "./work-shape.ts";

/** The label of the row that sums a whole school; no class is called so. */
export const wholeSchool = "*";

/** One school's results for one work. */
export interface SchoolWork {
  schoolId: number;
  workId: number;
  /** True when nothing stood there before: all rows that stand now are those that the import named `from` has staged. */
  isFirst?: boolean;
}

/** Schools that one statement counts: enough to make few statements, few enough to hold up nobody. */
const schoolsAtOnce = 50;

/** What the refresh must know of the works and schools whose rows changed. */
interface Places {
  works: ReadonlyMap<number, CountedWork>;
  schools: ReadonlyMap<number, { municipalityId: number; regionId: number }>;
}

/**
 * Counts the summaries of these schools' works anew from the rows, in the transaction that changed the rows, and carries
 * the difference into the summaries of their municipality and region. Exact: all sums are whole numbers.
 */
export async function refreshSummaries(
  tx: WriteTx,
  changed: readonly SchoolWork[],
  now: Date,
  from: number | null = null,
): Promise<void> {
  const { works, schools } = await placesOf(tx, changed);
  const areas: AreaChanges = new Map();
  let records: object[] = [];
  for (const [workId, ofWork] of Map.groupBy(changed, (c) => c.workId)) {
    const work = works.get(workId);
    if (!work) throw new Error(`No work ${workId} to count`);
    for (let at = 0; at < ofWork.length; at += schoolsAtOnce) {
      const some = ofWork.slice(at, at + schoolsAtOnce);
      // The last ones are stored together with the areas.
      if (records.length > 0) await storeSummaries(tx, records, now);
      const counted = await countChanged(tx, some, work, from);
      records = counted.records;
      for (const { schoolId, before, after } of counted.changes) {
        const school = schools.get(schoolId);
        if (!school) throw new Error(`No school ${schoolId} to count`);
        addToArea(areas, { kind: "municipality", id: school.municipalityId, work }, before, after);
        addToArea(areas, { kind: "region", id: school.regionId, work }, before, after);
      }
    }
  }
  await changeAreas(tx, areas, records, now);
}

/** One statement for all of it: a small import spends more time on asking than on being answered. */
async function placesOf(tx: ReadTx, changed: readonly SchoolWork[]): Promise<Places> {
  const [row] = await tx.$queryRaw<
    {
      works: (Omit<CountedWork, "schoolYear"> & { season: string })[] | null;
      schools: { id: number; municipalityId: number; regionId: number }[] | null;
    }[]
  >`SELECT
    (SELECT json_agg(json_build_object('id', w.id, 'year', w.year, 'season', w.season, 'maxScore', w.max_score,
        'taskMaxima', (SELECT coalesce(json_agg(t.max ORDER BY t.position), '[]') FROM work_task t WHERE t.work_id = w.id)))
      FROM work w WHERE w.id = ANY (${[...new Set(changed.map((c) => c.workId))]}::int[])) AS works,
    (SELECT json_agg(json_build_object('id', s.id, 'municipalityId', m.id, 'regionId', m.region_id))
      FROM school s JOIN municipality m ON m.id = s.municipality_id
      WHERE s.id = ANY (${[...new Set(changed.map((c) => c.schoolId))]}::int[])) AS schools`;
  return {
    works: new Map(
      (row?.works ?? []).map(({ season, ...work }) => [
        work.id,
        { ...work, schoolYear: schoolYearOf(work.year, season === "autumn" ? "autumn" : "spring") },
      ]),
    ),
    schools: new Map((row?.schools ?? []).map(({ id, ...areas }) => [id, areas])),
  };
}

interface Counted {
  records: object[];
  changes: { schoolId: number; before: Summary | null; after: Summary | null }[];
}

/** Schools whose first results these are were counted when their rows were checked; the others are counted anew. */
async function countChanged(
  tx: WriteTx,
  changed: readonly SchoolWork[],
  work: CountedWork,
  from: number | null,
): Promise<Counted> {
  const first = changed.flatMap(({ schoolId, isFirst }) => (isFirst ? [schoolId] : []));
  const staged = from === null || first.length === 0 ? new Map() : await stagedClasses(tx, from, first, work);
  const others = changed.flatMap(({ schoolId }) => (staged.has(schoolId) ? [] : [schoolId]));
  const anew = others.length > 0 ? await countAnew(tx, others, work) : { records: [], changes: [] };
  for (const [schoolId, classes] of staged) {
    const { records, after } = recordsOf(schoolId, classes, work);
    anew.records.push(...records);
    anew.changes.push({ schoolId, before: null, after });
  }
  return anew;
}

/** What the staged rows of schools add up to, as far as it is known. */
async function stagedClasses(
  tx: ReadTx,
  importId: number,
  schoolIds: readonly number[],
  work: CountedWork,
): Promise<Map<number, Map<string, Summary>>> {
  const parts = await tx.$queryRaw<{ school_id: number; summaries: unknown }[]>`
    SELECT school_id, summaries FROM import_part
    WHERE import_id = ${importId} AND side = 'after' AND work_id = ${work.id} AND school_id = ANY (${numberArray(schoolIds)}::int[])`;
  return new Map(
    parts.flatMap(({ school_id, summaries }) => {
      const classes = readStagedSummaries(summaries, work);
      return classes ? [[school_id, classes] as const] : [];
    }),
  );
}

/** The records of a school and its classes, and the sum of them; null for a school without rows. */
function recordsOf(
  schoolId: number,
  classes: ReadonlyMap<string, Summary> | undefined,
  { id: work_id, year, schoolYear: school_year }: CountedWork,
): { records: object[]; after: Summary | null } {
  if (!classes) return { records: [], after: null };
  const after = [...classes.values()].reduce(mergeSummaries);
  const records = [...classes, [wholeSchool, after] as const].map(([class_label, summary]) => ({
    ...{ school_id: schoolId, year, school_year, work_id, class_label },
    ...toColumns(summary),
  }));
  return { records, after };
}

/**
 * Removes the stored summaries of schools in one work and counts them from the rows; answers the records to be stored instead, and what
 * each whole school was before and is now.
 */
async function countAnew(tx: WriteTx, schoolIds: readonly number[], work: CountedWork): Promise<Counted> {
  const rows = await tx.$queryRaw<(ClassLines & { stored: SummaryColumns | null })[]>`
    WITH gone AS (DELETE FROM summary WHERE school_id = ANY (${[...schoolIds]}::int[]) AND year = ${work.year} AND work_id = ${work.id} RETURNING *)
    SELECT school_id, class_label, '' AS lines, to_json(gone) AS stored FROM gone WHERE class_label = ${wholeSchool}
    UNION ALL SELECT school_id, class_label, lines, NULL FROM (${classLines(schoolIds, work)}) counted`;
  const before = new Map(
    rows.flatMap(({ school_id, stored }) => (stored ? [[school_id, toSummary(stored)]] : [])),
  );
  const counted = summarizeClasses(
    rows.filter((row) => row.stored === null),
    work,
  );
  const records: object[] = [];
  const changes = schoolIds.map((schoolId) => {
    const school = recordsOf(schoolId, counted.get(schoolId), work);
    records.push(...school.records);
    return { schoolId, before: before.get(schoolId) ?? null, after: school.after };
  });
  return { records, changes };
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
  return summarizeClasses(await tx.$queryRaw<ClassLines[]>(classLines(schoolIds, work)), work);
}

/** The rows of one class as one text: thousands of single values would take longer on their way than the counting itself. */
interface ClassLines {
  school_id: number;
  class_label: string;
  lines: string;
}

function classLines(schoolIds: readonly number[], work: CountedWork): Prisma.Sql {
  return Prisma.sql`SELECT school_id, class_label, string_agg(concat_ws('|', status, coalesce(total_printed::text, ''), coalesce(mark_file::text, ''),
      coalesce(mark_scale::text, ''), coalesce(journal::text, ''), array_to_string(items, ',')), ';') AS lines
    FROM participation WHERE school_id = ANY (${[...schoolIds]}::int[]) AND year = ${work.year} AND work_id = ${work.id} GROUP BY school_id, class_label`;
}

function summarizeClasses(
  classes: readonly ClassLines[],
  work: CountedWork,
): Map<number, Map<string, Summary>> {
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

async function storeSummaries(tx: WriteTx, records: readonly object[], now: Date): Promise<void> {
  await tx.$executeRawUnsafe(insertSummaries, JSON.stringify(records), now);
}
