import { readCsv } from "./csv.ts";
import type { Finding } from "./finding.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { Notebook } from "./notebook.ts";
import { readOds } from "./ods.ts";
import { Refused, refuse } from "./refused.ts";
import { natureOfOle, sniff } from "./sniff.ts";
import { readXls } from "./xls.ts";
import { readXlsx } from "./xlsx.ts";
import { openZip, type Zip } from "./zip.ts";

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
  format: "xlsx" | "xls" | "ods" | "csv";
  /** the encoding of a text table; null for a workbook */
  encoding: string | null;
  sheets: readonly TextSheet[];
  notes: readonly Finding[];
}

export type ReadOutcome = { ok: true; workbook: Workbook } | { ok: false; refusal: Finding };

/** The name of the only sheet of a text table. */
export { CSV_SHEET } from "./csv.ts";

const EXTENSIONS: Readonly<Record<Workbook["format"], readonly string[]>> = {
  csv: ["csv", "tsv", "txt", "tab"],
  xlsx: ["xlsx", "xlsm", "xltx", "xltm"],
  xls: ["xls", "xlt"],
  ods: ["ods", "ots"],
};
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
const OPEN_SPREADSHEET = `${OPEN_DOCUMENT}spreadsheet`;
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
    if (extension !== "" && !EXTENSIONS[workbook.format].includes(extension))
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
    const zip = openZip(bytes, limits);
    const format = isOpenDocument(zip) ? "ods" : "xlsx";
    const sheets = format === "ods" ? readOds(zip, limits, notes) : readXlsx(zip, limits, notes);
    return { format, encoding: null, sheets: filled(sheets) };
  }
  if (nature === "ole") {
    const inside = natureOfOle(bytes);
    if (inside !== "oldExcel") refuse(OLE_REFUSALS[inside]);
    return { format: "xls", encoding: null, sheets: filled(readXls(bytes, limits, notes)) };
  }
  if (nature === "oldExcel") refuse("oldExcelFile");
  if (nature === "markup") refuse("webPage");
  if (nature === "binary") refuse("notASpreadsheet");
  const { sheet, encoding } = readCsv(bytes, limits, notes);
  return { format: "csv", encoding, sheets: [sheet] };
}

function filled(sheets: TextSheet[]): TextSheet[] {
  if (sheets.every(({ rows }) => rows.length === 0)) refuse("emptyFile");
  return sheets;
}

/** Texts and drawings of the same family are no tables, and are told apart by what the archive says of itself. */
function isOpenDocument(zip: Zip): boolean {
  const mimetype = zip.open("mimetype")?.();
  const kind = mimetype ? Buffer.from(mimetype).toString("latin1") : "";
  if (kind.startsWith(OPEN_DOCUMENT) && !kind.startsWith(OPEN_SPREADSHEET)) refuse("notASpreadsheet");
  return kind.startsWith(OPEN_SPREADSHEET);
}

const OLE_REFUSALS = { encrypted: "encryptedFile", other: "notASpreadsheet" } as const;
