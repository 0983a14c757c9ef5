import { columnLetters } from "#lib/platform/spreadsheet-export/xlsx-text.ts";
import { plain } from "#lib/platform/text/plain.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { readTaskHeader } from "#lib/results/cells/task-header.ts";
import { type FindingPlace, formFinding } from "#lib/results/form-findings.ts";
import { type ColumnSpec, matchColumn } from "./columns.ts";
import { headerKeys } from "./header-row.ts";
import type { Field, TaskHeader } from "./layout.ts";
import { findNameColumns } from "./name-columns.ts";

/** What the header row of a form says. `width` = last column of the table, what stands right of it is auxiliary. */
export interface Header {
  columns: Partial<Record<Field, number>>;
  variantColumns: number[];
  tasks: TaskHeader[];
  nameColumns: number[];
  /** columns within the table that are not read: unknown ones and those of names */
  skipped: ReadonlySet<number>;
  width: number;
  findings: Finding[];
  accepted: Record<string, number>;
}

/** Headers of columns that hold names of persons; such a column is never read (forms.md A.5, D-49). */
const NAMES = /^(?:Ф\.? ?И\.? ?О\.?(?![А-Я])|ФАМИЛИЯ|ИМЯ(?![А-Я])|ОТЧЕСТВО)/;
const TIDY_CODE = /^\d+(?:\.\d+)*(?:К\d+)? \(/;

/** Part of a layout: the task that a header cell names, or null. Where the form prints no maximum, it is null too. */
export type ReadTask = (header: string) => { code: string; max: number | null } | null;

/** Reads the header row `index` (0-based) of a sheet: fields, variants, tasks, columns of names. */
export function readHeader(
  sheet: TextSheet,
  index: number,
  specs: readonly ColumnSpec[],
  readTask: ReadTask = readTaskHeader,
): Header {
  const row = sheet.rows[index] ?? [];
  const header: Header = {
    columns: {},
    variantColumns: [],
    tasks: [],
    nameColumns: [],
    skipped: new Set(),
    width: 0,
    findings: [],
    accepted: { headerSpaces: 0, headerCodes: 0 },
  };
  const unknown: number[] = [];
  const known = new Set<number>();
  let part: 1 | 2 = 1;
  let isClosed = false;
  for (const [i, key] of headerKeys(row).entries()) {
    const printed = row[i] ?? "";
    const column = i + 1;
    if (key === "") continue;
    if (NAMES.test(key)) {
      header.nameColumns.push(column);
      known.add(column);
    }
    if (isClosed) continue;
    const task = readTask(printed);
    const spec = task || NAMES.test(key) ? null : matchColumn(specs, key);
    if (task) {
      header.tasks.push({ ...task, printed: plain(printed), difficulty: null, column, part });
      if (readTask === readTaskHeader && !TIDY_CODE.test(plain(printed)))
        bump(header.accepted, "headerCodes");
    } else if (spec) {
      enter(header, spec, column, { sheet: sheet.name, row: index + 1, column, raw: printed });
      if (spec.field === "variant2") part = 2;
      isClosed = spec.closes;
    } else if (!NAMES.test(key)) {
      unknown.push(column);
      continue;
    }
    known.add(column);
    header.width = column;
    if (plain(printed) !== printed) bump(header.accepted, "headerSpaces");
  }
  header.nameColumns.push(...findNameColumns(sheet, index, known));
  const within = Array.from({ length: header.width }, (_, i) => i + 1);
  header.skipped = new Set([...within.filter((number) => !known.has(number)), ...header.nameColumns]);
  for (const number of unknown) {
    if (number < header.width && !header.nameColumns.includes(number))
      header.findings.push(unknownColumn(sheet, index, number, row[number - 1] ?? ""));
  }
  for (const number of header.nameColumns)
    header.findings.push(names(sheet, index, number, row[number - 1] ?? ""));
  header.findings.push(...twiceNamedTasks(sheet, index, header.tasks));
  return header;
}

function bump(counts: Record<string, number>, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

/** Puts a column under its field. A field that stands twice keeps the first column and blocks the file: none is chosen. */
function enter(header: Header, spec: ColumnSpec, column: number, place: FindingPlace): void {
  const { field } = spec;
  if (field === "known") return;
  if (field === "variant" || field === "variant2") {
    header.variantColumns.push(column);
    return;
  }
  const first = header.columns[field];
  if (first === undefined) header.columns[field] = column;
  else
    header.findings.push(
      formFinding("headerTwice", place, { header: plain(place.raw ?? ""), first, second: column }),
    );
}

function unknownColumn(sheet: TextSheet, index: number, column: number, raw: string): Finding {
  return formFinding(
    "unknownColumn",
    { sheet: sheet.name, row: index + 1, column, raw },
    { header: plain(raw).slice(0, 80) },
  );
}

function names(sheet: TextSheet, index: number, column: number, raw: string): Finding {
  return formFinding(
    "namesInFile",
    { sheet: sheet.name, row: index + 1, column, raw },
    { header: plain(raw) || columnLetters(column) },
  );
}

/** Two columns with the same task key: both wait, neither is chosen (forms.md D-38). */
function twiceNamedTasks(sheet: TextSheet, index: number, tasks: readonly TaskHeader[]): Finding[] {
  const seen = new Map<string, TaskHeader>();
  const found: Finding[] = [];
  for (const task of tasks) {
    const first = seen.get(task.code);
    if (!first) seen.set(task.code, task);
    else {
      const place = { sheet: sheet.name, row: index + 1, column: task.column, raw: task.printed };
      found.push(
        formFinding("taskColumnTwice", place, {
          task: task.code,
          first: first.printed,
          second: task.printed,
        }),
      );
    }
  }
  return found;
}

/** True when a header cell has the given text; for single cells outside of the table. */
export function isHeader(text: string, printed: string): boolean {
  return headerKey(text) === headerKey(printed);
}
