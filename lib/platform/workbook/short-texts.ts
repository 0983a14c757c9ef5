import { type CleanText, cleanText } from "./clean-text.ts";

const SLOTS = 1 << 13;
const LONGEST = 160;

/**
 * Texts of cells by their bytes. Most cells of a results file hold one of a few hundred short texts; looking those up by
 * bytes makes one string for all of them, which saves most of the time and of the memory. A fixed number of slots: a newcomer takes
 * the place of an older text, so a hostile file cannot make it grow.
 */
export class ShortTexts {
  /** marks of the text given last (see MARK) */
  marks = 0;
  readonly #decode: (bytes: Uint8Array, from: number, to: number) => string;
  readonly #classify: (text: string) => number;
  readonly #keys = new Uint8Array(SLOTS * LONGEST);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #texts: string[] = new Array<string>(SLOTS).fill("");
  readonly #marks = new Uint8Array(SLOTS);

  /** `classify` gives further marks of a text; both functions must depend on their arguments alone. */
  constructor(
    decode: (bytes: Uint8Array, from: number, to: number) => string,
    classify: (text: string) => number,
  ) {
    this.#decode = decode;
    this.#classify = classify;
  }

  /** The cleaned text of these bytes; its marks are in `marks` afterwards. */
  read(bytes: Uint8Array, from: number, to: number): string {
    const length = to - from;
    if (length === 0) {
      this.marks = 0;
      return "";
    }
    if (length > LONGEST) return this.#fresh(bytes, from, to).text;
    let hash = length;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    if (this.#lengths[slot] === length && this.#same(slot * LONGEST, bytes, from, length)) {
      this.marks = this.#marks[slot]!;
      return this.#texts[slot]!;
    }
    const { text, marks } = this.#fresh(bytes, from, to);
    this.#keys.set(bytes.subarray(from, to), slot * LONGEST);
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    this.#marks[slot] = marks;
    return text;
  }

  #same(key: number, bytes: Uint8Array, from: number, length: number): boolean {
    for (let index = 0; index < length; index += 1) {
      if (this.#keys[key + index] !== bytes[from + index]) return false;
    }
    return true;
  }

  #fresh(bytes: Uint8Array, from: number, to: number): CleanText {
    const clean = cleanText(this.#decode(bytes, from, to));
    clean.marks |= this.#classify(clean.text);
    this.marks = clean.marks;
    return clean;
  }
}
