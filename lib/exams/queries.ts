import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import type { ExamSummary } from "../statistics/exams/exam-summary.ts";
import { type ExamFacts, type ExamScaleFacts, readExams, scaleInForce } from "./exam-facts.ts";
import { type MarkYear, markYear, type PersonResults, type ScoreYear, scoreYear } from "./persons.ts";
import {
  type RegisterSums,
  registerSums,
  type SubjectRegisterSums,
  subjectRegisterSums,
} from "./register-reads.ts";
import { type ExamKind, examSubjects } from "./subjects.ts";
import { type ExamPart, unitParts, unitSummaries } from "./summary-reads.ts";
import { covers, type ExamUnit, type NamedExamUnit, namedUnit } from "./units.ts";

export interface ExamRow {
  exam: ExamFacts;
  scale: ExamScaleFacts | null;
  summary: ExamSummary;
}
export interface ExamYear {
  unit: NamedExamUnit;
  years: number[];
  year: number | null;
  rows: ExamRow[];
  /** Of ЕГЭ and of ОГЭ; null when nobody sat. */
  scores: ScoreYear | null;
  marks: MarkYear | null;
  registers: RegisterSums[];
  /** Parts that can be opened next: schools of a municipality or region. */
  schools: { id: number; name: string; municipalityId: number; municipality: string }[];
}

/** The examinations of a unit in one year: every subject with its summary, and what only persons and registers tell. */
export function getExamYear(viewer: Viewer, unit: ExamUnit, asked: number | null): Promise<ExamYear> {
  permit(viewer, "exams.read");
  return asViewer(viewer, async (tx) => {
    const named = await namedUnit(tx, viewer, unit);
    const years = await yearsOf(tx, unit);
    const year = asked !== null && years.includes(asked) ? asked : (years[0] ?? null);
    const exams = year === null ? [] : await readExams(tx, { year });
    const summaries = await unitSummaries(
      tx,
      unit,
      exams.map(({ id }) => id),
    );
    const rows = exams
      .flatMap((exam) => {
        const summary = summaries.get(exam.id);
        return summary ? [{ exam, scale: scaleInForce(exam, named.region.id), summary }] : [];
      })
      .sort((a, b) => order(a.exam.subject) - order(b.exam.subject));
    const kinds = new Set(rows.map(({ exam }) => exam.kind));
    const withThreshold = new Map(
      rows.map(({ exam, scale }) => [exam.id, { ...exam, attestat: scale?.attestat ?? null }]),
    );
    return {
      unit: named,
      ...{ years, year, rows },
      scores:
        kinds.has("ege") && year !== null
          ? scoreYear(await personsOf(tx, unit, year, "ege"), withThreshold)
          : null,
      marks: kinds.has("oge") && year !== null ? markYear(await personsOf(tx, unit, year, "oge")) : null,
      registers: year === null || viewer.scope.kind === "classes" ? [] : await registerSums(tx, unit, year),
      schools: await schoolsInside(tx, unit),
    };
  });
}

const order = (subject: string) => (examSubjects as readonly string[]).indexOf(subject);

async function yearsOf(tx: ReadTx, unit: ExamUnit): Promise<number[]> {
  const rows =
    unit.kind === "school"
      ? await tx.$queryRaw<{ year: number }[]>`
          SELECT DISTINCT year FROM exam_summary WHERE school_id = ${unit.id} ORDER BY year DESC`
      : await tx.$queryRaw<{ year: number }[]>`
          SELECT DISTINCT year FROM exam_area_summary WHERE area_kind = ${unit.kind} AND area_id = ${unit.id} AND schools > 0 ORDER BY year DESC`;
  return rows.map(({ year }) => year);
}

