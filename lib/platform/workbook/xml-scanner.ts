import type { ByteSource } from "./deflate.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { damaged, refuse } from "./refused.ts";
import { HASHED } from "./xml-names.ts";

export const TOKEN = { end: 0, open: 1, close: 2, text: 3 } as const;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const COLON = 0x3a;
const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;
const DEEPEST = 200;
const MOST_ATTRIBUTES = 250;
/** One tag, comment or text of a workbook's part never comes near this; a cell holds 32,767 characters. */
const LONGEST_TOKEN = 1024 * 1024;
const COMMENT_START = [0x2d, 0x2d] as const;
const COMMENT_END = [0x2d, 0x2d, 0x3e] as const;
const CDATA_START = [0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b] as const;
const CDATA_END = [0x5d, 0x5d, 0x3e] as const;
const INSTRUCTION_END = [0x3f, 0x3e] as const;

/**
 * A pull reader of well-formed XML in UTF-8 that makes no strings: it gives places in a window of bytes, and whoever
 * wants a text takes it before the next step. A hand-written scanner, because a sheet of a million cells goes through it
 * (a general parser takes several times as long). It refuses document type declarations, so no entity can be declared, fetched or expanded.
 */
export class XmlScanner {
  /** window of bytes; `textFrom`, `attributeFrom` … are places in it, valid until the next call of `next` */
  bytes: Uint8Array = new Uint8Array(0);
  /** code of the element's local name (see xml-names), set by an `open` token */
  name = 0;
  selfClosing = false;
  attributeCount = 0;
  readonly attributeName = new Int32Array(MOST_ATTRIBUTES);
  readonly attributeFrom = new Int32Array(MOST_ATTRIBUTES);
  readonly attributeTo = new Int32Array(MOST_ATTRIBUTES);
  textFrom = 0;
  textTo = 0;
  /** the text is ASCII without references and carriage returns: its bytes are its characters */
  textIsPlain = false;
  /** the text comes from a CDATA section: `&` means itself */
  textIsLiteral = false;

  readonly part: string;
  readonly #source: ByteSource;
  #at = 0;
  #end = 0;
  #depth = 0;
  #closePending = false;
  #nameRead = 0;
  #nameHasPrefix = false;
  #rootSeen = false;
  readonly #openNames = new Int32Array(DEEPEST + 1);

  constructor(source: ByteSource, part: string) {
    this.#source = source;
    this.part = part;
  }

