import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { Workbook } from "#lib/platform/workbook/workbook.ts";
import type { CellCounts } from "./count-cells.ts";

/** A = regional export of spring 2021, B = of autumn 2020, C = of spring 2022, D = school form 2025, E = school form 2026, F = Ф1 of 2026, T = the portal's own template, M = a table that a person mapped. */
export type LayoutCode = "A" | "B" | "C" | "D" | "E" | "F" | "T" | "M";

/** A column of a form that is no task. */
export type Field =
  | "login"
  | "school"
  | "municipality"
  | "loadedOn"
  | "code"
  | "class"
  | "sex"
  | "journal"
  | "total"
  | "mark";

/** One task column: `code` is the key (D-38), `printed` the header as it stands, `part` 2 = right of «Вариант (часть 2)». */
export interface TaskHeader {
  code: string;
  printed: string;
  max: number | null;
  difficulty: "Б" | "П" | "В" | null;
  column: number;
  part: 1 | 2;
}

/** One work found in the file: what a sheet's heading and header say of it; null = the file does not say it. */
export interface WorkReading {
  year: number | null;
  grade: number | null;
  /** our code: RU, MA, OM … */
  subject: string | null;
  level: "base" | "advanced" | null;
  /** the title line as printed, or null */
  title: string | null;
  /** the code of the work in the portal: only our own template states it */
  workCode: string | null;
  declaredMax: number | null;
  tasks: readonly TaskHeader[];
  /** true = the columns are only numbered from the first to the last: they are the tasks of the work in its order */
  byPosition: boolean;
  /** true = a person said what the columns are */
  mapped?: true;
  sheet: string;
  headerRow: number;
  /** columns of the fields, 1-based; a field that the form does not have is missing */
  columns: Readonly<Partial<Record<Field, number>>>;
  variantColumns: readonly number[];
  /** true = the class cell holds a running number */
  classNumbers: boolean;
  /** running number → name of the class; null when the file has no such list */
  classList: ReadonlyMap<string, string> | null;
  /** where year, subject, grade and school were read: title, column, groupLine, heading … (keys, not sentences) */
  readFrom: Readonly<Record<string, string>>;
}

/** One pupil line, cells as printed. `work` is the index in `works`; `kinds` are the cell kinds of the whole line. */
export interface RowReading {
  work: number;
  sheet: string;
  row: number;
  /** six digits */
  login: string | null;
  schoolName: string | null;
  municipality: string | null;
  /** "" = the line has points and no code */
  code: string;
  classText: string;
  variant: string;
  absent: boolean;
  journal: string;
  total: string;
  mark: string;
  sex: string;
  items: readonly string[];
  loadedOn: string | null;
  kinds: Uint8Array;
  /** filled cells of the line in columns of the form */
  cells: number;
}

/** A number of participants that the file itself declares; login null = for a group of schools. */
export interface DeclaredCount {
  login: string | null;
  participants: number;
  sheet: string;
  row: number;
  column: number;
}

/** Everything that was read from a form. `lines.total` = rows + not data, over the sheets that hold results. */
export interface FormReading {
  layout: LayoutCode;
  works: readonly WorkReading[];
  rows: readonly RowReading[];
  findings: readonly Finding[];
  lines: { total: number; notData: Record<string, number> };
  declared: readonly DeclaredCount[];
  /** columns that must not be stored: full names */
  refusedColumns: readonly { sheet: string; column: number; reason: "names" }[];
  /** lossless normalisations of the header, counted: headerSpaces, headerCodes */
  accepted: Readonly<Record<string, number>>;
  /** non-empty cells right of the table, kept in the raw copy only (D-37) */
  cellsOutside: number;
  cells: CellCounts;
}

export interface Layout {
  code: LayoutCode;
  /** header cells that make the form known, as printed */
  expected: readonly string[];
  recognise(book: Workbook): boolean;
  /** Some forms say year, grade and subject only in the name of their file. */
  read(book: Workbook, fileName?: string): FormReading;
}
