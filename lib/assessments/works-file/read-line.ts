import { z } from "zod";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import { type Level, type Season, usualGradeWriting, type WorkKind, workKinds } from "../rules.ts";
import { readSubject, type Subject } from "../subjects.ts";
import { readTaskCells, type TaskDraft } from "../task-text.ts";
import type { WorkColumn } from "./columns.ts";
import { type WorkFindingCode, workFinding } from "./findings.ts";

/** One row: which work it is about, and what it says of the work, of one task, of the scale. */
export interface WorkLine {
  file: string;
  sheet: string;
  row: number;
  kind: WorkKind;
  year: number | null;
  season: Season;
  gradeTested: number;
  gradeWriting: number;
  subject: Subject;
  level: Level;
  max: number | null;
  opensOn: string | null;
  closesOn: string | null;
  workNote: string;
  task: TaskDraft | null;
  tasksNeedCheck: boolean;
  scale: ScaleLine | null;
  /** true = something in the row cannot be read, so its work is not taken */
  broken: boolean;
}
export interface ScaleLine {
  minima: readonly [number, number, number] | null;
  text: string | null;
  disputed: readonly number[];
  source: string;
  note: string;
  needsCheck: boolean;
}

const KINDS = new Map<string, WorkKind>([
  ["", "vpr"],
  ["впр", "vpr"],
  ["огэ", "oge"],
  ["егэ", "ege"],
  ["региональная", "regional"],
  ["муниципальная", "municipal"],
  ["школьная", "school"],
  ...workKinds.map((kind) => [kind, kind] as const),
]);
const SEASONS = new Map<string, Season>([
  ["", "spring"],
  ["spring", "spring"],
  ["весна", "spring"],
  ["autumn", "autumn"],
  ["осень", "autumn"],
]);
const LEVELS = new Map<string, Level>([
  ["", "base"],
  ["base", "base"],
  ["базовый", "base"],
  ["advanced", "advanced"],
  ["углубленный", "advanced"],
]);
const FLAGS = new Map([
  ["", false],
  ["0", false],
  ["false", false],
  ["no", false],
  ["нет", false],
  ["1", true],
  ["true", true],
  ["yes", true],
  ["да", true],
]);

/** Reads one row; null when it does not even say which work it is about. Whatever cannot be read becomes a finding. */
export function readLine(
  cells: (column: WorkColumn) => string,
  place: { file: string; sheet: string; row: number },
  findings: Finding[],
): WorkLine | null {
  let broken = false;
  const wrong = (code: WorkFindingCode, column: string, raw: string) => {
    broken = true;
    findings.push(
      workFinding(
        code,
        { sheet: place.sheet, row: place.row, raw },
        { column, raw: raw.slice(0, 60), file: place.file },
      ),
    );
  };
  const word = <V>(
    column: WorkColumn,
    known: ReadonlyMap<string, V>,
    code: WorkFindingCode,
    fallback: V,
  ): V => {
    const value = known.get(cells(column).toLowerCase().replaceAll("ё", "е"));
    if (value === undefined) wrong(code, column, cells(column));
    return value ?? fallback;
  };
  const whole = (
    column: WorkColumn,
    from: number,
    to: number,
    code: WorkFindingCode = "numberWrong",
  ): number | null => {
    const text = cells(column);
    if (text === "") return null;
    const value = /^\d{1,4}(?:[.,]0{1,6})?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
    if (value >= from && value <= to) return value;
    wrong(code, column, text);
    return null;
  };
  const day = (column: WorkColumn): string | null => {
    const text = cells(column);
    const iso = text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, "$3-$2-$1");
    if (text === "" || z.iso.date().safeParse(iso).success) return text === "" ? null : iso;
    wrong("dayWrong", column, text);
    return null;
  };
  const text = (column: WorkColumn, limit: number): string => {
    const value = cells(column);
    if (value.length > limit) wrong("textCut", column, value);
    return value.slice(0, limit);
  };

  const gradeTested = whole("grade", 1, 11, "gradeWrong");
  const subject = readSubject(cells("subject"));
  if (gradeTested === null && !broken) wrong("gradeWrong", "grade", "");
  if (subject === null) wrong("subjectUnknown", "subject", cells("subject"));
  if (gradeTested === null || subject === null) return null;
  const season = word("season", SEASONS, "seasonUnknown", "spring");
  const line = {
    ...place,
    kind: word("kind", KINDS, "kindUnknown", "vpr"),
    year: whole("year", 2015, 2100, "yearWrong"),
    season,
    gradeTested,
    gradeWriting: whole("gradeWriting", 1, 12, "gradeWrong") ?? usualGradeWriting(gradeTested, season),
    subject,
    level: word("level", LEVELS, "levelUnknown", "base"),
    max: whole("max", 1, 500),
    opensOn: day("opensOn"),
    closesOn: day("closesOn"),
    workNote: text("workNote", 1000),
    task: null as TaskDraft | null,
    tasksNeedCheck: word("tasksNeedCheck", FLAGS, "flagUnknown", false),
    scale: null as ScaleLine | null,
  };
  if (cells("task") !== "" || cells("taskMax") !== "") {
    const written = (["task", "taskMax", "difficulty", "codifier", "skill"] as const).map(cells);
    line.task = readTaskCells(written);
    if (line.task === null) wrong("taskUnreadable", "task", written.slice(0, 3).join("; "));
  }
  const minima = (["min3", "min4", "min5"] as const).map((column) => whole(column, 0, 500));
  const given = (["min3", "min4", "min5"] as const).filter((column) => cells(column) !== "");
  if (given.length > 0 && given.length < 3)
    wrong("scaleIncomplete", "min3, min4, min5", given.map(cells).join("; "));
  const [min3, min4, min5] = minima;
  const scaleText = text("scale", 300);
  if (given.length === 3 || scaleText !== "") {
    const note = text("note", 1000);
    const needsCheck = word("needsCheck", FLAGS, "flagUnknown", false);
    const disputed = disputedScores(cells("disputed"), note);
    if (disputed === null) wrong("numberWrong", "disputed", cells("disputed"));
    line.scale = {
      minima: min3 != null && min4 != null && min5 != null ? [min3, min4, min5] : null,
      text: scaleText || null,
      disputed: disputed ?? [],
      source: text("source", 500) || place.file,
      note,
      needsCheck: needsCheck || (disputed ?? []).length > 0,
    };
  }
  return { ...line, broken };
}

/**
 * Scores that the published table prints in two bands (forms.md D-29): the column `disputed`, or the words in which the
 * published list of scales of 2021 says it («overlaps at 35»). Null when the column cannot be read.
 */
function disputedScores(column: string, note: string): number[] | null {
  const said = column || (/overlaps at (\d{1,3})/.exec(note)?.[1] ?? "");
  const parts = said.split(/[\s,;]+/).filter(Boolean);
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : null;
}
