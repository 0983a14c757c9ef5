import { type Summary, summarize, type WorkShape } from "../statistics/summary.ts";
import { numberArray, numbersOf, textArray, textsOf } from "./array-text.ts";
import type { Mark } from "./cells/mark.ts";
import type { CheckedRow } from "./check.ts";
import { stagedSummaries } from "./staged-summaries.ts";

/**
 * Checked rows as they are staged: the rows of one school's work are a part, and each column holds for every part a list in a text, as
 * PostgreSQL reads arrays. The thread that has checked the rows hands them over like this: a text is taken over at once, where thousands
 * of small objects would be copied one by one, and a statement takes it as it is.
 */
export interface RowColumns {
  /** How many rows. */
  count: number;
  /** Of the school that a part is about; NULL = unknown or out of scope. */
  schoolIds: string;
  workIds: string;
  /** True for a part of held rows: they are questions, and nothing of them is staged. */
  held: string;
  logins: string;
  codes: string;
  classLabels: string;
  variants: string;
  sexes: string;
  statuses: string;
  /** Each a list of lists. */
  items: string;
  totalsPrinted: string;
  totalsFromItems: string;
  marksFile: string;
  marksScale: string;
  journal: string;
  sheets: string;
  rows: string;
  /** What the rows of a part add up to, as it is staged; NULL when the work's shape is not known. */
  summaries: string;
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

/** The rows of one school's work that are all held, or all not. */
type Part = readonly [CheckedRow, ...CheckedRow[]];

/**
 * Rows in batches that one statement each stages: a batch has about `atOnce` rows, and the rows of one school's work are never divided.
 * `schoolIds` by the six digits of the login.
 */
export function* batchesOf(
  rows: readonly CheckedRow[],
  schoolIds: ReadonlyMap<string, number>,
  works: ReadonlyMap<number, WorkShape>,
  atOnce: number,
): Generator<RowColumns, void, undefined> {
  let batch: Part[] = [];
  let size = 0;
  for (const part of partsOf(rows)) {
    if (size > 0 && size + part.length > atOnce) {
      yield columnsOf(batch, schoolIds, works);
      [batch, size] = [[], 0];
    }
    batch.push(part);
    size += part.length;
  }
  if (size > 0) yield columnsOf(batch, schoolIds, works);
}

function partsOf(rows: readonly CheckedRow[]): Iterable<Part> {
  const parts = new Map<string, [CheckedRow, ...CheckedRow[]]>();
  for (const row of rows) {
    const key = `${row.login}:${row.workId}:${row.status === "held"}`;
    const part = parts.get(key);
    if (part) part.push(row);
    else parts.set(key, [row]);
  }
  return parts.values();
}

function columnsOf(
  parts: readonly Part[],
  schoolIds: ReadonlyMap<string, number>,
  works: ReadonlyMap<number, WorkShape>,
): RowColumns {
  const numbers = (read: (row: CheckedRow) => number | null) =>
    textArray(parts.map((part) => numberArray(part.map(read))));
  const texts = (read: (row: CheckedRow) => string | null) =>
    textArray(parts.map((part) => textArray(part.map(read))));
  return {
    count: parts.reduce((sum, part) => sum + part.length, 0),
    schoolIds: numberArray(parts.map(([{ login }]) => schoolIds.get(login) ?? null)),
    workIds: numberArray(parts.map(([{ workId }]) => workId)),
    held: `{${parts.map(([{ status }]) => status === "held").join(",")}}`,
    logins: textArray(parts.map(([{ login }]) => login)),
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
    summaries: textArray(
      parts.map((part) => {
        const shape = works.get(part[0].workId);
        return shape && part[0].status !== "held" ? summariesOf(part, shape) : null;
      }),
    ),
    tallies: talliesOf(parts, schoolIds),
  };
}

function summariesOf(part: Part, shape: WorkShape): string {
  const classes = new Map<string, Summary>();
  for (const [label, rows] of Map.groupBy(part, (row) => row.classLabel))
    classes.set(label, summarize(rows, shape));
  return stagedSummaries(classes, shape);
}

/** The rows that were made into columns, part by part. */
export function rowsOf(columns: RowColumns): CheckedRow[] {
  const texts = (column: string) => textsOf(column).map((list) => textsOf(list ?? "{}"));
  const numbers = (column: string) => textsOf(column).map((list) => numbersOf(list ?? "{}"));
  const [logins, works] = [textsOf(columns.logins), numbersOf(columns.workIds)];
  const [codes, labels, variants] = [columns.codes, columns.classLabels, columns.variants].map(texts);
  const [sexes, statuses, items] = [columns.sexes, columns.statuses, columns.items].map(texts);
  const [printed, fromItems] = [columns.totalsPrinted, columns.totalsFromItems].map(numbers);
  const [sheets, lines] = [texts(columns.sheets), numbers(columns.rows)];
  const [file, scale, journal] = [columns.marksFile, columns.marksScale, columns.journal].map(numbers);
  const mark = (marks: (number | null)[][] | undefined, part: number, i: number) =>
    (marks?.[part]?.[i] ?? null) as Mark | null;
  return works.flatMap((workId, part) =>
    lines[part]!.map((row, i) => ({
      ...{ sheet: sheets[part]?.[i] ?? "", row: row ?? 0, login: logins[part] ?? "", workId: workId ?? 0 },
      ...{ code: codes?.[part]?.[i] ?? "", classLabel: labels?.[part]?.[i] ?? "" },
      ...{ variant: variants?.[part]?.[i] ?? "", sex: (sexes?.[part]?.[i] ?? null) as CheckedRow["sex"] },
      status: statuses?.[part]?.[i] as CheckedRow["status"],
      items: numbersOf(items?.[part]?.[i] ?? "{}").map((item) => item ?? 0),
      ...{ totalPrinted: printed?.[part]?.[i] ?? null, totalFromItems: fromItems?.[part]?.[i] ?? 0 },
      ...{ markFile: mark(file, part, i), markScale: mark(scale, part, i), journal: mark(journal, part, i) },
    })),
  );
}

function talliesOf(parts: readonly Part[], schoolIds: ReadonlyMap<string, number>): RowTally[] {
  const tallies = new Map<string, RowTally>();
  for (const part of parts) {
    const [{ login, workId }] = part;
    const schoolId = schoolIds.get(login);
    if (schoolId === undefined) continue;
    const key = `${schoolId}:${workId}`;
    const tally = tallies.get(key) ?? { schoolId, workId, present: 0, absent: 0, held: 0 };
    for (const { status } of part) tally[status] += 1;
    tallies.set(key, tally);
  }
  return [...tallies.values()];
}
