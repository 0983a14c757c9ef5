import { readSubject } from "../../assessments/subjects.ts";
import { plain } from "../../platform/text/plain.ts";
import type { TextSheet } from "../../platform/workbook/workbook.ts";
import { headerKey } from "../../results/cells/header-key.ts";
import { readLevel } from "../../results/cells/level.ts";
import { readWhole } from "../../results/cells/whole-number.ts";
import { readFileTitle } from "../../results/layouts/file-title.ts";
import { headingValue, readTitle } from "../../results/layouts/form-heading.ts";
import { isColumnNumbers, isLine } from "../../results/layouts/line-kind.ts";
import type { NotData, ReportedWork } from "../report.ts";

const FIRST_ROWS = 30;
const FIRST_COLUMNS = 512;

/** A sheet whose header was found; `header` and `first` are indexes of rows, `keys` the header keys by column. */
export interface ReportTable {
  sheet: TextSheet;
  header: number;
  keys: readonly string[];
}

/** The sheets that hold a table whose header row satisfies the test, hidden ones too. */
export function reportTables(
  sheets: readonly TextSheet[],
  isHeader: (keys: readonly string[]) => boolean,
): ReportTable[] {
  return sheets.flatMap((sheet) => {
    for (let i = 0; i < sheet.rows.length && i < FIRST_ROWS; i++) {
      const keys = (sheet.rows[i] ?? []).slice(0, FIRST_COLUMNS).map(headerKey);
      if (isHeader(keys)) return [{ sheet, header: i, keys }];
    }
    return [];
  });
}

/** The column of a header, −1 when there is none. */
export function columnOf(table: Pick<ReportTable, "keys">, ...printed: readonly string[]): number {
  const wanted = new Set(printed.map(headerKey));
  return table.keys.findIndex((key) => wanted.has(key));
}

/** What the heading of a form of ФИС ОКО says of its work; the file's name is asked only for what the heading leaves out. */
export function reportedWork(table: ReportTable, fileName: string): ReportedWork {
  const { sheet, header } = table;
  const title = readTitle(sheet, header);
  const line = headingValue(sheet, header, "Предмет");
  const file = readFileTitle(fileName);
  const printed = title?.subject ?? line?.text ?? "";
  const fromTitle = title ? readSubject(title.subject) : null;
  const fromLine = line ? readSubject(line.text) : null;
  const from = (inTitle: boolean, inLine: boolean) => (inTitle ? "title" : inLine ? "subjectLine" : "name");
  return {
    exam: "vpr",
    year: title?.year ?? file.year,
    grade: title?.grade ?? file.grade,
    subject: fromTitle ?? fromLine ?? file.subject,
    level: readLevel(printed),
    title: title?.printed ?? file.title,
    maxScore: readWhole(headingValue(sheet, header, "Максимальный первичный балл")?.text ?? ""),
    tasks: [],
    sheet: sheet.name,
    headerRow: header + 1,
    readFrom: {
      year: from(title !== null, false),
      grade: from(title !== null, false),
      subject: from(fromTitle !== null, fromLine !== null),
    },
  };
}

/** Counts lines by what became of them: total = data + not data. */
export class LineCount {
  total = 0;
  data = 0;
  readonly notData: Partial<Record<NotData, number>> = {};

  add(kind: "data" | NotData): void {
    this.total++;
    if (kind === "data") this.data++;
    else this.notData[kind] = (this.notData[kind] ?? 0) + 1;
  }
}

/** Lines of a table below its header that say something: indexes of rows. What is no unit's line is counted and left out. */
export function dataLines(
  table: ReportTable,
  lines: LineCount,
  isHeaderToo: (row: readonly string[]) => boolean = () => false,
): number[] {
  const { sheet, header, keys } = table;
  return sheet.rows.flatMap((row, i) => {
    if (!isLine(row, sheet.kinds[i] ?? new Uint8Array())) return [];
    const kind =
      i < header
        ? "heading"
        : i === header || isHeaderToo(row)
          ? "header"
          : isColumnNumbers(row, keys.length)
            ? "columnNumbers"
            : plain(row[0] ?? "") === ""
              ? "note"
              : "data";
    lines.add(kind);
    return kind === "data" ? [i] : [];
  });
}
