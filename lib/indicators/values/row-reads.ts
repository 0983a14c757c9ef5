import type { ReadTx } from "../../platform/access/as-viewer.ts";
import type { FactUse } from "./fact-uses.ts";
import type { ValuePeriod } from "./period.ts";

/** A work or an examination of which results stand behind a value. */
export interface SourceRow {
  kind: "work" | "exam";
  id: number;
  year: number;
  subject: string;
  /** For works: parallel, season, level and kind of work. For examinations: oge or ege. */
  gradeTested: number | null;
  gradeWriting: number | null;
  season: string | null;
  level: string | null;
  workKind: string;
  participants: number;
  who: string | null;
  at: Date | null;
}

/** The works and examinations that the facts of a formula were counted from; none when it uses entered facts only. */
export async function readRows(
  tx: ReadTx,
  schoolId: number,
  period: ValuePeriod,
  facts: readonly FactUse[],
): Promise<SourceRow[]> {
  const { schoolYear } = period;
  const asked = (source: string) => facts.filter((fact) => fact.source === source);
  const meets = (uses: readonly FactUse[], row: SourceRow) =>
    uses.some(
      ({ subject, grade }) =>
        (subject === null || subject === row.subject) && (grade === null || grade === row.gradeWriting),
    );
  const works = asked("works");
  const exams = asked("exams").filter(({ code }) => /^(oge|ege)_(?!yearly)/.test(code));
  return [
    ...(works.length > 0 ? (await readWorks(tx, schoolId, period)).filter((row) => meets(works, row)) : []),
    ...(exams.length > 0
      ? (await readExams(tx, schoolId, schoolYear)).filter((row) =>
          meets(
            exams.filter(({ code }) => code.startsWith(row.workKind)),
            row,
          ),
        )
      : []),
  ];
}

/** Works of the year; of a part those that may lie in it, by the days of part-reads.ts. */
function readWorks(
  tx: ReadTx,
  schoolId: number,
  { schoolYear, part, start, end }: ValuePeriod,
): Promise<SourceRow[]> {
  return tx.$queryRaw`
    SELECT 'work' AS kind, w.id, w.year::int AS year, w.subject, w.grade_tested::int AS "gradeTested", w.grade_writing::int AS "gradeWriting", w.season, w.level,
      w.kind AS "workKind", s.participants, p.name AS who, r.changed_at AS at
    FROM summary s JOIN work w ON w.id = s.work_id LEFT JOIN result_set r ON r.school_id = s.school_id AND r.work_id = s.work_id LEFT JOIN person p ON p.id = r.changed_by
    LEFT JOIN LATERAL (SELECT max(on_day) AS day FROM scheduled_work x WHERE x.school_id = s.school_id AND x.work_id = s.work_id AND x.year = s.school_year) d ON true
    WHERE s.school_id = ${schoolId} AND s.school_year = ${schoolYear} AND s.class_label = '*' AND (${part} = ''
      OR (coalesce(d.day, w.opens_on, CASE w.season WHEN 'autumn' THEN make_date(s.school_year, 9, 1) ELSE make_date(s.school_year + 1, 1, 1) END) <= ${end}::date
        AND coalesce(d.day, w.closes_on, CASE w.season WHEN 'autumn' THEN make_date(s.school_year, 12, 31) ELSE make_date(s.school_year + 1, 8, 31) END) >= ${start}::date))
    ORDER BY w.grade_writing, w.subject, w.id`;
}

function readExams(tx: ReadTx, schoolId: number, schoolYear: number): Promise<SourceRow[]> {
  return tx.$queryRaw`
    SELECT 'exam' AS kind, e.id, e.year::int AS year, e.subject, NULL::int AS "gradeTested", NULL::int AS "gradeWriting", NULL AS season, NULL AS level,
      e.kind AS "workKind", (s.content ->> 'participants')::int AS participants, NULL AS who, s.changed_at AS at
    FROM exam_summary s JOIN exam e ON e.id = s.exam_id
    WHERE s.school_id = ${schoolId} AND s.year = ${schoolYear + 1} AND s.class_label = '*' AND e.kind IN ('oge', 'ege')
    ORDER BY e.kind, e.subject, e.id`;
}
