import { readCsv } from "./csv.ts";
import type { Finding } from "./finding.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { Notebook } from "./notebook.ts";
import { Refused, refuse } from "./refused.ts";
import { natureOfOle, sniff } from "./sniff.ts";
import { readXlsx } from "./xlsx.ts";

export { CELL } from "./cell.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";

/** One sheet as texts: row i of `rows` is worksheet row i + 1. Rows differ in length (places after the last cell are not there); "" is a blank cell. */
export interface TextSheet {
  name: string;
  /** hidden sheets are read like the others */
  hidden: boolean;
  /** each text exactly as stored (a number keeps its notation), composed (NFC) */
  rows: readonly (readonly string[])[];
  /** for each cell its CELL kind; rows alike share one array, so it is only read */
  kinds: readonly Uint8Array[];
}

export interface Workbook {
  format: "xlsx" | "csv";
  /** the encoding of a text table; null for a workbook */
  encoding: string | null;
  sheets: readonly TextSheet[];
  notes: readonly Finding[];
}

export type ReadOutcome = { ok: true; workbook: Workbook } | { ok: false; refusal: Finding };

/** The name of the only sheet of a text table. */
export { CSV_SHEET } from "./csv.ts";

const TEXT_EXTENSIONS = new Set(["csv", "tsv", "txt", "tab"]);
const WORKBOOK_EXTENSIONS = new Set(["xlsx", "xlsm", "xltx", "xltm"]);
const LONGEST_NAME = 200;

/**
 * Reads a file as sheets of text cells. What the file is decides its content; a name that says something else is noted.
 * The answer is a workbook or one refusal that names the file and what to do; damaged and hostile files never throw and
 * never take more than the limits allow.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string, limits: Partial<Limits> = {}): ReadOutcome {
  const file = shownName(fileName);
  const notes = new Notebook();
  try {
    const workbook = read(bytes, { ...DEFAULT_LIMITS, ...limits }, notes);
    const extension = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
    const expected = workbook.format === "xlsx" ? WORKBOOK_EXTENSIONS : TEXT_EXTENSIONS;
    if (extension !== "" && !expected.has(extension))
      notes.add("wrongExtension", { extension, format: workbook.format });
    return { ok: true, workbook: { ...workbook, notes: notes.all() } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, refusal: { ...error.finding, params: { file, ...error.finding.params } } };
  }
}

/** A file name fit to be shown: without folders and control characters, not endlessly long. */
export function shownName(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .normalize("NFC")
    .slice(-LONGEST_NAME);
}

function read(bytes: Uint8Array, limits: Limits, notes: Notebook): Omit<Workbook, "notes"> {
  if (bytes.length === 0) refuse("emptyFile");
  if (bytes.length > limits.fileBytes) {
    refuse("fileTooLarge", { limit: Math.round(limits.fileBytes / 1024 / 1024) });
  }
  const nature = sniff(bytes);
  if (nature === "zip") {
    const sheets = readXlsx(bytes, limits, notes);
    if (sheets.every(({ rows }) => rows.length === 0)) refuse("emptyFile");
    return { format: "xlsx", encoding: null, sheets };
  }
  if (nature === "ole") refuse(OLE_REFUSALS[natureOfOle(bytes)]);
  if (nature === "oldExcel") refuse("oldExcelFile");
  if (nature === "markup") refuse("webPage");
  if (nature === "binary") refuse("notASpreadsheet");
  const { sheet, encoding } = readCsv(bytes, limits, notes);
  return { format: "csv", encoding, sheets: [sheet] };
}

const OLE_REFUSALS = {
  encrypted: "encryptedFile",
  oldExcel: "oldExcelFile",
  other: "notASpreadsheet",
} as const;
