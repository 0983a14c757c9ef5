import type { WorkFacts } from "#lib/assessments/rules.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { type CellAccount, type CellsOfRows, cellAccount } from "./cell-account.ts";
import type { Mark } from "./cells/mark.ts";
import { type ClassBook, classFindings } from "./check-classes.ts";
import { declaredFindings } from "./check-declared.ts";
import { decideFates } from "./check-fates.ts";
import { markFindings } from "./check-marks.ts";
import { RowNotes } from "./check-notes.ts";
import { checkRow } from "./check-row.ts";
import { readSchools, type SchoolFacts } from "./check-schools.ts";
import { prepareWork, type WorkPlan } from "./check-works.ts";
import { findingRule, formFinding } from "./form-findings.ts";
import type { FormReading } from "./layouts/layout.ts";
import type { Given } from "./schema.ts";

export type { Scale, WorkFacts } from "#lib/assessments/rules.ts";

/**
 * One pupil of one work after the check. `items` follow the tasks of the work, values as in `ITEM`; empty for an absent pupil.
 * `totalPrinted` is the usable printed total, `totalFromItems` the sum of the points beside it; both marks are kept.
 */
export interface CheckedRow {
  sheet: string;
  row: number;
  login: string;
  workId: number;
  code: string;
  classLabel: string;
  variant: string;
  sex: "м" | "ж" | null;
  status: "present" | "absent" | "held";
  items: readonly number[];
  totalPrinted: number | null;
  totalFromItems: number;
  markFile: Mark | null;
  markScale: Mark | null;
  journal: Mark | null;
}

/** Everything the check may rely on. `works` runs parallel to `reading.works`; keys of `schools` and `inScope` are six digits. */
export interface CheckFacts {
  works: readonly (WorkFacts | null)[];
  schools: ReadonlyMap<string, SchoolFacts>;
  inScope: ReadonlySet<string>;
  given: Given;
}

/** Rows of one school and one work. `schoolId` null = the school is not known or not in scope, its rows are refused. */
export interface SchoolCount {
  login: string;
  schoolId: number | null;
  name: string | null;
  workId: number;
  present: number;
  absent: number;
  held: number;
  refused: number;
  /** rows with a usable printed total, and its sum */
  totals: number;
  sum: number;
  classes: readonly string[];
}

/** Every line of the sheets with results: total = present + absent + held + refused + unmatched + not data. */
export interface LineCounts {
  total: number;
  present: number;
  absent: number;
  held: number;
  /** by six digits of the school, "" = no school could be read */
  refused: Record<string, number>;
  /** rows of works that were not recognised */
  unmatched: number;
  notData: Record<string, number>;
}

export interface FormCheck {
  rows: readonly CheckedRow[];
  /** those of the reading first, then those of the file, then row by row */
  findings: readonly Finding[];
  perSchool: readonly SchoolCount[];
  lines: LineCounts;
  /** `accepted` counts normalisations by kind (xLatin, notTaught, classNone …); the others count findings of single cells */
  cells: { accepted: Record<string, number>; warned: number; rejected: number };
  cellAccount: CellAccount;
}

/**
 * Applies the rules of forms.md to what a layout read: every row becomes a checked row with its findings, or is accounted for
 * as held, refused or not data. A defect never removes the row around it; nothing is repaired. Throws when the lines do not
 * add up, because an import must not end quietly then (A.2).
 */
