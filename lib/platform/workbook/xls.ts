import { BiffRecords, RECORD } from "./biff-records.ts";
import { BiffStrings } from "./biff-strings.ts";
import { CompoundFile } from "./compound-file.ts";
import type { Limits } from "./limits.ts";
import type { Notebook } from "./notebook.ts";
import { damaged, refuse } from "./refused.ts";
import type { TextSheet } from "./workbook.ts";
import { readXlsSheet } from "./xls-sheet.ts";

const PART = "XLS";
/** Excel 97 and everything later that writes .xls. Excel 5 and 95 stored texts in the encoding of one country. */
const BIFF8 = 0x0600;
const WORKSHEET = 0;
/** A shared text takes about as much memory as this many places of cells. */
const CELLS_PER_TEXT = 4;

/** Reads the sheets of an .xls workbook of Excel 97–2003 (BIFF8). Nothing in it is run, fetched or followed. */
export function readXls(bytes: Uint8Array, limits: Limits, notes: Notebook): TextSheet[] {
  try {
    return readSheets(bytes, limits, notes);
  } catch (error) {
    // A record shorter than its kind must be: the view over its bytes says so by this error.
    if (error instanceof RangeError) return damaged(PART);
    throw error;
  }
}

function readSheets(bytes: Uint8Array, limits: Limits, notes: Notebook): TextSheet[] {
  const file = new CompoundFile(bytes);
  const stream = file.stream("Workbook") ?? refuse("oldExcelFile");
  const records = new BiffRecords(stream);
  const begins = records.next() && (records.type as number) === RECORD.begin;
  if (!begins || records.data.byteLength < 4) damaged(PART);
  if (records.data.getUint16(0, true) !== BIFF8) refuse("oldExcelFile");
  const sheets: { name: string; hidden: boolean; at: number }[] = [];
  let texts: string[] = [];
  while (records.next() && records.type !== RECORD.endOfFile) {
    const { data } = records;
    if (records.type === RECORD.filePass) refuse("encryptedFile");
    if (records.type === RECORD.dates1904 && data.byteLength >= 2 && data.getUint16(0, true) === 1)
      notes.add("dates1904");
    if (records.type === RECORD.sheet && data.byteLength >= 8 && data.getUint8(5) === WORKSHEET) {
      sheets.push({
        name: sheetName(data),
        hidden: (data.getUint8(4) & 3) !== 0,
        at: data.getUint32(0, true),
      });
      if (sheets.length > limits.sheets) refuse("tooManySheets", { limit: limits.sheets });
    }
    if (records.type === RECORD.sharedTexts) texts = sharedTexts(records, limits);
  }
  const budget = { cells: limits.cells };
  return sheets.map(({ name, hidden, at }) => {
    const cells = readXlsSheet(new BiffRecords(stream, at), texts, { sheet: name, limits, notes, budget });
    return { name, hidden, ...cells };
  });
}

/** A short text: length, width of the characters, characters. Source: [MS-XLS] 2.4.28 (BoundSheet8). */
function sheetName(data: DataView): string {
  const length = data.getUint8(6);
  const wide = (data.getUint8(7) & 1) !== 0;
  const bytes = length * (wide ? 2 : 1);
  if (8 + bytes > data.byteLength) damaged(PART);
  const name = Buffer.from(data.buffer as ArrayBuffer, data.byteOffset + 8, bytes);
  return name.toString(wide ? "utf16le" : "latin1").normalize("NFC");
}

function sharedTexts(records: BiffRecords, limits: Limits): string[] {
  if (records.data.byteLength < 8) damaged(PART);
  const count = records.data.getUint32(4, true);
  if (count > limits.cells / CELLS_PER_TEXT) refuse("tooManyCells", { limit: limits.cells });
  const strings = new BiffStrings(records, 8);
  const texts: string[] = [];
  for (let i = 0; i < count; i += 1) texts.push(strings.read());
  return texts;
}
