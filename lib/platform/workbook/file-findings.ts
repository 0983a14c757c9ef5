import type { Finding, Severity } from "./finding.ts";

/**
 * Every finding that reading a file can end in, with its weight and the message kind that the collection of bad input
 * files calls it by (null: a kind of our own). The sentences stand in `messages/<locale>/files.json` under the same keys.
 */
export const FILE_FINDINGS = {
  emptyFile: { severity: "error", kind: "EMPTY_FILE" },
  fileTooLarge: { severity: "error", kind: "FILE_TOO_LARGE" },
  notASpreadsheet: { severity: "error", kind: "NOT_A_SPREADSHEET" },
  webPage: { severity: "error", kind: "NOT_A_SPREADSHEET" },
  zipArchive: { severity: "error", kind: "NOT_A_SPREADSHEET" },
  oldExcelFile: { severity: "error", kind: "OLD_EXCEL_FILE" },
  binaryWorkbook: { severity: "error", kind: "BINARY_WORKBOOK" },
  encryptedFile: { severity: "error", kind: "ENCRYPTED_FILE" },
  cutOffWorkbook: { severity: "error", kind: "CUT_OFF_WORKBOOK" },
  damagedFile: { severity: "error", kind: "DAMAGED_FILE" },
  forbiddenMarkup: { severity: "error", kind: "FORBIDDEN_MARKUP" },
  inflatesTooMuch: { severity: "error", kind: "INFLATES_TOO_MUCH" },
  tooManySheets: { severity: "error", kind: "TOO_MANY_SHEETS" },
  tooManyRows: { severity: "error", kind: "TOO_MANY_ROWS" },
  tooManyColumns: { severity: "error", kind: "TOO_MANY_COLUMNS" },
  tooManyCells: { severity: "error", kind: "TOO_MANY_CELLS" },
  cellTooLong: { severity: "error", kind: "CELL_TOO_LONG" },
  encodingMixed: { severity: "error", kind: "ENCODING_MIXED" },
  encodingUnknown: { severity: "error", kind: "ENCODING_UNKNOWN" },
  unclosedQuote: { severity: "error", kind: "UNCLOSED_QUOTE" },
  tooLong: { severity: "error", kind: "TOO_LONG" },
  tooMuchMemory: { severity: "error", kind: "TOO_MUCH_MEMORY" },
  readingFailed: { severity: "error", kind: "READING_FAILED" },
  encodingGuessed: { severity: "note", kind: "ENCODING_GUESSED" },
  fileCutOff: { severity: "warning", kind: "FILE_CUT_OFF" },
  wrongExtension: { severity: "note", kind: "WRONG_EXTENSION" },
  macrosIgnored: { severity: "note", kind: "MACROS_IGNORED" },
  dates1904: { severity: "warning", kind: "DATES_1904" },
  farCell: { severity: "warning", kind: "FAR_CELL" },
  controlCharacters: { severity: "error", kind: "CONTROL_CHARACTERS" },
  directionMarksRemoved: { severity: "note", kind: "CONTROL_CHARACTERS" },
  lettersLost: { severity: "warning", kind: "LETTERS_LOST" },
  strayQuote: { severity: "warning", kind: "STRAY_QUOTE" },
  moreOfTheSame: { severity: "note", kind: "MORE_OF_THE_SAME" },
  noDataRows: { severity: "error", kind: "NO_DATA_ROWS" },
  duplicateHeader: { severity: "error", kind: "DUPLICATE_HEADER" },
  ambiguousHeader: { severity: "error", kind: "AMBIGUOUS_HEADER" },
  headerLooksLikeDate: { severity: "error", kind: "HEADER_LOOKS_LIKE_DATE" },
  raggedRow: { severity: "warning", kind: "RAGGED_ROW" },
  columnWithoutHeader: { severity: "warning", kind: "COLUMN_WITHOUT_HEADER" },
  missingColumn: { severity: "error", kind: "MISSING_COLUMN" },
  notANumber: { severity: "error", kind: "NOT_A_NUMBER" },
  numberOutOfRange: { severity: "error", kind: "NUMBER_OUT_OF_RANGE" },
  leadingZeros: { severity: "warning", kind: "LEADING_ZEROS" },
  percentSign: { severity: "note", kind: "PERCENT_SIGN" },
} as const satisfies Record<string, { severity: Severity; kind: string }>;

export type FileFindingCode = keyof typeof FILE_FINDINGS;

/** Where in the file a finding stands; whatever is left out is null in the finding. */
export interface FindingPlace {
  sheet?: string | null;
  row?: number | null;
  column?: number | null;
  raw?: string | null;
}

const RAW_CHARACTERS = 200;

/** Makes a finding of a known code; its severity comes from the table above, a long raw text is shortened for show. */
export function fileFinding(
  code: FileFindingCode,
  params: Record<string, string | number> = {},
  place: FindingPlace = {},
): Finding {
  const raw = place.raw ?? null;
  return {
    severity: FILE_FINDINGS[code].severity,
    code,
    sheet: place.sheet ?? null,
    row: place.row ?? null,
    column: place.column ?? null,
    raw: raw !== null && raw.length > RAW_CHARACTERS ? `${raw.slice(0, RAW_CHARACTERS)}…` : raw,
    params,
  };
}

/** The message kind (`ENCODING_MIXED` …) of a finding's code, or null where the code is not one of a file's reading. */
export function messageKind(code: string): string | null {
  return Object.hasOwn(FILE_FINDINGS, code) ? FILE_FINDINGS[code as FileFindingCode].kind : null;
}
