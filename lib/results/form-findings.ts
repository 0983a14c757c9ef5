import type { Finding, Severity } from "../platform/workbook/finding.ts";

/** What an import does about a finding (forms.md A.1). `refuse` concerns the file, a work or a school, never one cell. */
export type Verdict = "accept" | "warn" | "rejectCell" | "hold" | "notData" | "refuse";

interface FindingRule {
  severity: Severity;
  verdict: Verdict;
  /** the rule of forms.md that it answers */
  rule: string;
  /** true = nothing of the file can be applied while it stands */
  blocks?: true;
}

/**
 * Every finding of recognising, reading and checking a form. The sentences stand in `messages/<locale>/findings.json` under
 * the same keys; findings about the file itself (packing, encoding) are those of `workbook/file-findings.ts`.
 */
export const FORM_FINDINGS = {
  // the form
  unknownForm: { severity: "error", verdict: "refuse", rule: "D-18", blocks: true },
  otherForm: { severity: "error", verdict: "refuse", rule: "D-18", blocks: true },
  noPupilRows: { severity: "error", verdict: "refuse", rule: "A.1", blocks: true },
  noTaskColumns: { severity: "error", verdict: "refuse", rule: "F-00", blocks: true },
  headerTwice: { severity: "error", verdict: "hold", rule: "A.3", blocks: true },
  taskColumnTwice: { severity: "error", verdict: "hold", rule: "D-38" },
  namesInFile: { severity: "warning", verdict: "warn", rule: "D-49" },
  hiddenSheet: { severity: "note", verdict: "accept", rule: "A.2" },
  unknownColumn: { severity: "note", verdict: "notData", rule: "A.2" },
  titleUnreadable: { severity: "warning", verdict: "warn", rule: "F-05" },
  titleDisagrees: { severity: "warning", verdict: "warn", rule: "D-35" },
  subjectUnknown: { severity: "warning", verdict: "warn", rule: "F-05" },
  declaredMaxDiffers: { severity: "warning", verdict: "warn", rule: "F-05" },
  layoutYear: { severity: "warning", verdict: "warn", rule: "F-00" },
  classListMissing: { severity: "warning", verdict: "warn", rule: "F-03" },
  classListRead: { severity: "note", verdict: "accept", rule: "F-03" },
  codeOnlyRows: { severity: "note", verdict: "notData", rule: "D-36" },
  latinClassLetters: { severity: "note", verdict: "accept", rule: "D-14" },
  notTaughtCells: { severity: "note", verdict: "accept", rule: "D-03" },
  // the work
  workUnknown: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  workNotRecognised: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  workAmbiguous: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  workDisagrees: { severity: "warning", verdict: "warn", rule: "D-35" },
  workMaxDiffers: { severity: "error", verdict: "refuse", rule: "F-05", blocks: true },
  tasksNotDescribed: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  tasksFiner: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  taskCountDiffers: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  taskUnknown: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  taskMissing: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  taskMaxDiffers: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  taskDifficultyDiffers: { severity: "warning", verdict: "warn", rule: "F-05" },
  scaleMissing: { severity: "note", verdict: "accept", rule: "D-42" },
  scaleAmbiguous: { severity: "warning", verdict: "warn", rule: "D-29" },
  marksNotByScale: { severity: "warning", verdict: "warn", rule: "D-42" },
  // the school and the class
  schoolNotStated: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  schoolUnreadable: { severity: "error", verdict: "refuse", rule: "D-17" },
  schoolUnknown: { severity: "error", verdict: "refuse", rule: "D-17" },
  schoolOutOfScope: { severity: "error", verdict: "refuse", rule: "A.3" },
  schoolNameDiffers: { severity: "warning", verdict: "warn", rule: "D-17" },
  schoolFromName: { severity: "note", verdict: "accept", rule: "A.3" },
  municipalityTagMissing: { severity: "warning", verdict: "warn", rule: "D-21" },
  municipalityTagsSeveral: { severity: "warning", verdict: "warn", rule: "D-21" },
  schoolDisagrees: { severity: "warning", verdict: "warn", rule: "A.3" },
  declaredCountDiffers: { severity: "warning", verdict: "warn", rule: "D-41" },
  classNotListed: { severity: "warning", verdict: "warn", rule: "D-14" },
  classMixed: { severity: "warning", verdict: "warn", rule: "D-13" },
  // the row
  rowWithoutCode: { severity: "error", verdict: "hold", rule: "A.2" },
  duplicateDiffers: { severity: "error", verdict: "hold", rule: "D-40" },
  duplicateEqual: { severity: "warning", verdict: "notData", rule: "D-40" },
  superseded: { severity: "note", verdict: "notData", rule: "D-40" },
  absentWithItems: { severity: "error", verdict: "hold", rule: "D-15" },
  noItems: { severity: "warning", verdict: "warn", rule: "D-04" },
  // the cell
  codeShort: { severity: "warning", verdict: "warn", rule: "D-39" },
  codeNumber: { severity: "warning", verdict: "warn", rule: "D-39" },
  classUnreadable: { severity: "error", verdict: "rejectCell", rule: "D-14" },
  classUnknownNumber: { severity: "error", verdict: "rejectCell", rule: "F-03" },
  classOtherGrade: { severity: "warning", verdict: "warn", rule: "D-14" },
  variantMissing: { severity: "warning", verdict: "warn", rule: "D-16" },
  sexUnreadable: { severity: "warning", verdict: "warn", rule: "A.1" },
  loadDateUnreadable: { severity: "error", verdict: "rejectCell", rule: "D-50" },
  itemBlank: { severity: "warning", verdict: "warn", rule: "D-04" },
  itemSymbol: { severity: "error", verdict: "rejectCell", rule: "D-05" },
  itemAboveMax: { severity: "error", verdict: "rejectCell", rule: "D-06" },
  itemNotWhole: { severity: "error", verdict: "rejectCell", rule: "D-06" },
  totalWrong: { severity: "warning", verdict: "warn", rule: "D-07" },
  totalOutOfRange: { severity: "error", verdict: "rejectCell", rule: "D-08" },
  totalUnreadable: { severity: "error", verdict: "rejectCell", rule: "D-08" },
  totalMissing: { severity: "warning", verdict: "warn", rule: "D-09" },
  formulaWithoutValue: { severity: "error", verdict: "rejectCell", rule: "D-34" },
  formulaError: { severity: "error", verdict: "rejectCell", rule: "D-34" },
  journalOutOfRange: { severity: "error", verdict: "rejectCell", rule: "D-11" },
  journalText: { severity: "error", verdict: "rejectCell", rule: "D-12" },
  // an export of an electronic journal
  journalCode: { severity: "error", verdict: "refuse", rule: "F-19" },
  journalSubject: { severity: "error", verdict: "refuse", rule: "F-19" },
  journalTwice: { severity: "error", verdict: "hold", rule: "D-40" },
  journalCell: { severity: "error", verdict: "rejectCell", rule: "F-19" },
  journalNoYear: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  journalNoMarks: { severity: "error", verdict: "refuse", rule: "A.1", blocks: true },
  journalNoPeriod: { severity: "error", verdict: "refuse", rule: "A.3", blocks: true },
  journalNames: { severity: "warning", verdict: "warn", rule: "D-49" },
  journalFilled: { severity: "note", verdict: "accept", rule: "F-19" },
  markUnreadable: { severity: "error", verdict: "rejectCell", rule: "D-11" },
  markMissing: { severity: "warning", verdict: "warn", rule: "D-42" },
  markNotByScale: { severity: "warning", verdict: "warn", rule: "D-42" },
} as const satisfies Record<string, FindingRule>;

export type FormFindingCode = keyof typeof FORM_FINDINGS;

/** Where a finding stands; what is left out is null in the finding. */
export interface FindingPlace {
  sheet?: string | null;
  row?: number | null;
  column?: number | null;
  raw?: string | null;
}

const RAW_CHARACTERS = 200;

/** Makes a finding of a known code; its severity comes from the table above, a long raw text is shortened for show. */
export function formFinding(
  code: FormFindingCode,
  place: FindingPlace = {},
  params: Record<string, string | number> = {},
): Finding {
  const raw = place.raw ?? null;
  return {
    severity: FORM_FINDINGS[code].severity,
    code,
    sheet: place.sheet ?? null,
    row: place.row ?? null,
    column: place.column ?? null,
    raw: raw !== null && raw.length > RAW_CHARACTERS ? `${raw.slice(0, RAW_CHARACTERS)}…` : raw,
    params,
  };
}

/** The rule behind a finding's code, or null where the code is one of reading the file. */
export function findingRule(code: string): FindingRule | null {
  return Object.hasOwn(FORM_FINDINGS, code) ? FORM_FINDINGS[code as FormFindingCode] : null;
}
