import { readSubject } from "#lib/assessments/subjects.ts";
import { plain } from "#lib/platform/text/plain.ts";
import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { TextSheet, Workbook } from "#lib/platform/workbook/workbook.ts";
import { splitBar } from "../cells/bar-pair.ts";
import { readLogin } from "../cells/login.ts";
import { formFinding } from "../form-findings.ts";
import { fileCells } from "../layouts/count-cells.ts";
import { readFileTitle } from "../layouts/file-title.ts";
import { readTitle } from "../layouts/form-heading.ts";
import type { Field, FormReading, RowReading, TaskHeader, WorkReading } from "../layouts/layout.ts";
import type { Header } from "../layouts/read-header.ts";
import { type LinesRead, readLines } from "../layouts/read-lines.ts";
import { fingerprintsOf } from "./header-fingerprint.ts";
import type { Mapping, Preset } from "./mapping.ts";

/** Meanings that are fields of a form under the same name. */
const FIELDS = new Set<string>([
  "code",
  "class",
  "sex",
  "journal",
  "total",
  "mark",
  "login",
  "school",
  "municipality",
  "loadedOn",
]);

/** The first of the named layouts that has the header of some sheet. The caller puts the nearest unit and the newest version first. */
export function recognisePreset(book: Workbook, presets: readonly Preset[]): Preset | null {
  const prints = new Set(book.sheets.flatMap((sheet) => [...fingerprintsOf(sheet).keys()]));
  return presets.find(({ fingerprint }) => prints.has(fingerprint)) ?? null;
}

/**
 * Reads every sheet that has the header of a named layout by what a person said of its columns. What comes out is a reading
 * like that of any form, and goes through the same checks. Year, subject and grade are taken from a title above the table or
 * from the file's name, when these say them; otherwise the person is asked.
 */
export function readMapped(
  book: Workbook,
  preset: Preset,
  fileName: string,
  refused: FormReading["refusedColumns"],
): FormReading {
  const works: WorkReading[] = [];
  const rows: RowReading[] = [];
  const findings: Finding[] = [];
  const lines = { total: 0, notData: {} as Record<string, number> };
  const tables: { sheet: string; cells: LinesRead["cells"] }[] = [];
  let cellsOutside = 0;
  for (const sheet of book.sheets) {
    const headerIndex = fingerprintsOf(sheet).get(preset.fingerprint);
    if (headerIndex === undefined) continue;
    const header = mappedHeader(sheet, headerIndex, preset.mapping);
    const letter = preset.mapping.columns.find(({ meaning }) => meaning === "classLetter")?.column;
    const at = (row: readonly string[], column: number | undefined) =>
      column === undefined ? "" : (row[column - 1] ?? "");
    const { login, school, municipality } = header.columns;
    const read = readLines(sheet, {
      work: works.length,
      header,
      headerIndex,
      totalIsResult: false,
      school: (row) => ({
        login: readLogin(at(row, login)),
        schoolName: plain(splitBar(at(row, school)).name ?? at(row, school)) || null,
        municipality: plain(splitBar(at(row, municipality)).name ?? at(row, municipality)) || null,
      }),
    });
    works.push(workOf(sheet, headerIndex, header, preset.mapping, fileName));
    for (const row of read.rows)
      rows.push(
        letter === undefined
          ? row
          : { ...row, classText: withLetter(row.classText, at(sheet.rows[row.row - 1] ?? [], letter)) },
      );
    findings.push(...header.findings);
    if (read.firstCodeOnly !== null)
      findings.push(
        formFinding(
          "codeOnlyRows",
          { sheet: sheet.name, row: read.firstCodeOnly },
          { count: read.notData.codeOnly ?? 0 },
        ),
      );
    lines.total += read.total;
    for (const [kind, count] of Object.entries(read.notData))
      lines.notData[kind] = (lines.notData[kind] ?? 0) + count;
    cellsOutside += read.cellsOutside;
    tables.push({ sheet: sheet.name, cells: read.cells });
  }
  for (const { sheet, column } of refused)
    findings.push(
      formFinding("namesInFile", { sheet, column }, { header: headerOf(book, works, sheet, column) }),
    );
  if (rows.length === 0)
    findings.push(
      formFinding(
        "noPupilRows",
        { sheet: works[0]?.sheet ?? null },
        { codeOnly: lines.notData.codeOnly ?? 0 },
      ),
    );
  return {
    layout: "M",
    works,
    rows,
    findings,
    lines,
    declared: [],
    refusedColumns: refused,
    accepted: {},
    cellsOutside,
    cells: fileCells(book.sheets, tables),
  };
}

function mappedHeader(sheet: TextSheet, index: number, mapping: Mapping): Header {
  const columns: Partial<Record<Field, number>> = {};
  const variantColumns: number[] = [];
  const tasks: TaskHeader[] = [];
  const read = new Set<number>();
  let width = 0;
  for (const { column, meaning, task, max } of mapping.columns) {
    if (meaning === "skip" || meaning === "names") continue;
    read.add(column);
    width = Math.max(width, column);
    if (meaning === "variant") variantColumns.push(column);
    else if (meaning === "task" && task !== null)
      tasks.push({
        code: task,
        printed: plain(sheet.rows[index]?.[column - 1] ?? "") || task,
        max,
        difficulty: null,
        column,
        part: 1,
      });
    else if (FIELDS.has(meaning)) columns[meaning as Field] = column;
  }
  const skipped = new Set(
    Array.from({ length: width }, (_, i) => i + 1).filter((column) => !read.has(column)),
  );
  return {
    columns,
    variantColumns,
    tasks,
    nameColumns: [],
    skipped,
    width,
    findings: [],
    accepted: {},
  };
}

function workOf(
  sheet: TextSheet,
  index: number,
  header: Header,
  mapping: Mapping,
  fileName: string,
): WorkReading {
  const title = readTitle(sheet, index);
  const subject = title ? readSubject(title.subject) : null;
  const named = title
    ? { year: title.year, grade: title.grade, subject, title: title.printed }
    : readFileTitle(fileName);
  const source = title ? "title" : "fileName";
  const readFrom: Record<string, string> = {};
  for (const what of ["year", "grade", "subject"] as const) if (named[what] !== null) readFrom[what] = source;
  if (header.columns.login !== undefined) readFrom.school = "column";
  return {
    ...named,
    level: null,
    workCode: null,
    declaredMax: null,
    tasks: header.tasks,
    byPosition: mapping.tasksByPlace,
    mapped: true,
    sheet: sheet.name,
    headerRow: index + 1,
    columns: header.columns,
    variantColumns: header.variantColumns,
    classNumbers: false,
    classList: null,
    readFrom,
  };
}

/** «5» and «А» in two columns are the class 5А. */
function withLetter(grade: string, letter: string): string {
  return `${plain(grade)}${plain(letter)}`;
}

function headerOf(book: Workbook, works: readonly WorkReading[], name: string, column: number): string {
  const row = works.find(({ sheet }) => sheet === name)?.headerRow;
  const sheet = book.sheets.find((one) => one.name === name);
  return (
    plain(row === undefined ? "" : (sheet?.rows[row - 1]?.[column - 1] ?? "")).slice(0, 80) || String(column)
  );
}
