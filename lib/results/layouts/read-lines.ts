import { plain } from "#lib/platform/text/plain.ts";
import type { TextSheet } from "#lib/platform/workbook/workbook.ts";
import { isParticipantCode } from "#lib/results/cells/participant-code.ts";
import { isAbsentWord, joinVariants } from "#lib/results/cells/variant.ts";
import { isCell } from "./count-cells.ts";
import type { RowReading } from "./layout.ts";
import { isColumnNumbers, isFilled, isLine, isOwnTotal, isTotalLine, type NotDataKind } from "./line-kind.ts";
import type { Header } from "./read-header.ts";

/** School of a line, as far as the layout prints it in the rows. */
export interface LineSchool {
  login: string | null;
  schoolName: string | null;
  municipality: string | null;
}

export interface LineRules {
  /** index of the work that the sheet belongs to */
  work: number;
  header: Header;
  headerIndex: number;
  /** true = the total is typed or computed by the system, so a 0 is a result; false = a prepared formula prints 0 everywhere */
  totalIsResult: boolean;
  school(row: readonly string[], index: number): LineSchool;
  /** a line between the pupils that only this layout knows, such as the group line of Ф1 */
  special?(row: readonly string[], index: number): NotDataKind | null;
}

export interface LinesRead {
  rows: RowReading[];
  total: number;
  notData: Record<string, number>;
  cellsOutside: number;
  /** filled cells outside of the rows' own (see CellCounts) */
  cells: { lines: number; columns: number; right: number };
  /** row number of the first line with a code and nothing else, or null */
  firstCodeOnly: number | null;
}

const NO_KINDS = new Uint8Array(0);

/** Sorts every non-empty line of a sheet into a pupil or a kind of not data; lines = rows + not data. */
export function readLines(sheet: TextSheet, rules: LineRules): LinesRead {
  const read: LinesRead = {
    rows: [],
    total: 0,
    notData: {},
    cellsOutside: 0,
    cells: { lines: 0, columns: 0, right: 0 },
    firstCodeOnly: null,
  };
  const { width, skipped } = rules.header;
  sheet.rows.forEach((row, index) => {
    const kinds = sheet.kinds[index] ?? NO_KINDS;
    if (!isLine(row, kinds)) return;
    read.total++;
    let own = 0;
    let apart = 0;
    for (let i = 0; i < row.length; i++) {
      if (!isCell(row[i], kinds[i])) continue;
      if (i >= width) read.cells.right++;
      else if (skipped.has(i + 1)) apart++;
      else own++;
    }
    const line =
      index <= rules.headerIndex ? above(index, rules) : pupilOrKind(sheet, row, kinds, index, rules);
    if (typeof line !== "string") {
      line.cells = own;
      read.cells.columns += apart;
      read.rows.push(line);
      return;
    }
    read.cells.lines += own + apart;
    read.notData[line] = (read.notData[line] ?? 0) + 1;
    if (line === "codeOnly") read.firstCodeOnly ??= index + 1;
  });
  read.cellsOutside = read.cells.right;
  return read;
}

function above(index: number, rules: LineRules): NotDataKind {
  return index === rules.headerIndex ? "header" : "heading";
}

function pupilOrKind(
  sheet: TextSheet,
  row: readonly string[],
  kinds: Uint8Array,
  index: number,
  rules: LineRules,
): RowReading | NotDataKind {
  const { columns, tasks, variantColumns, width } = rules.header;
  const at = (column: number | undefined) => (column === undefined ? "" : (row[column - 1] ?? ""));
  const printed = plain(at(columns.code));
  const code = isParticipantCode(printed) ? printed : "";
  const special = code === "" ? (rules.special?.(row, index) ?? null) : null;
  if (special) return special;
  if (index === rules.headerIndex + 1 && isColumnNumbers(row, width)) return "columnNumbers";

  const items: string[] = new Array(tasks.length);
  let hasItems = false;
  for (let i = 0; i < tasks.length; i++) {
    const text = at(tasks[i]?.column);
    items[i] = text;
    hasItems ||= isFilled(text);
  }
  const classText = at(columns.class);
  const variant =
    variantColumns.length === 1 ? plain(at(variantColumns[0])) : joinVariants(variantColumns.map(at));
  const absent = isAbsentWord(variant) || isAbsentWord(classText);
  const journal = at(columns.journal);
  const total = at(columns.total);
  const mark = at(columns.mark);
  const ownTotal = rules.totalIsResult ? isFilled(total) : isOwnTotal(total);

  if (code === "") {
    const signs = [variant !== "", hasItems, isFilled(classText), isFilled(journal)].filter(Boolean).length;
    const isPupil = (variant !== "" || hasItems) && signs >= 2 && !isTotalLine(row);
    if (!isPupil) return kindWithoutCode(row, width, columns.total, rules);
  } else if (!(variant !== "" || hasItems || absent || isFilled(journal) || isFilled(mark) || ownTotal)) {
    return "codeOnly";
  }
  const loadedOn = at(columns.loadedOn);
  return {
    work: rules.work,
    sheet: sheet.name,
    row: index + 1,
    ...rules.school(row, index),
    code,
    classText,
    variant,
    absent,
    journal,
    total,
    mark,
    sex: at(columns.sex),
    items,
    loadedOn: loadedOn === "" ? null : loadedOn,
    kinds,
    cells: 0,
  };
}

function kindWithoutCode(
  row: readonly string[],
  width: number,
  totalColumn: number | undefined,
  rules: LineRules,
): NotDataKind {
  if (isTotalLine(row)) return "totalLine";
  if (rules.special) return "sectionLine";
  for (let i = 0; i < width; i++) {
    const isTotal = i + 1 === totalColumn;
    if (isTotal ? isOwnTotal(row[i] ?? "") : isFilled(row[i])) return "noteLine";
  }
  return "preparedRow";
}
