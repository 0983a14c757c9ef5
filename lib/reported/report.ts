import type { Finding } from "../platform/workbook/finding.ts";
import type { ReportCode } from "../results/layouts/report-forms.ts";

/** Levels that a report speaks of. */
export const unitKinds = ["country", "region", "municipality", "school"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Whom a line of a report is about, as printed. `login` is what stands in brackets: edu970021, reg97_m002, reg970000. */
export interface ReportedUnit {
  kind: UnitKind;
  name: string;
  login: string | null;
  /** the municipality as printed, in tables that have such a column; "" elsewhere */
  place: string;
}

/** What was examined: ВПР, ЕГЭ, applications for ЕГЭ (never participants), or marks of an objectivity list. */
export type Exam = "vpr" | "ege" | "egeApplications" | "objectivity";

/** What a report is about; what it does not say is null. */
export interface ReportedWork {
  exam: Exam;
  year: number | null;
  grade: number | null;
  /** our code; of ЕГЭ the subject's name as a table of schools prints it, without units and spaces */
  subject: string | null;
  level: "base" | "advanced" | null;
  title: string | null;
  maxScore: number | null;
  tasks: readonly { code: string; printed: string; max: number | null }[];
  sheet: string;
  headerRow: number;
  readFrom: Readonly<Record<string, string>>;
}

/** What a figure measures; `key` says of what: the mark, the score, the task, the group and task. */
export const measures = [
  "schools",
  "participants",
  "marks",
  "markCounts",
  "journal",
  "journalCounts",
  "scores",
  "tasks",
  "planned",
  "groupSize",
  "groupTasks",
  "graduates",
  "applications",
  "examParticipants",
  "examBelow",
  "examHigh",
  "examHundred",
  "examMean",
  "markers",
  "marker",
] as const;
export type Measure = (typeof measures)[number];

/**
 * What stands in the cell: a number; nothing («нет данных»); a sign that it was kept back («скрыто»); or something that cannot
 * be read. None of the last three is a 0.
 */
export type FigureState = "value" | "blank" | "hidden" | "unread";

export interface ReportedFigure {
  /** index in `units` */
  unit: number;
  /** index in `works` */
  work: number;
  measure: Measure;
  key: string;
  state: FigureState;
  /** only with the state "value" */
  value: number | null;
  /** decimals with which the report prints this measure */
  decimals: number;
  /** participants that the line states */
  n: number | null;
  raw: string;
  sheet: string;
  row: number;
  column: number;
}

/** Why a line is no unit's: headings, header, a printed row of column numbers, totals among the schools, notes. */
export type NotData = "heading" | "header" | "columnNumbers" | "totalRegion" | "totalMunicipality" | "note";

/** Everything that was read from a report. Lines: total = data + not data, over the sheets that hold a table. */
export interface ReportReading {
  form: ReportCode;
  works: readonly ReportedWork[];
  units: readonly ReportedUnit[];
  figures: readonly ReportedFigure[];
  findings: readonly Finding[];
  lines: { total: number; data: number; notData: Partial<Record<NotData, number>> };
}

/** What a person answers where the form leaves it open (forms.md D-43). */
export interface ReportAnswers {
  shares?: "percent" | "counts" | undefined;
}

/** Reads one form; pure. `fileName` helps only where the form says neither year nor subject itself. */
export type ReportReader = (
  sheets: readonly import("../platform/workbook/workbook.ts").TextSheet[],
  fileName: string,
  answers: ReportAnswers,
) => Omit<ReportReading, "form">;
