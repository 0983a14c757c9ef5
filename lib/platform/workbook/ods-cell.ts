import { CELL } from "./cell.ts";
import { cleanText, MARK } from "./clean-text.ts";
import { damaged } from "./refused.ts";
import { NAME } from "./xml-names.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";
import { decodeXmlLiteral, decodeXmlText } from "./xml-text.ts";

/** More spaces in a row than a cell can hold characters are an attack. */
const MOST_SPACES = 32_767;

/** Reads one cell of an OpenDocument table at a time into its fields. */
export class OdsCell {
  /** places that this cell takes: equal cells beside each other are written once */
  repeated = 1;
  kind: number = CELL.blank;
  text = "";
  marks = 0;
  readonly #x: XmlScanner;
  readonly #limit: number;

  constructor(x: XmlScanner, cellCharacters: number) {
    this.#x = x;
    this.#limit = cellCharacters;
  }

  /**
   * Reads the `table-cell` just opened, up to its end. A number is taken from its attribute, where it stands in full and
   * with a point whatever the language of the table is; a date likewise, as 2026-03-17.
   */
  read(): void {
    const x = this.#x;
    this.repeated = Number(attribute(x, NAME.columnsRepeated) ?? 1);
    if (!Number.isInteger(this.repeated) || this.repeated < 1) damaged(x.part);
    const types = attributes(x, NAME.valueType);
    const hasFormula = x.attribute(NAME.formula) !== -1;
    const value = attribute(x, NAME.value) ?? attribute(x, NAME.dateValue) ?? attribute(x, NAME.timeValue);
    const truth = attribute(x, NAME.booleanValue);
    const printed = cleanText(this.#paragraphs());
    const isText = types[0] === "string" || types.length === 0;
    const stored = isText
      ? printed
      : cleanText(truth === null ? (value ?? printed.text) : truth === "true" ? "1" : "0");
    this.text = stored.text;
    this.marks = stored.marks | (this.text.length > this.#limit ? MARK.tooLong : 0);
    // LibreOffice writes an error as a text and names its kind in an attribute of its own.
    if (types.includes("error") || (hasFormula && /^(?:#|Err:)/.test(this.text))) this.kind = CELL.error;
    else if (hasFormula) this.kind = this.text === "" ? CELL.formulaWithoutValue : CELL.formula;
    else if (this.text === "") this.kind = CELL.blank;
    else if (truth !== null) this.kind = CELL.boolean;
    else this.kind = !isText && value !== null && NUMBER.test(value) ? CELL.number : CELL.text;
  }

  /** The paragraphs of the cell, one a line, without the comment that may hang on it. */
  #paragraphs(): string {
    const x = this.#x;
    const lines: string[] = [];
    for (let token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token === TOKEN.end) damaged(x.part);
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.p) lines.push(this.#paragraph());
      else x.skip();
    }
    return lines.join("\n");
  }

  #paragraph(): string {
    const x = this.#x;
    let text = "";
    let depth = 0;
    for (;;) {
      const token = x.next();
      if (token === TOKEN.end) damaged(x.part);
      if (token === TOKEN.close && depth-- === 0) return text;
      if (token === TOKEN.text) {
        const decode = x.textIsLiteral ? decodeXmlLiteral : decodeXmlText;
        text += decode(x.bytes, x.textFrom, x.textTo);
      }
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.annotation) {
        x.skip();
        continue;
      }
      depth += 1;
      if (x.name === NAME.s)
        text += " ".repeat(Math.min(MOST_SPACES, Number(attribute(x, NAME.prefixedC) ?? 1) || 1));
      if (x.name === NAME.tab) text += "\t";
      if (x.name === NAME.lineBreak) text += "\n";
      if (text.length > this.#limit) text = text.slice(0, this.#limit + 1);
    }
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The value of an attribute of the element just opened, or null. */
export function attribute(x: XmlScanner, code: number): string | null {
  return attributes(x, code)[0] ?? null;
}

/** Values of all attributes of this name: two vocabularies use the same one. */
function attributes(x: XmlScanner, code: number): string[] {
  const values: string[] = [];
  for (let index = 0; index < x.attributeCount; index += 1)
    if (x.attributeName[index] === code)
      values.push(decodeXmlText(x.bytes, x.attributeFrom[index]!, x.attributeTo[index]!));
  return values;
}
