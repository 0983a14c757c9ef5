import { DEFAULT_LIMITS } from "../../platform/workbook/limits.ts";
import { natureOfOle, sniff } from "../../platform/workbook/sniff.ts";
import { scanPart } from "../../platform/workbook/xml-part.ts";
import { TOKEN } from "../../platform/workbook/xml-scanner.ts";
import { openZip, type Zip } from "../../platform/workbook/zip.ts";
import type { UnkeyedClause } from "../clause-keys.ts";
import { MOST_CLAUSES } from "../limits.ts";
import { clausesOf } from "./clauses.ts";
import { readParagraphs } from "./paragraphs.ts";
import { type DocxRefusal, DocxRefused, refusalOf } from "./refusals.ts";
import { attribute, W } from "./xml.ts";

export interface DocxText {
  clauses: readonly UnkeyedClause[];
  /** how many clauses have a number, and how many tables became lines of text */
  numbered: number;
  tables: number;
}

export type DocxOutcome = { ok: true; text: DocxText } | { ok: false; refusal: DocxRefusal };

const MEGABYTE = 1024 * 1024;
/** A text document of a hundred pages inflates to some megabytes. */
const MOST_INFLATED = 64 * MEGABYTE;

/**
 * Reads a text document as clauses. What the file is decides its content, never its name. Damaged and hostile files are
 * refused with a code and never take more than the limits allow; nothing of a document is ever executed or fetched.
 */
export function readDocx(bytes: Uint8Array, limits: { fileBytes?: number } = {}): DocxOutcome {
  try {
    const zip = openDocx(bytes, limits.fileBytes ?? DEFAULT_LIMITS.fileBytes);
    const { paragraphs, tables } = readParagraphs(zip);
    const clauses = clausesOf(paragraphs);
    if (clauses.length === 0) throw new DocxRefused("noText");
    if (clauses.length > MOST_CLAUSES) throw new DocxRefused("tooManyClauses", { limit: MOST_CLAUSES });
    const numbered = clauses.filter(({ number }) => number !== "").length;
    return { ok: true, text: { clauses, numbered, tables } };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { ok: false, refusal };
  }
}

function openDocx(bytes: Uint8Array, fileBytes: number): Zip {
  if (bytes.length === 0) throw new DocxRefused("emptyFile");
  if (bytes.length > fileBytes)
    throw new DocxRefused("fileTooLarge", { limit: Math.ceil(fileBytes / MEGABYTE) });
  const nature = sniff(bytes);
  if (nature === "ole") throw new DocxRefused(natureOfOle(bytes) === "encrypted" ? "encrypted" : "oldDoc");
  if (Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-") throw new DocxRefused("pdf");
  if (nature !== "zip") throw new DocxRefused("notDocx");
  const zip = openZip(bytes, { ...DEFAULT_LIMITS, fileBytes, inflatedBytes: MOST_INFLATED });
  if (zip.has("xl/workbook.xml")) throw new DocxRefused("spreadsheet");
  if (!zip.has("word/document.xml") || !zip.has("[Content_Types].xml")) throw new DocxRefused("notDocx");
  if (hasMacros(zip)) throw new DocxRefused("macros");
  return zip;
}

/** Macros are never run here; but who opens the stored file elsewhere should not meet them either. */
function hasMacros(zip: Zip): boolean {
  for (const name of zip.names()) if (/vbaproject\.bin$|vbadata\.xml$/.test(name)) return true;
  const x = scanPart(zip, "[Content_Types].xml");
  if (x === null) return false;
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (
      token === TOKEN.open &&
      x.name === W.override &&
      /macroEnabled/i.test(attribute(x, W.contentType) ?? "")
    )
      return true;
  }
  return false;
}

/** What a worker thread runs: the same from bytes. */
export function readDocxTask(bytes: Uint8Array, fileBytes: number): DocxOutcome {
  return readDocx(bytes, { fileBytes });
}
