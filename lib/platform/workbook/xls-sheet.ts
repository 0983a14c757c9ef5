import { type BiffRecords, RECORD } from "./biff-records.ts";
import { BiffStrings } from "./biff-strings.ts";
import { CELL } from "./cell.ts";
import { cleanText, MARK } from "./clean-text.ts";
import { damaged } from "./refused.ts";
import { SheetBuilder, type SheetRules } from "./sheet-builder.ts";

const PART = "XLS";
/** Error values by their code. Source: [MS-XLS] 2.5.10 (BErr). */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

const CELL_RECORDS = new Set<number>([
  RECORD.sharedText,
  RECORD.text,
  RECORD.richText,
  RECORD.number,
  RECORD.shortNumber,
  RECORD.manyNumbers,
  RECORD.booleanOrError,
  RECORD.formula,
]);

interface XlsCell {
  text: string;
  kind: number;
}

/**
 * Reads the cells of one sheet from its first record on. Programs write rows downwards and cells to the right, but the
 * format does not promise it, so cells are put in order first. Hidden rows and columns are data like any other; formulas are never run.
 */
export function readXlsSheet(
  records: BiffRecords,
  texts: readonly string[],
  rules: SheetRules,
): Pick<SheetBuilder, "rows" | "kinds"> {
  const rows = collect(records, texts, rules.budget.cells);
  const builder = new SheetBuilder(rules);
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = rows.get(row)!;
    builder.startRow(row + 1);
    for (const column of [...cells.keys()].sort((a, b) => a - b)) {
      const { text, kind } = cells.get(column)!;
      const clean = cleanText(text);
      const tooLong = text.length > rules.limits.cellCharacters ? MARK.tooLong : 0;
      builder.put(column + 1, clean.text, kind, clean.marks | tooLong);
    }
    builder.endRow();
  }
  return { rows: builder.rows, kinds: builder.kinds };
}

function collect(
  records: BiffRecords,
  texts: readonly string[],
  most: number,
): Map<number, Map<number, XlsCell>> {
  const rows = new Map<number, Map<number, XlsCell>>();
  let left = most + 1;
  const put = (row: number, column: number, text: string, kind: number) => {
    // One more than may stand: the builder then refuses with its own sentence.
    if ((text === "" && kind !== CELL.formulaWithoutValue) || left === 0) return;
    left -= 1;
    const cells = rows.get(row) ?? new Map<number, XlsCell>();
    rows.set(row, cells.set(column, { text, kind }));
  };
  let depth = 0;
  let waiting: { row: number; column: number } | null = null;
  while (records.next()) {
    const { type, data } = records;
    // A chart inside of the sheet is a stream of its own, with texts that are no cells.
    if (type === RECORD.begin) depth += 1;
    else if (type === RECORD.endOfFile) depth -= 1;
    if (depth === 0) return rows;
    if (depth > 1) continue;
    if (type === RECORD.formulaText) {
      if (waiting !== null)
        put(waiting.row, waiting.column, new BiffStrings(records, 0).read(), CELL.formula);
      waiting = null;
    } else if (CELL_RECORDS.has(type)) {
      const row = data.getUint16(0, true);
      const column = data.getUint16(2, true);
      if (type === RECORD.formula) waiting = readFormula(data, row, column, put);
      else readValue(records, texts, row, column, put);
    }
  }
  return damaged(PART);
}

type Put = (row: number, column: number, text: string, kind: number) => void;

function readValue(
  records: BiffRecords,
  texts: readonly string[],
  row: number,
  column: number,
  put: Put,
): void {
  const { type, data } = records;
  if (type === RECORD.sharedText) {
    put(row, column, texts[data.getUint32(6, true)] ?? damaged(PART), CELL.text);
  } else if (type === RECORD.number) {
    put(row, column, String(data.getFloat64(6, true)), CELL.number);
  } else if (type === RECORD.shortNumber) {
    put(row, column, String(shortNumber(data.getUint32(6, true))), CELL.number);
  } else if (type === RECORD.manyNumbers) {
    for (let at = 4, place = column; at + 8 <= data.byteLength; at += 6, place += 1)
      put(row, place, String(shortNumber(data.getUint32(at + 2, true))), CELL.number);
  } else if (type === RECORD.booleanOrError) {
    const value = data.getUint8(6);
    if (data.getUint8(7) === 1) put(row, column, ERRORS[value] ?? "#N/A", CELL.error);
    else put(row, column, String(value), CELL.boolean);
  } else {
    put(row, column, new BiffStrings(records, 6).read(), CELL.text);
  }
}

/** The saved value of a formula; a text follows in a record of its own, and until then the cell waits. */
function readFormula(
  data: DataView,
  row: number,
  column: number,
  put: Put,
): { row: number; column: number } | null {
  if (data.getUint16(12, true) !== 0xffff) {
    put(row, column, String(data.getFloat64(6, true)), CELL.formula);
    return null;
  }
  const what = data.getUint8(6);
  if (what === 0) return { row, column };
  if (what === 1) put(row, column, String(data.getUint8(8)), CELL.formula);
  else if (what === 2) put(row, column, ERRORS[data.getUint8(8)] ?? "#N/A", CELL.error);
  else put(row, column, "", CELL.formulaWithoutValue);
  return null;
}

/** A number packed into four bytes: a whole one of 30 bits or the upper 30 bits of a double, perhaps times 100. Source: [MS-XLS] 2.5.217. */
function shortNumber(packed: number): number {
  let value: number;
  if ((packed & 2) !== 0) value = packed >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, packed & 0xfffffffc, true);
    value = view.getFloat64(0, true);
  }
  return (packed & 1) !== 0 ? value / 100 : value;
}