  /** Steps to the next token: `TOKEN.open`, `close`, `text`, or `end` after the last one. */
  next(): number {
    if (this.#closePending) {
      this.#closePending = false;
      this.#depth -= 1;
      return TOKEN.close;
    }
    for (;;) {
      if (this.#at >= this.#end && !this.#fill()) return this.#finish();
      if (this.bytes[this.#at] === LESS) {
        const token = this.#markup();
        if (token !== -1) return token;
      } else if (this.#text()) {
        return TOKEN.text;
      }
    }
  }

  /** Skips what is left of the element just opened, its children included. */
  skip(): void {
    const outside = this.#depth - 1;
    while (this.#depth > outside) {
      if (this.next() === TOKEN.end) damaged(this.part);
    }
  }

  /** Index of an attribute of the element just opened, or -1. */
  attribute(code: number): number {
    for (let index = 0; index < this.attributeCount; index += 1) {
      if (this.attributeName[index] === code) return index;
    }
    return -1;
  }

  #finish(): number {
    if (this.#depth !== 0 || !this.#rootSeen) damaged(this.part);
    return TOKEN.end;
  }

  /** Text up to the next tag; false when it is white space outside the root element. */
  #text(): boolean {
    const { bytes } = this;
    let at = this.#at;
    let seen = 0;
    let special = false;
    for (; at < this.#end; at += 1) {
      const byte = bytes[at]!;
      if (byte === LESS) break;
      seen |= byte;
      if (byte === AMPERSAND || byte === CARRIAGE_RETURN) special = true;
    }
    if (at === this.#end && this.#fill()) return false;
    if (at === this.#end && this.#depth > 0) damaged(this.part);
    this.textFrom = this.#at;
    this.textTo = at;
    this.textIsPlain = seen < 0x80 && !special;
    this.textIsLiteral = false;
    this.#at = at;
    if (this.#depth > 0) return true;
    for (let place = this.textFrom; place < at; place += 1) {
      if (bytes[place]! > 0x20) damaged(this.part);
    }
    return false;
  }

  #markup(): number {
    if (this.#end - this.#at < 12 && this.#fill()) return -1;
    const second = this.bytes[this.#at + 1];
    if (second === SLASH) return this.#closeTag();
    if (second === BANG) return this.#declaration();
    if (second === QUESTION) {
      const end = this.#find(INSTRUCTION_END, this.#at + 2);
      if (end !== -1) this.#at = end;
      return -1;
    }
    return this.#openTag();
  }

  #declaration(): number {
    if (this.#matches(COMMENT_START, this.#at + 2)) {
      const end = this.#find(COMMENT_END, this.#at + 4);
      if (end !== -1) this.#at = end;
      return -1;
    }
    if (!this.#matches(CDATA_START, this.#at + 2)) return refuse("forbiddenMarkup", { part: this.part });
    const from = this.#at + 2 + CDATA_START.length;
    const end = this.#find(CDATA_END, from);
    if (end === -1) return -1;
    if (this.#depth === 0) damaged(this.part);
    this.textFrom = from;
    this.textTo = end - CDATA_END.length;
    this.textIsPlain = false;
    this.textIsLiteral = true;
    this.#at = end;
    return TOKEN.text;
  }

  #closeTag(): number {
    let at = this.#readName(this.#at + 2);
    while (at < this.#end && this.bytes[at]! <= 0x20) at += 1;
    if (at >= this.#end) return this.#more();
    if (this.bytes[at] !== GREATER || this.#depth === 0) damaged(this.part);
    if (this.#openNames[this.#depth] !== this.#nameRead) damaged(this.part);
    this.#at = at + 1;
    this.#depth -= 1;
    return TOKEN.close;
  }

  #openTag(): number {
    const { bytes } = this;
    const end = this.#end;
    let at = this.#readName(this.#at + 1);
    if (at >= end) return this.#more();
    const name = this.#nameRead;
    this.attributeCount = 0;
    for (;;) {
      while (at < end && bytes[at]! <= 0x20) at += 1;
      if (at >= end) return this.#more();
      const byte = bytes[at]!;
      if (byte === GREATER) break;
      if (byte === SLASH) {
        if (at + 1 >= end) return this.#more();
        if (bytes[at + 1] !== GREATER) damaged(this.part);
        break;
      }
      at = this.#attribute(at);
      if (at === -1) return this.#more();
    }
    if (this.#depth === 0 && this.#rootSeen) damaged(this.part);
    if (this.#depth >= DEEPEST) damaged(this.part);
    this.#rootSeen = true;
    this.selfClosing = bytes[at] === SLASH;
    this.#at = at + (this.selfClosing ? 2 : 1);
    this.name = name;
    this.#depth += 1;
    this.#openNames[this.#depth] = name;
    this.#closePending = this.selfClosing;
    return TOKEN.open;
  }

  /** Reads a tag's or attribute's name into `#nameRead` (its local part) and gives the place behind it. */
  #readName(from: number): number {
    const { bytes } = this;
    const end = this.#end;
    let at = from;
    let packed = 0;
    let hash = 0;
    let length = 0;
    let prefixed = false;
    for (; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte <= 0x20 || byte === GREATER || byte === SLASH || byte === EQUALS) break;
      if (byte === LESS) damaged(this.part);
      if (byte === COLON) {
        packed = hash = length = 0;
        prefixed = true;
        continue;
      }
      packed = (packed << 8) | byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
      length += 1;
    }
    if (length === 0 && at < end) damaged(this.part);
    this.#nameRead = length <= 4 ? packed : hash | HASHED;
    this.#nameHasPrefix = prefixed;
    return at;
  }

  /** Reads one attribute from its first letter on; gives the place behind it, or -1 when the window ends inside. */
  #attribute(from: number): number {
    const { bytes } = this;
    const end = this.#end;
    let at = this.#readName(from);
    const name = this.#nameHasPrefix ? ~this.#nameRead : this.#nameRead;
    while (at < end && bytes[at]! <= 0x20) at += 1;
    if (at >= end) return -1;
    if (bytes[at] !== EQUALS) damaged(this.part);
    at += 1;
    while (at < end && bytes[at]! <= 0x20) at += 1;
    if (at >= end) return -1;
    const quote = bytes[at]!;
    if (quote !== 0x22 && quote !== 0x27) damaged(this.part);
    const valueFrom = at + 1;
    at = valueFrom;
    while (at < end && bytes[at] !== quote) {
      if (bytes[at] === LESS) damaged(this.part);
      at += 1;
    }
    if (at >= end) return -1;
    if (this.attributeCount === MOST_ATTRIBUTES) damaged(this.part);
    this.attributeName[this.attributeCount] = name;
    this.attributeFrom[this.attributeCount] = valueFrom;
    this.attributeTo[this.attributeCount] = at;
    this.attributeCount += 1;
    return at + 1;
  }

  /** The window ended inside a token: widen it and start the token again. */
  #more(): number {
    if (!this.#fill()) damaged(this.part);
    return -1;
  }

  #matches(pattern: readonly number[], at: number): boolean {
    return (
      at + pattern.length <= this.#end && pattern.every((byte, index) => this.bytes[at + index] === byte)
    );
  }

  /** The place behind the pattern, or -1 after widening the window. */
  #find(pattern: readonly number[], from: number): number {
    for (let at = from; at + pattern.length <= this.#end; at += 1) {
      if (this.#matches(pattern, at)) return at + pattern.length;
    }
    return this.#more();
  }

  #fill(): boolean {
    const rest = this.#end - this.#at;
    if (rest > LONGEST_TOKEN) {
      if (this.#depth === 0 || this.bytes[this.#at] === LESS) damaged(this.part);
      refuse("cellTooLong", { limit: DEFAULT_LIMITS.cellCharacters });
    }
    const chunk = this.#source();
    if (chunk === null) return false;
    const window = rest === 0 ? chunk : new Uint8Array(rest + chunk.length);
    if (rest > 0) {
      window.set(this.bytes.subarray(this.#at, this.#end));
      window.set(chunk, rest);
    }
    this.bytes = window;
    this.#at = 0;
    this.#end = window.length;
    return true;
  }
}
