import { messageKind } from "#lib/platform/workbook/file-findings.ts";
import type { Finding, Severity } from "#lib/platform/workbook/finding.ts";
import type { Problem } from "../rules.ts";

const FINDINGS = {
  notAWorksFile: "error",
  yearMissing: "error",
  yearWrong: "error",
  gradeWrong: "error",
  subjectUnknown: "error",
  kindUnknown: "error",
  seasonUnknown: "error",
  levelUnknown: "error",
  numberWrong: "error",
  dayWrong: "error",
  windowWrong: "error",
  flagUnknown: "error",
  taskUnreadable: "error",
  scaleIncomplete: "error",
  valuesDiffer: "error",
  maxMissing: "error",
  textCut: "error",
  tooManyWorks: "error",
  disputedScores: "warning",
  unknownColumn: "note",
} as const satisfies Record<string, Severity>;

export type WorkFindingCode = keyof typeof FINDINGS;

export interface Place {
  sheet?: string | null;
  row?: number | null;
  column?: number | null;
  raw?: string | null;
}

/** A finding about a file of works; its sentence is `workFindingKey(code)`. */
export function workFinding(code: WorkFindingCode, place: Place, params: Finding["params"] = {}): Finding {
  return { severity: FINDINGS[code], code, ...standing(place), params };
}

/** A rule's refusal of one work of the file: a scale that overlaps, tasks that do not add up. */
export function problemFinding(problem: Problem, place: Place, work: string): Finding {
  const code = problem.messageKey.slice(problem.messageKey.lastIndexOf(".") + 1);
  return { severity: "error", code, ...standing(place), params: { ...problem.params, work } };
}

/** Full key of the sentence behind a finding's code: those of packing and encoding stand in `files`, the others here. */
export function workFindingKey(code: string): string {
  return messageKind(code) === null ? `assessments.refused.${code}` : `files.${code}`;
}

function standing({ sheet = null, row = null, column = null, raw = null }: Place) {
  return { sheet, row, column, raw: raw === null ? null : raw.slice(0, 200) };
}
