import type { Finding } from "#lib/platform/workbook/finding.ts";
import {
  bandsOf,
  minimaOf,
  type Problem,
  scaleProblem,
  sumOfTasks,
  tasksProblem,
  workCode,
} from "../rules.ts";
import { readScaleText } from "../scale-text.ts";
import type { ScaleDraft, WorkDraft } from "../schema.ts";
import { problemFinding, workFinding } from "./findings.ts";
import type { ScaleLine, WorkLine } from "./read-line.ts";
import type { WorksFileReading } from "./read-works-file.ts";

/** Works put together from rows of one or several files; a work with any error is in `findings` and not in `works`. */
export interface GatheredWorks {
  works: readonly { code: string; draft: WorkDraft; line: Pick<WorkLine, "file" | "sheet" | "row"> }[];
  findings: readonly Finding[];
  /** files whose rows state no year while none was given, with the year in their name */
  yearMissing: readonly { file: string; proposed: number | null }[];
}

const MOST_WORKS = 500;

/** Puts rows about the same work together: tasks in the order of rows, the scale from another file if need be. `year`: for rows that state none. */
export function gatherWorks(readings: readonly WorksFileReading[], year: number | null): GatheredWorks {
  const findings = readings.flatMap((reading) => reading.findings);
  const yearMissing = readings
    .filter(({ lines }) => year === null && lines.some((line) => line.year === null))
    .map(({ file, proposedYear }) => ({ file, proposed: proposedYear }));
  for (const { file, proposed } of yearMissing)
    findings.push(workFinding("yearMissing", {}, { file, proposed: proposed ?? 0 }));

  const groups = new Map<string, { year: number; lines: WorkLine[] }>();
  for (const line of readings.flatMap((reading) => reading.lines)) {
    const known = line.year ?? year;
    if (known === null) continue;
    const code = workCode({ ...line, year: known });
    const group = groups.get(code) ?? { year: known, lines: [] };
    group.lines.push(line);
    groups.set(code, group);
  }
  if (groups.size > MOST_WORKS)
    findings.push(workFinding("tooManyWorks", {}, { count: groups.size, limit: MOST_WORKS }));
  const works: GatheredWorks["works"][number][] = [];
  for (const [code, group] of groups.size > MOST_WORKS ? [] : groups) {
    const [line] = group.lines;
    const draft = gather(code, group.year, group.lines, findings);
    if (draft && line)
      works.push({ code, draft, line: { file: line.file, sheet: line.sheet, row: line.row } });
  }
  return { works, findings, yearMissing };
}

function gather(
  code: string,
  year: number,
  lines: readonly WorkLine[],
  findings: Finding[],
): WorkDraft | null {
  const [first] = lines;
  if (!first || lines.some((line) => line.broken)) return null;
  const before = findings.length;
  const same = <V extends string | number>(column: string, values: readonly (V | null)[]): V | null => {
    const different = [...new Set(values.filter((value): value is V => value !== null && value !== ""))];
    if (different.length > 1) {
      const params = { work: code, column, first: different[0] ?? "", second: different[1] ?? "" };
      findings.push(workFinding("valuesDiffer", { sheet: first.sheet, row: first.row }, params));
    }
    return different[0] ?? null;
  };
  const refuse = (problem: Problem, line: WorkLine = first) =>
    findings.push(problemFinding(problem, { sheet: line.sheet, row: line.row }, code));

  const tasks = lines.flatMap((line) => (line.task ? [line.task] : []));
  const maxScore =
    same(
      "max",
      lines.map((line) => line.max),
    ) ?? (tasks.length > 0 ? sumOfTasks(tasks) : null);
  if (maxScore === null)
    findings.push(workFinding("maxMissing", { sheet: first.sheet, row: first.row }, { work: code }));
  else {
    const problem = tasksProblem(tasks, maxScore);
    if (problem) refuse(problem);
  }
  const scaleLines = lines.filter((line) => line.scale !== null);
  const scales = scaleLines.map((line) => readScale(line.scale as ScaleLine, maxScore ?? 0));
  scales.forEach((scale, i) => {
    if ("messageKey" in scale && maxScore !== null) refuse(scale, scaleLines[i]);
  });
  const good = scales.filter((scale): scale is ScaleDraft => !("messageKey" in scale));
  same(
    "scale",
    good.map(({ min3, min4, min5 }) => `${min3}, ${min4}, ${min5}`),
  );
  const [opensOn, closesOn] = [
    same(
      "opens",
      lines.map((line) => line.opensOn),
    ),
    same(
      "closes",
      lines.map((line) => line.closesOn),
    ),
  ];
  if (opensOn && closesOn && opensOn > closesOn) {
    findings.push(workFinding("windowWrong", { sheet: first.sheet, row: first.row }, { work: code }));
  }
  const gradeWriting =
    same(
      "grade_writing",
      lines.map((line) => line.gradeWriting),
    ) ?? first.gradeWriting;
  if (findings.length > before || maxScore === null) return null;
  const [scale] = good;
  if (scale && scale.disputed.length > 0) {
    const place = { sheet: scaleLines[0]?.sheet ?? null, row: scaleLines[0]?.row ?? null };
    findings.push(workFinding("disputedScores", place, { work: code, scores: scale.disputed.join(", ") }));
  }
  const { kind, season, gradeTested, subject, level } = first;
  const note = [...new Set(lines.map((line) => line.workNote).filter(Boolean))].join(" ").slice(0, 1000);
  return {
    ...{ kind, year, season, gradeTested, gradeWriting, subject, level, maxScore, opensOn, closesOn, note },
    tasks: tasks.length > 0 ? tasks : null,
    tasksNeedCheck: lines.some((line) => line.tasksNeedCheck),
    scale: scale ?? null,
  };
}

/** The scale of a row by the work's maximum, or why it is refused. */
function readScale(line: ScaleLine, max: number): ScaleDraft | Problem {
  const { disputed, source, note, needsCheck } = line;
  const rest = { disputed: [...disputed], source, note, needsCheck };
  if (line.text !== null) {
    const reading = readScaleText(line.text, max);
    if (!reading.ok) return reading.problem;
    const { min3, min4, min5 } = minimaOf(reading.bands);
    return { min3, min4, min5, ...rest };
  }
  const [min3, min4, min5] = line.minima ?? [0, 0, 0];
  return scaleProblem(bandsOf({ min3, min4, min5, max }), max) ?? { min3, min4, min5, ...rest };
}
