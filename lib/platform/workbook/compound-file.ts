import { damaged, refuse } from "./refused.ts";

/** Sector numbers from here on are no places: free, end of a chain, and the tables themselves. */
const NO_SECTOR = 0xfffffffa;
const SMALL_SECTOR = 64;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
const PART = "CFB";

/**
 * The streams of a compound file (the container of .xls): a little file system of sectors linked in chains. Every chain is
 * followed at most as far as the file is long, so that one which bites its own tail is a damaged file and no endless loop.
 *
 * Source: [MS-CFB] Compound File Binary File Format.
 */
export class CompoundFile {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #sectorSize: number;
  readonly #table: Uint32Array;
  readonly #entries = new Map<string, { start: number; size: number }>();
  readonly #smallBelow: number;
  #smallTable: Uint32Array = new Uint32Array(0);
  #smallSectors: Uint8Array = new Uint8Array(0);

  constructor(bytes: Uint8Array) {
    if (bytes.length < 512) refuse("cutOffWorkbook");
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) damaged(PART);
    this.#sectorSize = 1 << shift;
    this.#smallBelow = this.#view.getUint32(56, true);
    this.#table = this.#readTable();
    this.#readDirectory(this.#chain(this.#view.getUint32(48, true)));
  }

  /** The bytes of a stream by its name, or null when there is none. Names are compared without case, as the format says. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toUpperCase());
    if (entry === undefined) return null;
    const isSmall = entry.size < this.#smallBelow;
    const bytes = isSmall ? this.#smallChain(entry.start) : this.#chain(entry.start);
    if (bytes.length < entry.size) refuse("cutOffWorkbook");
    return bytes.subarray(0, entry.size);
  }

  /** The table of sectors: its own sectors are listed in the header and, in large files, in a chain behind it. */
  #readTable(): Uint32Array {
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(this.#view.getUint32(at, true));
    const words = this.#sectorSize / 4;
    let more = this.#view.getUint32(68, true);
    for (let step = 0; more < NO_SECTOR; step += 1) {
      if (step > this.#bytes.length / this.#sectorSize) damaged(PART);
      const sector = this.#words(this.#sector(more));
      places.push(...sector.subarray(0, words - 1));
      more = sector[words - 1]!;
    }
    const used = places.filter((place) => place < NO_SECTOR);
    const table = new Uint32Array(used.length * words);
    used.forEach((place, i) => {
      table.set(this.#words(this.#sector(place)), i * words);
    });
    return table;
  }

  #readDirectory(directory: Uint8Array): void {
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const kind = directory[at + 66];
      const length = view.getUint16(at + 64, true);
      if ((kind !== STREAM && kind !== ROOT) || length < 2 || length > 64) continue;
      const name = Buffer.from(directory.subarray(at, at + length - 2)).toString("utf16le");
      const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
      if (kind === STREAM) this.#entries.set(name.toUpperCase(), entry);
      else this.#smallSectors = entry.start < NO_SECTOR ? this.#chain(entry.start) : new Uint8Array(0);
    }
    const start = this.#view.getUint32(60, true);
    if (start < NO_SECTOR) this.#smallTable = this.#words(this.#chain(start));
  }

  #sector(number: number): Uint8Array {
    const from = (number + 1) * this.#sectorSize;
    if (from >= this.#bytes.length) refuse("cutOffWorkbook");
    // The last sector of a file is often not filled up; what is missing of a stream is noticed by its length.
    return this.#bytes.subarray(from, from + this.#sectorSize);
  }

  #words(bytes: Uint8Array): Uint32Array {
    const words = new Uint32Array(Math.floor(bytes.length / 4));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < words.length; i += 1) words[i] = view.getUint32(4 * i, true);
    return words;
  }

  #chain(start: number): Uint8Array {
    return follow(start, this.#table, (number) => this.#sector(number));
  }

  #smallChain(start: number): Uint8Array {
    return follow(start, this.#smallTable, (number) => {
      const from = number * SMALL_SECTOR;
      if (from >= this.#smallSectors.length) damaged(PART);
      return this.#smallSectors.subarray(from, from + SMALL_SECTOR);
    });
  }
}

function follow(start: number, table: Uint32Array, read: (number: number) => Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let number = start; number < NO_SECTOR; number = table[number]!) {
    if (number >= table.length || pieces.length > table.length) damaged(PART);
    pieces.push(read(number));
  }
  return Buffer.concat(pieces);
}
