import { refuse } from "./refused.ts";
import { ShortTexts } from "./short-texts.ts";

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Steps through the cells of a text table in UTF-8. Works on bytes: separators and quotes are ASCII, and letters never look like them. */
export class CsvCells {
  text = "";
  /** marks of the text (see MARK) */
  marks = 0;
  endsRow = false;
  /** something follows the closing quote: the cell is kept as it stands in the file, quotes and all */
  hasStrayQuote = false;
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  readonly #texts = new ShortTexts(decode, () => 0);
  #at: number;
  #line = 1;
  #afterSeparator = false;

  constructor(bytes: Uint8Array, start: number, separator: number) {
    this.#bytes = bytes;
    this.#at = start;
    this.#separator = separator;
    if (start > 0) this.#line = 2;
  }

  /** Reads the next cell into the fields; false at the end of the table. */
  next(): boolean {
    const bytes = this.#bytes;
    if (this.#at >= bytes.length && !this.#afterSeparator) return false;
    this.hasStrayQuote = false;
    if (bytes[this.#at] === QUOTE) this.#quoted();
    else this.#plain(this.#at);
    this.#step();
    return true;
  }

  #plain(from: number): void {
    this.#at = this.#endOfPlain(this.#at);
    this.#take(this.#bytes, from, this.#at);
  }

  #endOfPlain(from: number): number {
    const bytes = this.#bytes;
    const separator = this.#separator;
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === separator || byte === LF || byte === CR) break;
    }
    return at;
  }

  #quoted(): void {
    const bytes = this.#bytes;
    const from = this.#at;
    const openedIn = this.#line;
    let doubled = 0;
    let at = from + 1;
    for (; ; at += 1) {
      if (at >= bytes.length) refuse("unclosedQuote", { line: openedIn }, { row: openedIn });
      const byte = bytes[at];
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.#line += 1;
      if (byte !== QUOTE) continue;
      if (bytes[at + 1] !== QUOTE) break;
      doubled += 1;
      at += 1;
    }
    const end = this.#endOfPlain(at + 1);
    this.#at = end;
    if (!isBlank(bytes, at + 1, end)) {
      this.hasStrayQuote = true;
      this.#take(bytes, from, end);
    } else if (doubled === 0) {
      this.#take(bytes, from + 1, at);
    } else {
      const inside = withSingleQuotes(bytes, from + 1, at, doubled);
      this.#take(inside, 0, inside.length);
    }
  }

  #take(bytes: Uint8Array, from: number, to: number): void {
    this.text = this.#texts.read(bytes, from, to);
    this.marks = this.#texts.marks;
  }

  /** Steps over the separator or the line end behind the cell. */
  #step(): void {
    const bytes = this.#bytes;
    const byte = bytes[this.#at];
    this.#afterSeparator = byte === this.#separator;
    this.endsRow = !this.#afterSeparator;
    if (byte === CR && bytes[this.#at + 1] === LF) this.#at += 1;
    if (byte === CR || byte === LF) this.#line += 1;
    this.#at += 1;
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function decode(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  }
  return true;
}

function withSingleQuotes(bytes: Uint8Array, from: number, to: number, doubled: number): Uint8Array {
  const inside = new Uint8Array(to - from - doubled);
  let length = 0;
  for (let at = from; at < to; at += 1) {
    inside[length] = bytes[at]!;
    length += 1;
    if (bytes[at] === QUOTE) at += 1;
  }
  return inside;
}
