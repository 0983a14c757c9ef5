import { numberArray, numbersOf, textArray, textsOf } from "./array-text.ts";
import type { Mark } from "./cells/mark.ts";
import type { CheckedRow } from "./check.ts";

/**
 * Checked rows as columns, each one a text that PostgreSQL reads as an array. The thread that has checked the rows hands them over like
 * this: a text is taken over at once, where thousands of small objects would be copied one by one, and a statement takes it as it is.
 */
export interface RowColumns {
  /** How many rows. */
  count: number;
  /** Of the school that a row is about; NULL = unknown or out of scope. */
  schoolIds: string;
  workIds: string;
  logins: string;
  codes: string;
  classLabels: string;
  variants: string;
  sexes: string;
  statuses: string;
  /** Each a list in a text. */
  items: string;
  totalsPrinted: string;
  totalsFromItems: string;
  marksFile: string;
  marksScale: string;
  journal: string;
  sheets: string;
  rows: string;
  /** Rows by school and work. */
  tallies: readonly RowTally[];
}

export interface RowTally {
  schoolId: number;
  workId: number;
  present: number;
  absent: number;
  held: number;
}

/** Rows as columns; `schoolIds` by the six digits of the login. */
export function columnsOf(rows: readonly CheckedRow[], schoolIds: ReadonlyMap<string, number>): RowColumns {
  const numbers = (read: (row: CheckedRow) => number | null) => numberArray(rows.map(read));
  const texts = (read: (row: CheckedRow) => string | null) => textArray(rows.map(read));
  return {
    count: rows.length,
    schoolIds: numbers((row) => schoolIds.get(row.login) ?? null),
    workIds: numbers((row) => row.workId),
    logins: texts((row) => row.login),
    codes: texts((row) => row.code),
    classLabels: texts((row) => row.classLabel),
    variants: texts((row) => row.variant),
    sexes: texts((row) => row.sex),
    statuses: texts((row) => row.status),
    items: texts((row) => numberArray(row.items)),
    totalsPrinted: numbers((row) => row.totalPrinted),
    totalsFromItems: numbers((row) => row.totalFromItems),
    marksFile: numbers((row) => row.markFile),
    marksScale: numbers((row) => row.markScale),
    journal: numbers((row) => row.journal),
    sheets: texts((row) => row.sheet),
    rows: numbers((row) => row.row),
    tallies: talliesOf(rows, schoolIds),
  };
}

/** The rows that were made into columns. */
export function rowsOf(columns: RowColumns): CheckedRow[] {
  const [logins, codes, labels, variants] = [
    textsOf(columns.logins),
    textsOf(columns.codes),
    textsOf(columns.classLabels),
    textsOf(columns.variants),
  ];
  const [sexes, statuses, items, sheets] = [
    textsOf(columns.sexes),
    textsOf(columns.statuses),
    textsOf(columns.items),
    textsOf(columns.sheets),
  ];
  const [works, printed, fromItems, lines] = [
    numbersOf(columns.workIds),
    numbersOf(columns.totalsPrinted),
    numbersOf(columns.totalsFromItems),
    numbersOf(columns.rows),
  ];
  const [file, scale, journal] = [columns.marksFile, columns.marksScale, columns.journal].map(numbersOf);
  const mark = (marks: (number | null)[] | undefined, i: number) => (marks?.[i] ?? null) as Mark | null;
  return Array.from({ length: columns.count }, (_, i) => ({
    ...{ sheet: sheets[i] ?? "", row: lines[i] ?? 0, login: logins[i] ?? "", workId: works[i] ?? 0 },
    ...{ code: codes[i] ?? "", classLabel: labels[i] ?? "", variant: variants[i] ?? "" },
    sex: (sexes[i] ?? null) as CheckedRow["sex"],
    status: statuses[i] as CheckedRow["status"],
    items: numbersOf(items[i] ?? "{}").map((item) => item ?? 0),
    ...{ totalPrinted: printed[i] ?? null, totalFromItems: fromItems[i] ?? 0 },
    ...{ markFile: mark(file, i), markScale: mark(scale, i), journal: mark(journal, i) },
  }));
}

function talliesOf(rows: readonly CheckedRow[], schoolIds: ReadonlyMap<string, number>): RowTally[] {
  const tallies = new Map<number, Map<number, RowTally>>();
  for (const { login, workId, status } of rows) {
    const schoolId = schoolIds.get(login);
    if (schoolId === undefined) continue;
    const byWork = tallies.get(schoolId) ?? new Map<number, RowTally>();
    const tally = byWork.get(workId) ?? { schoolId, workId, present: 0, absent: 0, held: 0 };
    tally[status] += 1;
    tallies.set(schoolId, byWork.set(workId, tally));
  }
  return [...tallies.values()].flatMap((byWork) => [...byWork.values()]);
}
