import type { Finding, Severity } from "../platform/workbook/finding.ts";

/**
 * Findings of reading a report with ready totals. The sentences stand in `messages/<locale>/reported.json` under `findings`;
 * `rule` is the rule of forms.md; `blocks` = nothing of the file can be applied while it stands.
 */
export const REPORT_FINDINGS = {
  reportEmpty: { severity: "error", rule: "A.1", blocks: true },
  reportNoYear: { severity: "error", rule: "A.3", blocks: true },
  reportPercentOrCounts: { severity: "error", rule: "D-43", blocks: true },
  reportCell: { severity: "error", rule: "D-34" },
  reportFormulaError: { severity: "error", rule: "D-34" },
  reportTaskTwice: { severity: "error", rule: "D-38" },
  reportUnitUnknown: { severity: "warning", rule: "D-17" },
  reportNotYours: { severity: "warning", rule: "A.3" },
  reportShareSum: { severity: "warning", rule: "D-31" },
  reportCountsMore: { severity: "warning", rule: "D-30" },
  reportScoreGap: { severity: "warning", rule: "F-08" },
  reportShareOfCount: { severity: "warning", rule: "D-44" },
  reportTotalDiffers: { severity: "warning", rule: "D-24" },
  reportGroupMean: { severity: "warning", rule: "D-27" },
  reportMeanMissing: { severity: "warning", rule: "D-26" },
  reportMeanZero: { severity: "warning", rule: "D-25" },
  reportMoreThanGraduates: { severity: "warning", rule: "D-28" },
  reportYearConflict: { severity: "warning", rule: "D-35" },
  reportMarkersSum: { severity: "warning", rule: "F-18" },
  reportShareRounding: { severity: "note", rule: "D-31" },
  reportWithoutJournal: { severity: "note", rule: "D-30" },
  reportEmptyGroup: { severity: "note", rule: "F-11" },
  reportNobodySat: { severity: "note", rule: "D-25" },
  reportNoProfile: { severity: "note", rule: "D-32" },
  reportApplications: { severity: "note", rule: "F-17" },
} as const satisfies Record<string, { severity: Severity; rule: string; blocks?: true }>;
export type ReportFindingCode = keyof typeof REPORT_FINDINGS;

const RAW_CHARACTERS = 200;

/** Makes a finding of a known code. Row and column are 1-based. */
export function reportFinding(
  code: ReportFindingCode,
  place: { sheet?: string; row?: number; column?: number; raw?: string } = {},
  params: Record<string, string | number> = {},
): Finding {
  return {
    severity: REPORT_FINDINGS[code].severity,
    code,
    sheet: place.sheet ?? null,
    row: place.row ?? null,
    column: place.column ?? null,
    raw: place.raw === undefined ? null : place.raw.slice(0, RAW_CHARACTERS),
    params,
  };
}

/** True for a finding that forbids to apply the report. */
export function reportBlocks({ code }: Pick<Finding, "code">): boolean {
  const rule = Object.hasOwn(REPORT_FINDINGS, code) ? REPORT_FINDINGS[code as ReportFindingCode] : null;
  return rule !== null && "blocks" in rule;
}
