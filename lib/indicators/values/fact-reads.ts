import type { ReadTx } from "../../platform/access/as-viewer.ts";
import { readPartFacts } from "./part-reads.ts";
import type { ValuePeriod } from "./period.ts";
import type { FactCell, SchoolFacts } from "./school-facts.ts";

/** Facts by school and school year. */
export type FactTable = Map<string, Map<string, FactCell[]>>;

/** Of a school and a school year, or of a part of it. */
export const factKey = (schoolId: number, schoolYear: number, part = ""): string =>
  `${schoolId}:${schoolYear}${part === "" ? "" : `:${part}`}`;

/** Numbers of several facts for one subject and parallel. */
export interface FactRow {
  schoolId: number;
  schoolYear: number;
  /** Of a part of the school year; nothing for the whole. */
  part?: string;
  subject: string | null;
  grade: number | null;
  codes: string[];
  /** Null: there is something of which the number is not known. */
  values: number[] | null;
}

/**
 * Every fact that the portal has about these schools in these school years, and in the asked parts of years; each source is
 * one statement.
 */
export async function readFacts(
  tx: ReadTx,
  schoolIds: readonly number[],
  schoolYears: readonly number[],
  parts: readonly ValuePeriod[] = [],
): Promise<ReadonlyMap<string, SchoolFacts>> {
  const table: FactTable = new Map();
  const [ids, years] = [[...schoolIds], [...schoolYears]];
  for (const read of [
    readWorks,
    readExams,
    readExamRegisters,
    readSubjectRegisters,
    readRegistry,
    readCycle,
    readEntered,
  ])
    for (const row of await read(tx, ids, years)) add(table, row);
  if (parts.length > 0) for (const row of await readPartFacts(tx, ids, parts)) add(table, row);
  return table;
}

function add(table: FactTable, row: FactRow): void {
  const { schoolId, schoolYear, part, subject, grade, codes, values } = row;
  const key = factKey(schoolId, schoolYear, part);
  const facts = table.get(key) ?? new Map<string, FactCell[]>();
  table.set(key, facts);
  codes.forEach((code, i) => {
    const value = values === null ? null : values[i];
    // The database's null for one number is no data; it makes no cell.
    if (values !== null && (value === undefined || value === null)) return;
    const cells = facts.get(code) ?? [];
    cells.push({ subject, grade, value: value === null ? null : Number(value) });
    facts.set(code, cells);
  });
}

type Read = (tx: ReadTx, ids: number[], years: number[]) => Promise<FactRow[]>;

/** Works by subject and parallel. Of the sixteen counts of marks against the journal the diagonal agrees (index 5·i). */
const readWorks: Read = (tx, ids, years) => tx.$queryRaw`
  SELECT s.school_id AS "schoolId", s.school_year::int AS "schoolYear", w.subject, w.grade_writing::int AS grade,
    ARRAY['works_participants','works_absent','works_scored','works_n2','works_n3','works_n4','works_n5','works_points','works_points_max','works_mark_sum',
      'works_journal_same','works_journal_lower','works_journal_higher','works_done'] AS codes,
    ARRAY[sum(s.participants), sum(s.absent), sum(s.scored), sum(s.marks[1]), sum(s.marks[2]), sum(s.marks[3]), sum(s.marks[4]),
      sum(s.score_sum), sum(w.max_score * s.scored), sum(2 * s.marks[1] + 3 * s.marks[2] + 4 * s.marks[3] + 5 * s.marks[4]),
      sum(s.journal[1] + s.journal[6] + s.journal[11] + s.journal[16]),
      sum(s.journal[2] + s.journal[3] + s.journal[4] + s.journal[7] + s.journal[8] + s.journal[12]),
      sum(s.journal[5] + s.journal[9] + s.journal[10] + s.journal[13] + s.journal[14] + s.journal[15]),
      count(*)]::float8[] AS values
  FROM summary s JOIN work w ON w.id = s.work_id
  WHERE s.school_id = ANY (${ids}::int[]) AND s.school_year = ANY (${years}::int[]) AND s.class_label = '*'
  GROUP BY s.school_id, s.school_year, w.subject, w.grade_writing ORDER BY 1, 2, 3, 4`;

/**
 * Examinations by subject. `score` counts people by printed result: marks 2–5 for ОГЭ, test scores 0–100 for ЕГЭ; «below»
 * is under the newest threshold of the region, else of the country, «high» from 81 points (handbook §2.6).
 */
