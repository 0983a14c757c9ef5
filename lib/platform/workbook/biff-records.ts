import { refuse } from "./refused.ts";

/** Records of the workbook stream that matter for the cells. Source: [MS-XLS] Excel Binary File Format, 2.3.2. */
export const RECORD = {
  formula: 0x0006,
  endOfFile: 0x000a,
  dates1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  richText: 0x00d6,
  sharedTexts: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  booleanOrError: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  begin: 0x0809,
} as const;

/** Steps through the records of a stream: type, length, bytes. */
export class BiffRecords {
  type = 0;
  /** bytes of the record, without its head */
  data: DataView = new DataView(new ArrayBuffer(0));
  /** place of the next record in the stream */
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Takes the next record; false at the end. A record that reaches beyond the stream means that the file was cut off. */
  next(): boolean {
    const bytes = this.#bytes;
    if (this.at + 4 > bytes.length) return false;
    const head = new DataView(bytes.buffer, bytes.byteOffset + this.at, 4);
    const length = head.getUint16(2, true);
    if (this.at + 4 + length > bytes.length) refuse("cutOffWorkbook");
    this.type = head.getUint16(0, true);
    this.data = new DataView(bytes.buffer, bytes.byteOffset + this.at + 4, length);
    this.at += 4 + length;
    return true;
  }

  /** The type of the record that `next` would take, or -1. */
  peek(): number {
    const bytes = this.#bytes;
    return this.at + 4 > bytes.length ? -1 : bytes[this.at]! | (bytes[this.at + 1]! << 8);
  }
}
