import { scanPart } from "../../platform/workbook/xml-part.ts";
import { TOKEN, type XmlScanner } from "../../platform/workbook/xml-scanner.ts";
import type { Zip } from "../../platform/workbook/zip.ts";
import { readNumbering } from "./numbering.ts";
import { DocxRefused } from "./refusals.ts";
import { levelOf, readStyles } from "./styles.ts";
import { attribute, number, textInside, W } from "./xml.ts";

/** A paragraph of a document with what its structure says. */
export interface Paragraph {
  text: string;
  /** the automatic number («2.3.»); null when there is none, "" for a bullet */
  number: string | null;
  /** 1 for a heading of the first level; null for text */
  headingLevel: number | null;
  /** a row of a table, its cells joined */
  inTable: boolean;
}

export interface DocumentText {
  paragraphs: readonly Paragraph[];
  tables: number;
}

const MOST_PARAGRAPHS = 20_000;
const CELL_BREAK = " | ";

/** Reads the main part of a document. Deleted text of tracked changes, text boxes and tables of contents are left out. */
export function readParagraphs(zip: Zip): DocumentText {
  const x = scanPart(zip, "word/document.xml");
  if (x === null) throw new DocxRefused("notDocx");
  const numberOf = readNumbering(zip, "word/numbering.xml");
  const styleOf = readStyles(zip, "word/styles.xml");
  const paragraphs: Paragraph[] = [];
  let tables = 0;
  let tableDepth = 0;
  let cells: string[] = [];
  let closing: number[] = [];
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token === TOKEN.close) {
      const name = closing.pop();
      if (name === W.tbl) tableDepth -= 1;
      if (name === W.tr && tableDepth === 1) {
        const text = cells.map((cell) => cell.trim()).join(CELL_BREAK);
        if (cells.some((cell) => cell.trim() !== ""))
          paragraphs.push({ text, number: null, headingLevel: null, inTable: true });
      }
    }
    if (token !== TOKEN.open) continue;
    if (x.name === W.alternate || x.name === W.textBox) {
      x.skip();
      continue;
    }
    if (x.name === W.p) {
      const read = readParagraph(x);
      const style = styleOf(read.styleId);
      // Numbers count on also where the text is left out.
      const numId = read.numId ?? style.numId;
      const counted =
        numId === null || numId === 0 ? null : numberOf(numId, read.numLevel ?? style.numLevel ?? 0);
      if (tableDepth > 0) cells[cells.length - 1] = `${cells.at(-1) ?? ""} ${read.text}`;
      else if (read.text !== "" && !/^toc( |\d|$)/i.test(style.name))
        paragraphs.push({
          text: read.text,
          number: counted,
          headingLevel: read.headingLevel === undefined ? style.headingLevel : read.headingLevel,
          inTable: false,
        });
      if (paragraphs.length > MOST_PARAGRAPHS)
        throw new DocxRefused("tooManyClauses", { limit: MOST_PARAGRAPHS });
      continue;
    }
    closing.push(x.name);
    if (x.name === W.tbl) {
      tableDepth += 1;
      if (tableDepth === 1) tables += 1;
    }
    if (x.name === W.tr && tableDepth === 1) cells = [];
    if (x.name === W.tc && tableDepth === 1) cells.push("");
  }
  closing = [];
  return { paragraphs, tables };
}

interface Read {
  text: string;
  styleId: string | null;
  numId: number | null;
  numLevel: number | null;
  /** undefined when the paragraph itself says nothing */
  headingLevel: number | null | undefined;
}

/** Reads the paragraph just opened to its end. */
function readParagraph(x: XmlScanner): Read {
  const read: Read = { text: "", styleId: null, numId: null, numLevel: null, headingLevel: undefined };
  let depth = 1;
  while (depth > 0) {
    const token = x.next();
    if (token === TOKEN.end) break;
    if (token === TOKEN.close) depth -= 1;
    if (token !== TOKEN.open) continue;
    if (x.name === W.t) {
      read.text += textInside(x);
      continue;
    }
    if (x.name === W.alternate || x.name === W.textBox || x.name === W.tabs) {
      x.skip();
      continue;
    }
    depth += 1;
    if (x.name === W.tab) read.text += " ";
    else if (x.name === W.br || x.name === W.cr) read.text += "\n";
    else if (x.name === W.noBreakHyphen) read.text += "-";
    else if (x.name === W.pStyle) read.styleId = attribute(x, W.val);
    else if (x.name === W.numId) read.numId = number(x, W.val);
    else if (x.name === W.ilvl) read.numLevel = number(x, W.val);
    else if (x.name === W.outlineLvl) read.headingLevel = levelOf(number(x, W.val));
  }
  return { ...read, text: tidy(read.text) };
}

/** Composed letters, no invisible characters, single spaces; line breaks stay. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
