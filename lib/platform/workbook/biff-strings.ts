import { type BiffRecords, RECORD } from "./biff-records.ts";
import { damaged } from "./refused.ts";

const PART = "XLS";
const WIDE = 1;
const PHONETIC = 4;
const RICH = 8;

/**
 * Reads texts that run over from a record into the ones that continue it. A text that is cut inside its characters starts
 * again with a byte that says how wide they are from here on; everything else just goes on.
 *
 * Source: [MS-XLS] 2.5.293 (XLUnicodeRichExtendedString), 2.5.294 (XLUnicodeString), 2.4.58 (Continue).
 */
export class BiffStrings {
  readonly #records: BiffRecords;
  #data: DataView;
  #at: number;

  constructor(records: BiffRecords, at: number) {
    this.#records = records;
    this.#data = records.data;
    this.#at = at;
  }

  /** One text; with its formatting and its phonetic hints passed over. */
  read(): string {
    const length = this.#u16();
    const flags = this.#byte();
    const runs = (flags & RICH) !== 0 ? this.#u16() : 0;
    const hint = (flags & PHONETIC) !== 0 ? this.#u16() | (this.#u16() << 16) : 0;
    const text = this.#characters(length, (flags & WIDE) !== 0);
    this.#skip(4 * runs + (hint >>> 0));
    return text;
  }

  #characters(length: number, firstWide: boolean): string {
    let wide = firstWide;
    let text = "";
    while (text.length < length) {
      if (this.#at === this.#data.byteLength) {
        this.#continue();
        wide = (this.#byte() & WIDE) !== 0;
      }
      const width = wide ? 2 : 1;
      const count = Math.min(length - text.length, Math.floor((this.#data.byteLength - this.#at) / width));
      if (count === 0) damaged(PART);
      const { buffer, byteOffset } = this.#data;
      const piece = Buffer.from(buffer as ArrayBuffer, byteOffset + this.#at, count * width);
      // Narrow characters are those of UTF-16 whose high byte is 0.
      text += piece.toString(wide ? "utf16le" : "latin1");
      this.#at += count * width;
    }
    return text;
  }

  #skip(bytes: number): void {
    let left = bytes;
    for (;;) {
      const step = Math.min(left, this.#data.byteLength - this.#at);
      this.#at += step;
      left -= step;
      if (left === 0) return;
      this.#continue();
    }
  }

  #u16(): number {
    return this.#byte() | (this.#byte() << 8);
  }

  #byte(): number {
    if (this.#at === this.#data.byteLength) this.#continue();
    const byte = this.#data.getUint8(this.#at);
    this.#at += 1;
    return byte;
  }

  #continue(): void {
    if (this.#records.peek() !== RECORD.continued || !this.#records.next()) damaged(PART);
    if (this.#records.data.byteLength === 0) damaged(PART);
    this.#data = this.#records.data;
    this.#at = 0;
  }
}
