import type { ReadTx } from "../../platform/access/as-viewer.ts";
import type { FactRow } from "./fact-reads.ts";
import type { ValuePeriod } from "./period.ts";

/**
 * Facts of parts of school years. A work belongs to the part of its day: the last one that the school's schedule gives it,
 * else the part in which its whole window lies, else that of its season (autumn until 31 December, spring from 1 January).
 * Where several parts are possible, none of them knows the numbers of that subject and parallel. Classes of the registry are the same in every part; examinations have no days here.
 */
export async function readPartFacts(
  tx: ReadTx,
  schoolIds: readonly number[],
  parts: readonly ValuePeriod[],
): Promise<FactRow[]> {
  const asked: Asked = {
    ids: [...schoolIds],
    years: parts.map(({ schoolYear }) => schoolYear),
    parts: parts.map(({ part }) => part),
    starts: parts.map(({ start }) => start),
    ends: parts.map(({ end }) => end),
  };
  const rows: FactRow[] = [];
  for (const read of [readWorks, readRegistry, readCycle, readEntered]) rows.push(...(await read(tx, asked)));
  return rows;
}

interface Asked {
  ids: number[];
  years: number[];
  parts: string[];
  starts: string[];
  ends: string[];
}
type Read = (tx: ReadTx, asked: Asked) => Promise<FactRow[]>;

const readWorks: Read = (tx, { ids, years, parts, starts, ends }) => tx.$queryRaw`
  WITH period AS (
    SELECT * FROM unnest(${years}::int[], ${parts}::text[], ${starts}::date[], ${ends}::date[]) AS p(year, part, first_day, last_day)),
  dated AS (
    SELECT s.*, w.subject, w.grade_writing, w.max_score,
      coalesce(d.day, w.opens_on, CASE w.season WHEN 'autumn' THEN make_date(s.school_year, 9, 1) ELSE make_date(s.school_year + 1, 1, 1) END) AS opens,
      coalesce(d.day, w.closes_on, CASE w.season WHEN 'autumn' THEN make_date(s.school_year, 12, 31) ELSE make_date(s.school_year + 1, 8, 31) END) AS closes
    FROM summary s JOIN work w ON w.id = s.work_id
    LEFT JOIN LATERAL (SELECT max(on_day) AS day FROM scheduled_work x
      WHERE x.school_id = s.school_id AND x.work_id = s.work_id AND x.year = s.school_year) d ON true
    WHERE s.school_id = ANY (${ids}::int[]) AND s.school_year = ANY (${years}::int[]) AND s.class_label = '*'),
  placed AS (
    -- A window that touches two parts leaves both without a number.
    SELECT d.*, p.part, d.opens >= p.first_day AND d.closes <= p.last_day AS inside
    FROM dated d JOIN period p ON p.year = d.school_year
      AND d.closes >= p.first_day AND d.opens <= p.last_day)
  SELECT school_id AS "schoolId", school_year::int AS "schoolYear", part, subject, grade_writing::int AS grade,
    ARRAY['works_participants','works_absent','works_scored','works_n2','works_n3','works_n4','works_n5','works_points','works_points_max','works_mark_sum',
      'works_journal_same','works_journal_lower','works_journal_higher','works_done'] AS codes,
    CASE WHEN bool_and(inside) THEN
    ARRAY[sum(participants), sum(absent), sum(scored), sum(marks[1]), sum(marks[2]), sum(marks[3]), sum(marks[4]),
      sum(score_sum), sum(max_score * scored), sum(2 * marks[1] + 3 * marks[2] + 4 * marks[3] + 5 * marks[4]),
      sum(journal[1] + journal[6] + journal[11] + journal[16]),
      sum(journal[2] + journal[3] + journal[4] + journal[7] + journal[8] + journal[12]),
      sum(journal[5] + journal[9] + journal[10] + journal[13] + journal[14] + journal[15]),
      count(*)]::float8[] END AS values
  FROM placed GROUP BY school_id, school_year, part, subject, grade_writing ORDER BY 1, 2, 3, 4, 5`;

const readRegistry: Read = (tx, { ids, years, parts }) => tx.$queryRaw`
  SELECT c.school_id AS "schoolId", c.year::int AS "schoolYear", p.part, NULL AS subject, c.grade::int AS grade,
    ARRAY['registry_classes','registry_pupils'] AS codes,
    ARRAY[count(*), CASE WHEN count(c.pupils) = count(*) THEN sum(c.pupils) END]::float8[] AS values
  FROM school_class c JOIN unnest(${years}::int[], ${parts}::text[]) AS p(year, part) ON p.year = c.year
  WHERE c.school_id = ANY (${ids}::int[]) GROUP BY c.school_id, c.year, p.part, c.grade ORDER BY 1, 2, 3, 5`;

/** Lines of the yearly cycle that are due in the part. */
const readCycle: Read = (tx, { ids, years, parts, starts, ends }) => tx.$queryRaw`
  SELECT l.school_id AS "schoolId", l.year::int AS "schoolYear", p.part, NULL AS subject, NULL::int AS grade,
    ARRAY['cycle_lines','cycle_lines_done','cycle_lines_in_time'] AS codes,
    ARRAY[count(*), count(*) FILTER (WHERE i.status = 'done'), count(*) FILTER (WHERE i.done_on <= i.due_on)]::float8[] AS values
  FROM cycle_plan l JOIN cycle_item i ON i.plan_id = l.id
  JOIN unnest(${years}::int[], ${parts}::text[], ${starts}::date[], ${ends}::date[]) AS p(year, part, first_day, last_day)
    ON p.year = l.year AND i.due_on BETWEEN p.first_day AND p.last_day
  WHERE l.school_id = ANY (${ids}::int[]) AND i.status <> 'dropped'
  GROUP BY l.school_id, l.year, p.part ORDER BY 1, 2, 3`;

const readEntered: Read = (tx, { ids, years, parts }) => tx.$queryRaw`
  SELECT f.school_id AS "schoolId", f.school_year::int AS "schoolYear", f.part, NULL AS subject, NULL::int AS grade,
    array_agg(f.code ORDER BY f.code) AS codes, array_agg(f.value ORDER BY f.code) AS values
  FROM indicator_fact f JOIN unnest(${years}::int[], ${parts}::text[]) AS p(year, part) ON p.year = f.school_year AND p.part = f.part
  WHERE f.school_id = ANY (${ids}::int[]) GROUP BY f.school_id, f.school_year, f.part ORDER BY 1, 2, 3`;