export function checkForm(reading: FormReading, facts: CheckFacts): FormCheck {
  const notes = new RowNotes();
  const plans = reading.works.map((work, i) => prepareWork(reading.layout, work, facts.works[i] ?? null));
  const schools = readSchools(reading, facts, plans);
  const fates = decideFates(reading, schools, plans);
  const classes: ClassBook = new Map();
  const rows: CheckedRow[] = [];
  const perSchool = new Map<string, SchoolCount & { classes: string[] }>();
  const cells: CellsOfRows = { taken: 0, waiting: 0, notData: 0 };
  const lines: LineCounts = {
    ...reading.lines,
    present: 0,
    absent: 0,
    held: 0,
    refused: {},
    unmatched: 0,
    notData: { ...reading.lines.notData },
  };

  reading.rows.forEach((row, i) => {
    const plan = plans[row.work] as WorkPlan;
    if (plan.facts === null) {
      lines.unmatched++;
      cells.waiting += row.cells;
      return;
    }
    const school = schools.of(i);
    const count = countFor(perSchool, school.login, school.facts, plan.facts.id);
    if (school.facts === null) {
      lines.refused[school.login] = (lines.refused[school.login] ?? 0) + 1;
      count.refused++;
      cells.waiting += row.cells;
      return;
    }
    const own = fates[i] ?? null;
    notes.at(row, own !== null, plan.reading.columns.code);
    if (own?.kind === "equalDuplicate" || own?.kind === "superseded") {
      lines.notData[own.kind] = (lines.notData[own.kind] ?? 0) + 1;
      cells.notData += row.cells;
      notes.force(own.code, row.code, own.params);
      return;
    }
    // Classes of held rows are judged with the rest of them, when a person has decided.
    const book = own ? new Map() : classes;
    const checked = checkRow(row, plan, school.login, school.facts, own !== null, notes, book);
    if (own) notes.force(own.code, row.code, own.params);
    rows.push(checked);
    lines[checked.status]++;
    cells[checked.status === "held" ? "waiting" : "taken"] += row.cells;
    count[checked.status]++;
    if (
      checked.status !== "held" &&
      checked.classLabel !== "" &&
      !count.classes.includes(checked.classLabel)
    ) {
      count.classes.push(checked.classLabel);
    }
    if (checked.status === "present" && checked.totalPrinted !== null) {
      count.totals++;
      count.sum += checked.totalPrinted;
    }
  });

  closeLines(lines);
  const findings = [
    ...reading.findings,
    ...plans.flatMap((plan) => plan.findings),
    ...schools.findings(),
    ...declaredFindings(reading, facts.given.login),
    ...markFindings(plans, rows),
    ...classFindings(classes, schools.facts),
    ...summaryNotes(notes.accepted),
    ...notes.findings,
  ];
  const inCells = findings.filter((finding) => finding.row !== null && finding.column !== null);
  const verdicts = inCells.map((finding) => findingRule(finding.code)?.verdict);
  return {
    rows,
    findings,
    perSchool: [...perSchool.values()],
    lines,
    cells: {
      accepted: { ...reading.accepted, ...notes.accepted, outsideTable: reading.cellsOutside },
      warned: verdicts.filter((verdict) => verdict === "warn").length,
      rejected: verdicts.filter((verdict) => verdict === "rejectCell").length,
    },
    cellAccount: cellAccount(reading.cells, cells, notes.findings),
  };
}

function countFor(
  perSchool: Map<string, SchoolCount & { classes: string[] }>,
  login: string,
  school: SchoolFacts | null,
  workId: number,
): SchoolCount & { classes: string[] } {
  const key = `${login}|${workId}`;
  const known = perSchool.get(key);
  if (known) return known;
  const counts = { present: 0, absent: 0, held: 0, refused: 0, totals: 0, sum: 0, classes: [] };
  const fresh = { login, schoolId: school?.id ?? null, name: school?.name ?? null, workId, ...counts };
  perSchool.set(key, fresh);
  return fresh;
}

function closeLines(lines: LineCounts): void {
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const found =
    lines.present + lines.absent + lines.held + sum(lines.refused) + lines.unmatched + sum(lines.notData);
  if (found !== lines.total)
    throw new Error(`lines do not add up: ${found} of ${lines.total} are accounted for`);
}

function summaryNotes(accepted: Readonly<Record<string, number>>): Finding[] {
  const found: Finding[] = [];
  if (accepted.classLatin) found.push(formFinding("latinClassLetters", {}, { count: accepted.classLatin }));
  if (accepted.notTaught) found.push(formFinding("notTaughtCells", {}, { count: accepted.notTaught }));
  return found;
}
