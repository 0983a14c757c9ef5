import type { Finding, Severity } from "../platform/workbook/finding.ts";

/** Findings of reading and checking a protocol; sentences stand in messages/…/exams.json under `findings`. `blocks` = nothing can be applied while it stands. */
const EXAM_FINDINGS = {
  examNames: { severity: "warning", rule: "D-49" },
  examHeadingUnreadable: { severity: "error", rule: "F-16", blocks: true },
  examDayUnreadable: { severity: "error", rule: "D-50", blocks: true },
  examKindUnknown: { severity: "error", rule: "A.3", blocks: true },
  examSubjectUnknown: { severity: "error", rule: "A.3", blocks: true },
  examNoRows: { severity: "error", rule: "A.1", blocks: true },
  examOtherSheet: { severity: "warning", rule: "A.2" },
  examTasksFromFile: { severity: "note", rule: "A.3" },
  examScaleMissing: { severity: "note", rule: "D-42" },
  examScaleUnchecked: { severity: "note", rule: "D-42" },
  examOralKept: { severity: "note", rule: "F-16" },
  examSchoolUnknown: { severity: "error", rule: "D-17" },
  examSchoolNotStated: { severity: "error", rule: "A.3", blocks: true },
  examSchoolFromPerson: { severity: "note", rule: "A.3" },
  examClassUnreadable: { severity: "warning", rule: "D-14" },
  examDocumentMissing: { severity: "warning", rule: "F-16" },
  examDuplicateDiffers: { severity: "error", rule: "D-40" },
  examDuplicateEqual: { severity: "warning", rule: "D-40" },
  examStringLength: { severity: "error", rule: "D-48" },
  examStringSymbol: { severity: "error", rule: "F-16" },
  examPointsOverMax: { severity: "error", rule: "F-16" },
  examMaxDiffers: { severity: "error", rule: "F-16" },
  examPrimaryUnreadable: { severity: "error", rule: "D-08" },
  examPrimaryOutOfRange: { severity: "error", rule: "D-08" },
  examPrimaryMissing: { severity: "warning", rule: "D-09" },
  examTotalWrong: { severity: "warning", rule: "D-07" },
  examScoreUnreadable: { severity: "error", rule: "D-11" },
  examScoreMissing: { severity: "warning", rule: "D-42" },
  examScoreNotByScale: { severity: "warning", rule: "D-42" },
} as const satisfies Record<string, { severity: Severity; rule: string; blocks?: true }>;

export type ExamFindingCode = keyof typeof EXAM_FINDINGS;
export const examFindingCodes = Object.keys(EXAM_FINDINGS) as ExamFindingCode[];

interface Place {
  sheet?: string | null;
  row?: number | null;
  column?: number | null;
  raw?: string | null;
}

/** A finding of a protocol; its severity comes from the table above. */
export function examFinding(
  code: ExamFindingCode,
  { sheet = null, row = null, column = null, raw = null }: Place = {},
  params: Record<string, string | number> = {},
): Finding {
  return {
    severity: EXAM_FINDINGS[code].severity,
    code,
    sheet,
    row,
    column,
    raw: raw?.slice(0, 200) ?? null,
    params,
  };
}

/** True when one of the findings forbids to apply the file as a whole. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => {
    const rule = (EXAM_FINDINGS as Record<string, { blocks?: true }>)[code];
    return rule?.blocks === true;
  });
}
