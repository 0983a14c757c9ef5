import "server-only";
import { readExams, scaleInForce } from "../exams/exam-facts.ts";
import { isMarked } from "../exams/subjects.ts";
import { wholeSchool } from "../exams/summary-writes.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { ExamSummary } from "../statistics/exams/exam-summary.ts";
import {
  type ComparedExamFigure,
  compareExamFigure,
  type ExamSums,
  examMeasures,
  type ReportedExamFigure,
} from "./exam-comparison.ts";
import type { UnitKind } from "./report.ts";

/** A line of the table beside what the portal counted of the same unit. */
export interface ComparedExamUnit {
  kind: UnitKind;
  /** Null: nobody has said yet which school the printed name means. */
  id: number | null;
  name: string;
  place: string;
  figures: ComparedExamFigure[];
  differs: number;
}

export interface ExamComparisonView {
  year: number;
  subject: string;
  /** Subjects of the tables in force of this year. */
  subjects: string[];
  /** The portal's examination; null when none is described. */
  examId: number | null;
  units: ComparedExamUnit[];
  /** Units whose figures differ, of all pages. */
  differing: number;
  total: number;
  page: number;
  pages: number;
}

interface Row extends ReportedExamFigure {
  kind: UnitKind;
  name: string;
  place: string;
  schoolId: number | null;
  municipalityId: number | null;
  regionId: number | null;
  school: string | null;
}

const PER_PAGE = 50;
const LEVEL: Readonly<Record<UnitKind, number>> = { country: 0, region: 1, municipality: 2, school: 3 };

/**
 * A subject of ЕГЭ in the tables of the РЦОИ beside the portal's own protocols: units that differ first, inside that by level and
 * in the order of the names. A subject that no table has is an empty comparison of the first one that has.
 */
export function getExamComparison(
  viewer: Viewer,
  asked: { year: number; subject: string | null; page: number },
): Promise<ExamComparisonView> {
  permit(viewer, "insights.read");
  permit(viewer, "exams.read");
  return asViewer(viewer, async (tx) => {
    const { year } = asked;
    const subjects = await subjectsOf(tx, year);
    const subject =
      asked.subject !== null && subjects.includes(asked.subject) ? asked.subject : (subjects[0] ?? "");
    const [exam] = (await readExams(tx, { year, kind: "ege", subject })).sort((a, b) =>
      a.variant < b.variant ? -1 : 1,
    );
    const sums = exam
      ? await sumsOf(tx, exam.id, {
          marked: isMarked("ege", subject),
          threshold: scaleInForce(exam, viewer.regionId)?.attestat ?? null,
        })
      : new Map<string, ExamSums>();
    const rows = await reportedOf(tx, year, subject);
    const units = [
      ...Map.groupBy(rows, ({ kind, place, name }) => `${kind}|${place}|${name}`).values(),
    ].flatMap((own) => unitOf(own, sums));
    units.sort((a, b) => Number(b.differs > 0) - Number(a.differs > 0) || LEVEL[a.kind] - LEVEL[b.kind]);
    const pages = Math.max(1, Math.ceil(units.length / PER_PAGE));
    const page = Math.min(Math.max(1, asked.page), pages);
    return {
      ...{ year, subject, subjects, examId: exam?.id ?? null, total: units.length, page, pages },
      differing: units.filter(({ differs }) => differs > 0).length,
      units: units.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    };
  });
}

/** Whether a table in force speaks of this subject: then the examination's page offers to compare. */
export function hasReportedExam(viewer: Viewer, year: number, subject: string): Promise<boolean> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => (await subjectsOf(tx, year)).includes(subject));
}

async function subjectsOf(tx: ReadTx, year: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ subject: string }[]>`
    SELECT DISTINCT subject FROM reported_figure
    WHERE in_force AND exam = 'ege' AND year = ${year} AND subject <> '' AND measure = ANY (${[...examMeasures]}::text[]) ORDER BY subject`;
  return rows.map(({ subject }) => subject);
}

function reportedOf(tx: ReadTx, year: number, subject: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (f.place COLLATE natural_order, f.unit_name COLLATE natural_order, f.unit_kind, f.measure) f.unit_kind AS kind, f.unit_name AS name, f.place,
      f.school_id AS "schoolId", f.municipality_id AS "municipalityId", f.region_id AS "regionId", s.name AS school, f.measure, f.state, f.value, f.decimals
    FROM reported_figure f LEFT JOIN school s ON s.id = f.school_id
    WHERE f.in_force AND f.exam = 'ege' AND f.year = ${year} AND f.subject = ${subject} AND f.measure = ANY (${[...examMeasures]}::text[])
    ORDER BY f.place COLLATE natural_order, f.unit_name COLLATE natural_order, f.unit_kind, f.measure, f.applied_at DESC, f.import_id DESC`;
}

/** Summaries of schools and areas that the viewer may see, as `school-12`. */
async function sumsOf(
  tx: ReadTx,
  examId: number,
  by: Pick<ExamSums, "marked" | "threshold">,
): Promise<Map<string, ExamSums>> {
  const rows = await tx.$queryRaw<{ unit: string; content: ExamSummary }[]>`
    SELECT 'school-' || school_id AS unit, content FROM exam_summary WHERE exam_id = ${examId} AND class_label = ${wholeSchool}
    UNION ALL SELECT area_kind || '-' || area_id, content FROM exam_area_summary WHERE exam_id = ${examId} AND schools > 0`;
  return new Map(rows.map(({ unit, content }) => [unit, { summary: content, ...by }]));
}

function unitOf(own: readonly Row[], sums: ReadonlyMap<string, ExamSums>): ComparedExamUnit[] {
  const [first] = own;
  if (!first) return [];
  const { kind, name, place, school } = first;
  const id = {
    country: null,
    region: first.regionId,
    municipality: first.municipalityId,
    school: first.schoolId,
  }[kind];
  const known = id === null ? null : (sums.get(`${kind}-${id}`) ?? null);
  const figures = examMeasures.flatMap((measure) => {
    const row = own.find((one) => one.measure === measure);
    if (!row) return [];
    const { state, value, decimals } = row;
    return [compareExamFigure({ measure, state, value, decimals }, known)];
  });
  const differs = figures.filter(({ verdict }) => verdict === "differs").length;
  return [{ ...{ kind, id, place, figures, differs }, name: school ?? name }];
}