/** Each person's last result in each examination of a kind, as far as the viewer sees the rows. */
async function personsOf(tx: ReadTx, unit: ExamUnit, year: number, kind: ExamKind): Promise<PersonResults[]> {
  const rows = await tx.$queryRaw<{ known: boolean; exams: number[]; scores: number[] }[]>`
    SELECT person_key LIKE 'p%' AS known, array_agg(exam_id) AS exams, array_agg(score) AS scores FROM (
      SELECT DISTINCT ON (r.school_id, r.person_key, r.exam_id) r.school_id, r.person_key, r.exam_id, r.score::int AS score
      FROM exam_result r JOIN exam e ON e.id = r.exam_id AND e.kind = ${kind}
      JOIN school s ON s.id = r.school_id JOIN municipality m ON m.id = s.municipality_id
      WHERE r.year = ${year} AND r.score IS NOT NULL
        AND CASE ${unit.kind} WHEN 'school' THEN s.id = ${unit.id} WHEN 'municipality' THEN m.id = ${unit.id} ELSE m.region_id = ${unit.id} END
        AND (${unit.classLabel}::text IS NULL OR r.class_label = ${unit.classLabel})
      ORDER BY r.school_id, r.person_key, r.exam_id, r.exam_on DESC) t
    GROUP BY school_id, person_key, CASE WHEN person_key LIKE 'r%' THEN exam_id END`;
  return rows.map(({ known, exams, scores }) => ({
    known,
    results: exams.map((examId, i) => ({ examId, score: scores[i]! })),
  }));
}

function schoolsInside(tx: ReadTx, unit: ExamUnit): Promise<ExamYear["schools"]> {
  if (unit.kind === "school") return Promise.resolve([]);
  return tx.$queryRaw`
    SELECT s.id, s.name, m.id AS "municipalityId", m.name AS municipality FROM school s JOIN municipality m ON m.id = s.municipality_id
    WHERE EXISTS (SELECT FROM exam_summary e WHERE e.school_id = s.id)
      AND CASE WHEN ${unit.kind} = 'region' THEN m.region_id = ${unit.id} ELSE m.id = ${unit.id} END
    ORDER BY m.name COLLATE natural_order, s.name COLLATE natural_order, s.id LIMIT 500`;
}

export interface ExamAnalysis {
  unit: NamedExamUnit;
  exam: ExamFacts;
  scale: ExamScaleFacts | null;
  summary: ExamSummary;
  /** The unit's municipality and region, which name no school. */
  areas: {
    kind: "municipality" | "region";
    id: number;
    name: string;
    schools: number;
    summary: ExamSummary;
  }[];
  parts: ExamPart[];
  /** The same examination in other years, oldest first; at most the two before. */
  past: { exam: ExamFacts; scale: ExamScaleFacts | null; summary: ExamSummary }[];
  categories: { category: string; count: number }[];
  register: SubjectRegisterSums | null;
  /** The files that the numbers come from, newest first. */
  sources: { importId: number; name: string; appliedAt: string; sha256: string }[];
}

/** Everything about one examination in one unit. Nobody sat there: not found. */
export function getExamAnalysis(viewer: Viewer, unit: ExamUnit, examId: number): Promise<ExamAnalysis> {
  permit(viewer, "exams.read");
  return asViewer(viewer, async (tx) => {
    const named = await namedUnit(tx, viewer, unit);
    const exam = found((await readExams(tx, { ids: [examId] }))[0]);
    const same = (await readExams(tx, { kind: exam.kind, subject: exam.subject })).filter(
      ({ variant, year }) => variant === exam.variant && year <= exam.year && year > exam.year - 3,
    );
    const summaries = await unitSummaries(
      tx,
      unit,
      same.map(({ id }) => id),
    );
    const regionId = named.region.id;
    return {
      unit: named,
      exam,
      scale: scaleInForce(exam, regionId),
      summary: found(summaries.get(exam.id)),
      areas: await areasAround(tx, named, exam.id),
      parts: await unitParts(tx, unit, exam.id),
      past: same
        .flatMap((one) => {
          const summary = summaries.get(one.id);
          return summary ? [{ exam: one, scale: scaleInForce(one, regionId), summary }] : [];
        })
        .sort((a, b) => a.exam.year - b.exam.year),
      categories: await categoriesOf(tx, unit, exam),
      register: viewer.scope.kind === "classes" ? null : await subjectRegisterSums(tx, unit, exam.id),
      sources: await sourcesOf(tx, unit, exam.id),
    };
  });
}

