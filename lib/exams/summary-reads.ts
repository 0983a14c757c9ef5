import type { ReadTx } from "../platform/access/as-viewer.ts";
import type { ExamSummary } from "../statistics/exams/exam-summary.ts";
import { wholeSchool } from "./summary-writes.ts";
import type { ExamUnit } from "./units.ts";

/** Summaries of a unit in some examinations, by the id of the examination. */
export async function unitSummaries(
  tx: ReadTx,
  unit: ExamUnit,
  examIds: readonly number[],
): Promise<Map<number, ExamSummary>> {
  const ids = [...examIds];
  const rows =
    unit.kind === "school"
      ? await tx.$queryRaw<{ examId: number; content: ExamSummary }[]>`
          SELECT exam_id AS "examId", content FROM exam_summary
          WHERE school_id = ${unit.id} AND class_label = ${unit.classLabel ?? wholeSchool} AND exam_id = ANY (${ids}::int[])`
      : await tx.$queryRaw<{ examId: number; content: ExamSummary }[]>`
          SELECT exam_id AS "examId", content FROM exam_area_summary
          WHERE area_kind = ${unit.kind} AND area_id = ${unit.id} AND exam_id = ANY (${ids}::int[])`;
  return new Map(
    rows.filter(({ content }) => content.participants > 0).map(({ examId, content }) => [examId, content]),
  );
}

/** One line under a unit: a class, a school or a municipality. */
export interface ExamPart {
  kind: "class" | "school" | "municipality";
  id: number;
  name: string;
  /** Kind of school and of its locality; null for others. */
  schoolKind: string | null;
  localityKind: string | null;
  municipality: string | null;
  summary: ExamSummary;
}

/** What a unit consists of, in the natural order of names; schools are never ordered by results. */
export async function unitParts(tx: ReadTx, unit: ExamUnit, examId: number): Promise<ExamPart[]> {
  if (unit.classLabel !== null) return [];
  if (unit.kind === "school") {
    const rows = await tx.$queryRaw<{ name: string; content: ExamSummary }[]>`
      SELECT class_label AS name, content FROM exam_summary WHERE school_id = ${unit.id} AND exam_id = ${examId} AND class_label <> ${wholeSchool}
      ORDER BY class_label COLLATE natural_order`;
    const none = { schoolKind: null, localityKind: null, municipality: null };
    return rows.map(({ name, content }) => ({ kind: "class", id: unit.id, name, ...none, summary: content }));
  }
  const rows = await tx.$queryRaw<
    {
      id: number;
      name: string;
      schoolKind: string | null;
      localityKind: string | null;
      municipality: string;
      content: ExamSummary;
    }[]
  >`
    SELECT s.id, s.name, s.kind AS "schoolKind", s.locality_kind AS "localityKind", m.name AS municipality, e.content FROM exam_summary e
    JOIN school s ON s.id = e.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE e.exam_id = ${examId} AND e.class_label = ${wholeSchool}
      AND CASE WHEN ${unit.kind} = 'region' THEN m.region_id = ${unit.id} ELSE m.id = ${unit.id} END
    ORDER BY m.name COLLATE natural_order, s.name COLLATE natural_order, s.id`;
  return rows.map(({ content, ...row }) => ({ kind: "school", ...row, summary: content }));
}
