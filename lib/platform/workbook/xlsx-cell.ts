import { CELL } from "./cell.ts";
import type { CellTexts } from "./cell-texts.ts";
import { MARK } from "./clean-text.ts";
import { damaged } from "./refused.ts";
import type { SharedStrings } from "./xlsx-shared-strings.ts";
import { NAME } from "./xml-names.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";

const TYPE = { shared: 1, inline: 2, text: 3, boolean: 4, error: 5, number: 6, date: 7 } as const;
const ONE_LETTER_TYPES = new Map<number, number>([
  [0x73, TYPE.shared],
  [0x62, TYPE.boolean],
  [0x65, TYPE.error],
  [0x6e, TYPE.number],
  [0x64, TYPE.date],
]);
/** Column ZZZ: beyond it lies no address of any program. */
const MOST_LETTERS = 3;

/** Reads one cell at a time into its fields, so that a million cells need no million objects. */
export class CellReader {
  /** 1-based; 0 when the cell does not say where it stands and follows the one before */
  column = 0;
  /** the row that the address names; 0 when there is no address */
  row = 0;
  kind: number = CELL.blank;
  text = "";
  marks = 0;
  readonly #x: XmlScanner;
  readonly #texts: CellTexts;
  readonly #shared: SharedStrings;

  constructor(x: XmlScanner, texts: CellTexts, shared: SharedStrings) {
    this.#x = x;
    this.#texts = texts;
    this.#shared = shared;
  }

  /** Reads the `c` element just opened, up to its end. */
  read(): void {
    const x = this.#x;
    const type = this.#head();
    this.text = "";
    this.marks = 0;
    let hasFormula = false;
    let hasValue = false;
    for (let token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token === TOKEN.end) damaged(x.part);
      if (token !== TOKEN.open) continue;
      if (x.name === NAME.v) {
        if (type === TYPE.shared) this.#sharedText();
        else this.#takeText(this.#texts.element(x));
        hasValue = this.text !== "" || type === TYPE.text;
      } else if (x.name === NAME.is && type === TYPE.inline) {
        this.#takeText(this.#texts.rich(x));
      } else {
        if (x.name === NAME.f) hasFormula = true;
        x.skip();
      }
    }
    this.kind = this.#kindOf(type, hasFormula, hasValue);
  }

  #kindOf(type: number, hasFormula: boolean, hasValue: boolean): number {
    if ((this.marks & MARK.tooLong) !== 0) return CELL.error;
    if (type === TYPE.error && this.text !== "") return CELL.error;
    if (hasFormula) return hasValue ? CELL.formula : CELL.formulaWithoutValue;
    if (this.text === "") return CELL.blank;
    if (type === TYPE.boolean) return CELL.boolean;
    return type === TYPE.number && (this.marks & MARK.number) !== 0 ? CELL.number : CELL.text;
  }

  #takeText(text: string): void {
    this.text = text;
    this.marks = this.#texts.marks;
  }

  /** The place of a shared text is read from the bytes: making a string of each would cost more than the rest. */
  #sharedText(): void {
    const x = this.#x;
    let index = -1;
    for (let token = x.next(); token !== TOKEN.close; token = x.next()) {
      if (token !== TOKEN.text || index !== -1) damaged(x.part);
      index = wholeNumber(x, x.textFrom, x.textTo);
    }
    if (index === -1) return;
    if (index >= this.#shared.texts.length) damaged(x.part);
    this.text = this.#shared.texts[index]!;
    this.marks = this.#shared.marks[index]!;
  }

  /** Takes address and type from the attributes. */
  #head(): number {
    const x = this.#x;
    this.column = 0;
    this.row = 0;
    let type: number = TYPE.number;
    for (let index = 0; index < x.attributeCount; index += 1) {
      const name = x.attributeName[index];
      if (name === NAME.r) this.#address(x.attributeFrom[index]!, x.attributeTo[index]!);
      else if (name === NAME.t) type = this.#type(x.attributeFrom[index]!, x.attributeTo[index]!);
    }
    return type;
  }

  #address(from: number, to: number): void {
    const { bytes, part } = this.#x;
    let column = 0;
    let at = from;
    for (; at < to && bytes[at]! >= 0x41 && bytes[at]! <= 0x5a; at += 1)
      column = column * 26 + bytes[at]! - 0x40;
    if (at === from || at - from > MOST_LETTERS) damaged(part);
    this.column = column;
    this.row = wholeNumber(this.#x, at, to);
  }

  #type(from: number, to: number): number {
    const length = to - from;
    if (length === 1) return ONE_LETTER_TYPES.get(this.#x.bytes[from]!) ?? damaged(this.#x.part);
    if (length === "str".length) return TYPE.text;
    return length === "inlineStr".length ? TYPE.inline : damaged(this.#x.part);
  }
}

/** A whole number written in plain digits between two places of the scanner's window. */
export function wholeNumber(x: XmlScanner, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = x.bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) damaged(x.part);
    value = value * 10 + digit;
  }
  return from === to || to - from > 9 ? damaged(x.part) : value;
}