async function areasAround(tx: ReadTx, unit: NamedExamUnit, examId: number): Promise<ExamAnalysis["areas"]> {
  const around = [
    ...(unit.kind === "school" && unit.municipality
      ? [{ kind: "municipality" as const, ...unit.municipality }]
      : []),
    ...(unit.kind === "region" ? [] : [{ kind: "region" as const, ...unit.region }]),
  ];
  const rows = await tx.$queryRaw<{ kind: string; id: number; schools: number; content: ExamSummary }[]>`
    SELECT area_kind AS kind, area_id AS id, schools, content FROM exam_area_summary WHERE exam_id = ${examId}`;
  return around.flatMap((area) => {
    const row = rows.find(({ kind, id }) => kind === area.kind && id === area.id);
    return row ? [{ ...area, schools: row.schools, summary: row.content }] : [];
  });
}

function categoriesOf(tx: ReadTx, unit: ExamUnit, exam: ExamFacts): Promise<ExamAnalysis["categories"]> {
  return tx.$queryRaw`
    SELECT r.category, count(DISTINCT r.person_key)::int AS count FROM exam_result r JOIN school s ON s.id = r.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE r.year = ${exam.year} AND r.exam_id = ${exam.id}
      AND CASE ${unit.kind} WHEN 'school' THEN s.id = ${unit.id} WHEN 'municipality' THEN m.id = ${unit.id} ELSE m.region_id = ${unit.id} END
      AND (${unit.classLabel}::text IS NULL OR r.class_label = ${unit.classLabel})
    GROUP BY r.category ORDER BY array_position(ARRAY['vtg', 'spo', 'vpl', 'ovz', ''], r.category)`;
}

async function sourcesOf(tx: ReadTx, unit: ExamUnit, examId: number): Promise<ExamAnalysis["sources"]> {
  const rows = await tx.$queryRaw<{ importId: number; name: string; appliedAt: Date; sha256: string }[]>`
    SELECT DISTINCT f.id AS "importId", f.name, f.applied_at AS "appliedAt", f.sha256 FROM exam_result_set x
    JOIN import_file f ON f.id = x.last_import JOIN school s ON s.id = x.school_id JOIN municipality m ON m.id = s.municipality_id
    WHERE x.exam_id = ${examId} AND f.applied_at IS NOT NULL
      AND CASE ${unit.kind} WHEN 'school' THEN s.id = ${unit.id} WHEN 'municipality' THEN m.id = ${unit.id} ELSE m.region_id = ${unit.id} END
    ORDER BY f.id DESC LIMIT 50`;
  return rows.map(({ appliedAt, ...row }) => ({ ...row, appliedAt: appliedAt.toISOString() }));
}

/** Regions that the viewer may open whole; for those who have no unit of their own. */
export function listExamRegions(viewer: Viewer): Promise<{ id: number; name: string }[]> {
  permit(viewer, "exams.read");
  return asViewer(viewer, async (tx) => {
    const regions = await tx.region.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
    return regions.filter(({ id }) => covers(viewer, { kind: "region", id, regionId: id }));
  });
}

/** Every described examination of a year with its scales, for the list of scales; and the years there are. */
export function listExamScales(
  viewer: Viewer,
  asked: number | null,
): Promise<{ years: number[]; year: number | null; exams: ExamFacts[] }> {
  permit(viewer, "exams.read");
  return asViewer(viewer, async (tx) => {
    const years = (
      await tx.$queryRaw<{ year: number }[]>`SELECT DISTINCT year FROM exam ORDER BY year DESC`
    ).map(({ year }) => year);
    const year = asked !== null && years.includes(asked) ? asked : (years[0] ?? null);
    const exams = year === null ? [] : await readExams(tx, { year });
    return { years, year, exams: exams.sort((a, b) => order(a.subject) - order(b.subject)) };
  });
}
