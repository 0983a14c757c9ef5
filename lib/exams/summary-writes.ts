import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import {
  type ExamSummary,
  mergeExams,
  nobody,
  subtractExams,
  summarizeExam,
} from "../statistics/exams/exam-summary.ts";
import { type ExamFacts, readExams, scaleInForce } from "./exam-facts.ts";
import { groupOf } from "./groups.ts";

/** The label of the row that sums a whole school; no class is called so. */
export const wholeSchool = "*";

interface PlacedSchool {
  id: number;
  municipalityId: number;
  regionId: number;
}

/**
 * Counts the summaries of these schools in one examination anew, in the transaction that changed the rows, and carries the
 * difference into their municipality and region: a school may not read its neighbours, so areas are moved, never counted anew.
 * Who sat twice (a reserve day) counts once, with the later result.
 */
export async function refreshExamSummaries(
  tx: WriteTx,
  examId: number,
  schoolIds: readonly number[],
  now: Date,
): Promise<void> {
  const [exam] = await readExams(tx, { ids: [examId] });
  if (!exam) throw new Error(`No examination ${examId} to count`);
  const schools = await tx.$queryRaw<PlacedSchool[]>`
    SELECT s.id, m.id AS "municipalityId", m.region_id AS "regionId" FROM school s JOIN municipality m ON m.id = s.municipality_id
    WHERE s.id = ANY (${[...new Set(schoolIds)]}::int[]) ORDER BY s.id`;
  const areas = new Map<string, { kind: "municipality" | "region"; id: number; moves: Move[] }>();
  for (const school of schools) {
    const move = await refreshSchool(tx, exam, school, now);
    for (const [kind, id] of [
      ["municipality", school.municipalityId],
      ["region", school.regionId],
    ] as const) {
      const area = areas.get(`${kind}:${id}`) ?? { kind, id, moves: [] };
      area.moves.push(move);
      areas.set(`${kind}:${id}`, area);
    }
  }
  // Always in one order, so that two imports cannot wait for each other in a circle.
  for (const [, area] of [...areas].sort(([a], [b]) => (a < b ? -1 : 1))) await moveArea(tx, exam, area, now);
}

interface Move {
  before: ExamSummary | null;
  after: ExamSummary | null;
}

async function refreshSchool(tx: WriteTx, exam: ExamFacts, school: PlacedSchool, now: Date): Promise<Move> {
  const [stored] = await tx.$queryRaw<{ content: ExamSummary }[]>`
    SELECT content FROM exam_summary WHERE school_id = ${school.id} AND year = ${exam.year} AND exam_id = ${exam.id} AND class_label = ${wholeSchool}`;
  await tx.$executeRaw`DELETE FROM exam_summary WHERE school_id = ${school.id} AND year = ${exam.year} AND exam_id = ${exam.id}`;
  const classes = await countExamClasses(tx, exam, school);
  const after = classes.size === 0 ? null : [...classes.values()].reduce(mergeExams);
  if (after) {
    const records = [...classes, [wholeSchool, after] as const].map(([label, content]) => ({
      label,
      content,
    }));
    await tx.$executeRaw`
      INSERT INTO exam_summary (school_id, year, exam_id, class_label, content, changed_at)
      SELECT ${school.id}, ${exam.year}, ${exam.id}, label, content, ${now} FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r(label text, content jsonb)`;
  }
  return { before: stored?.content ?? null, after };
}

/** Summaries of a school by class, counted from its rows. */
export async function countExamClasses(
  tx: ReadTx,
  exam: ExamFacts,
  school: Pick<PlacedSchool, "id" | "regionId">,
): Promise<Map<string, ExamSummary>> {
  const rows = await tx.$queryRaw<
    {
      label: string;
      items: number[];
      primary: number | null;
      score: number | null;
      scoreByScale: number | null;
    }[]
  >`
    SELECT DISTINCT ON (person_key, CASE WHEN person_key LIKE 'r%' THEN exam_on END) class_label AS label, items, primary_printed AS primary, score, score_scale AS "scoreByScale"
    FROM exam_result WHERE school_id = ${school.id} AND year = ${exam.year} AND exam_id = ${exam.id}
    ORDER BY person_key, CASE WHEN person_key LIKE 'r%' THEN exam_on END, exam_on DESC`;
  const group = groupOf(exam, scaleInForce(exam, school.regionId));
  return new Map(
    [...Map.groupBy(rows, ({ label }) => label)].map(([label, members]) => [
      label,
      summarizeExam(members, group),
    ]),
  );
}

async function moveArea(
  tx: WriteTx,
  exam: ExamFacts,
  { kind, id, moves }: { kind: string; id: number; moves: readonly Move[] },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO exam_area_summary (area_kind, area_id, year, exam_id, schools, content, changed_at)
    VALUES (${kind}, ${id}, ${exam.year}, ${exam.id}, 0, ${JSON.stringify(nobody)}::jsonb, ${now}) ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ schools: number; content: ExamSummary }[]>`
    SELECT schools, content FROM exam_area_summary WHERE area_kind = ${kind} AND area_id = ${id} AND exam_id = ${exam.id} FOR UPDATE`;
  if (!row) throw new Error(`The summary of ${kind} ${id} is out of this viewer's reach`);
  let { schools, content } = row;
  for (const { before, after } of moves) {
    if (before) content = subtractExams(content, before);
    if (after) content = mergeExams(content, after);
    schools += (after ? 1 : 0) - (before ? 1 : 0);
  }
  await tx.$executeRaw`
    UPDATE exam_area_summary SET schools = ${schools}, content = ${JSON.stringify(content)}::jsonb, changed_at = ${now}
    WHERE area_kind = ${kind} AND area_id = ${id} AND exam_id = ${exam.id}`;
}