const readExams: Read = (tx, ids, years) => tx.$queryRaw`
  WITH marked AS (
    SELECT x.school_id, x.year - 1 AS school_year, e.kind, e.subject, x.content, (x.content ->> 'participants')::float8 AS people,
      (SELECT c.attestat FROM exam_scale c WHERE c.exam_id = e.id AND (c.region_id IS NULL OR c.region_id = m.region_id)
        ORDER BY c.region_id NULLS LAST, c.edition DESC LIMIT 1) AS threshold
    FROM exam_summary x JOIN exam e ON e.id = x.exam_id JOIN school s ON s.id = x.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE x.school_id = ANY (${ids}::int[]) AND x.year - 1 = ANY (${years}::int[]) AND x.class_label = '*' AND e.kind IN ('oge', 'ege'))
  SELECT school_id AS "schoolId", school_year::int AS "schoolYear", subject, NULL::int AS grade,
    CASE kind WHEN 'oge' THEN ARRAY['oge_participants','oge_n2','oge_n3','oge_n4','oge_n5','oge_mark_sum','oge_primary_sum']
      ELSE ARRAY['ege_participants','ege_score_sum','ege_scored','ege_below','ege_high','ege_hundred'] END AS codes,
    CASE kind WHEN 'oge' THEN ARRAY[sum(people), sum(n2), sum(n3), sum(n4), sum(n5), sum(total), sum(points)]
      ELSE ARRAY[sum(people), sum(total), sum(scored), sum(below), sum(high), sum(hundred)] END AS values
  FROM marked m
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(n) FILTER (WHERE i = 2), 0) AS n2, coalesce(sum(n) FILTER (WHERE i = 3), 0) AS n3, coalesce(sum(n) FILTER (WHERE i = 4), 0) AS n4,
      coalesce(sum(n) FILTER (WHERE i = 5), 0) AS n5, coalesce(sum(n * i), 0) AS total, coalesce(sum(n), 0) AS scored,
      CASE WHEN m.threshold IS NULL THEN NULL ELSE coalesce(sum(n) FILTER (WHERE i < m.threshold), 0) END AS below,
      coalesce(sum(n) FILTER (WHERE i >= 81), 0) AS high, coalesce(sum(n) FILTER (WHERE i = 100), 0) AS hundred
    FROM (SELECT value::float8 AS n, (place - 1)::float8 AS i FROM jsonb_array_elements_text(m.content -> 'score') WITH ORDINALITY AS t(value, place)) counts) scores
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(value::float8 * (place - 1)), 0) AS points FROM jsonb_array_elements_text(m.content -> 'primary') WITH ORDINALITY AS t(value, place)) firsts
  GROUP BY school_id, school_year, kind, subject ORDER BY 1, 2, 3`;

const readExamRegisters: Read = (tx, ids, years) => tx.$queryRaw`
  SELECT school_id AS "schoolId", (year - 1)::int AS "schoolYear", NULL AS subject, NULL::int AS grade,
    CASE grade WHEN 9 THEN ARRAY['graduates_9','graduates_9_no_certificate','graduates_9_distinction','graduates_9_next_grade']
      ELSE ARRAY['graduates_11','graduates_11_no_certificate','medals_first','medals_second','medals_confirmed'] END AS codes,
    CASE grade WHEN 9 THEN ARRAY[graduates, no_attestat, distinction, next_grade]
      ELSE ARRAY[graduates, no_attestat, medals_first, medals_second, medals_confirmed] END::float8[] AS values
  FROM exam_register WHERE school_id = ANY (${ids}::int[]) AND year - 1 = ANY (${years}::int[]) ORDER BY 1, 2, grade`;

const readSubjectRegisters: Read = (tx, ids, years) => tx.$queryRaw`
  SELECT r.school_id AS "schoolId", (r.year - 1)::int AS "schoolYear", e.subject, NULL::int AS grade,
    ARRAY['oge_yearly_lower','oge_yearly_same','oge_yearly_higher','exam_profile_pupils','exam_profile_chose'] AS codes,
    ARRAY[r.yearly_lower, r.yearly_same, r.yearly_higher, r.profile_pupils, r.profile_chose]::float8[] AS values
  FROM exam_subject_register r JOIN exam e ON e.id = r.exam_id
  WHERE r.school_id = ANY (${ids}::int[]) AND r.year - 1 = ANY (${years}::int[]) ORDER BY 1, 2, r.exam_id`;

/** Classes of the registry; pupils only where every class of the parallel says how many it has. */
const readRegistry: Read = (tx, ids, years) => tx.$queryRaw`
  SELECT school_id AS "schoolId", year::int AS "schoolYear", NULL AS subject, grade::int AS grade,
    ARRAY['registry_classes','registry_pupils'] AS codes,
    ARRAY[count(*), CASE WHEN count(pupils) = count(*) THEN sum(pupils) END]::float8[] AS values
  FROM school_class WHERE school_id = ANY (${ids}::int[]) AND year = ANY (${years}::int[])
  GROUP BY school_id, year, grade ORDER BY 1, 2, 4`;

/** Lines of the yearly cycle. What was left out with a reason is in no number. */
const readCycle: Read = (tx, ids, years) => tx.$queryRaw`
  SELECT p.school_id AS "schoolId", p.year::int AS "schoolYear", NULL AS subject, NULL::int AS grade,
    ARRAY['cycle_lines','cycle_lines_done','cycle_lines_in_time'] AS codes,
    ARRAY[count(*), count(*) FILTER (WHERE i.status = 'done'), count(*) FILTER (WHERE i.done_on <= i.due_on)]::float8[] AS values
  FROM cycle_plan p JOIN cycle_item i ON i.plan_id = p.id
  WHERE p.school_id = ANY (${ids}::int[]) AND p.year = ANY (${years}::int[]) AND i.status <> 'dropped'
  GROUP BY p.school_id, p.year ORDER BY 1, 2`;

const readEntered: Read = (tx, ids, years) => tx.$queryRaw`
  SELECT school_id AS "schoolId", school_year::int AS "schoolYear", NULL AS subject, NULL::int AS grade,
    array_agg(code ORDER BY code) AS codes, array_agg(value ORDER BY code) AS values
  FROM indicator_fact WHERE school_id = ANY (${ids}::int[]) AND school_year = ANY (${years}::int[]) AND part = ''
  GROUP BY school_id, school_year ORDER BY 1, 2`;
