import { Refused } from "../../platform/workbook/refused.ts";

/** Why a file was not read; a key under `regulations.docx`. */
export const docxRefusals = [
  "emptyFile",
  "fileTooLarge",
  "notDocx",
  "spreadsheet",
  "pdf",
  "oldDoc",
  "encrypted",
  "macros",
  "damaged",
  "cutOff",
  "inflatesTooMuch",
  "forbiddenMarkup",
  "noText",
  "tooManyClauses",
  "tooLong",
  "tooMuchMemory",
] as const;
export type DocxRefusalCode = (typeof docxRefusals)[number];

export interface DocxRefusal {
  code: DocxRefusalCode;
  params: Record<string, string | number>;
}

/** Thrown while a document is read; `readDocx` turns it into an answer. */
export class DocxRefused extends Error {
  readonly refusal: DocxRefusal;

  constructor(code: DocxRefusalCode, params: DocxRefusal["params"] = {}) {
    super(code);
    this.name = "DocxRefused";
    this.refusal = { code, params };
  }
}

/** What the reader of archives and XML says, in the words of a text document. */
const codes: Readonly<Record<string, DocxRefusalCode>> = {
  encryptedFile: "encrypted",
  cutOffWorkbook: "cutOff",
  inflatesTooMuch: "inflatesTooMuch",
  forbiddenMarkup: "forbiddenMarkup",
};

/** The refusal behind an error of reading, or null when the error is a defect. */
export function refusalOf(error: unknown): DocxRefusal | null {
  if (error instanceof DocxRefused) return error.refusal;
  if (error instanceof Refused)
    return { code: codes[error.finding.code] ?? "damaged", params: error.finding.params };
  return null;
}
