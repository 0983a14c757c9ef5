import type { Blocks } from "./blocks.ts";

/** Flags of a column; the last one: the move under way goes through it. */
export const HIDDEN = 1;
export const HIDEABLE = 2;
export const WANTED = 4;
export const MOVED = 8;

/**
 * Places in the record of a column that begins at number `at`: how far it can go up (at), and how far down; and among the
 * words, from word 2 · at on, its flags, its name, how many rows it stands in, and these rows: each as 2 · row, and 1 more
 * where the coefficient is negative.
 */
export const DOWN = 1;
export const FLAGS = 4;
export const COLUMN = 5;
export const LENGTH = 6;
export const ROWS = 7;

/** Places in the record of a row: where its entries begin, how many are hidden, ... */
export const ROW = 4;
export const START = 0;
const COUNT = 1;
/** ... and the first entries that could be hidden and take it down, and up. */
export const FIRST_DOWN = 2;
export const FIRST_UP = 3;

/** Bytes of a row: how many of its columns the move under way goes through, and of how many of its first hidden ones ... */
export const MARKS = 4;
/** ... the row can be taken up by one (1), and down by one (2). */
export const GOOD = 1;

/** So many hidden columns of a row are looked at. */
export const LOOKED_AT = 16;

/**
 * Which columns are hidden, row by row, and how far each of them can move: what a search for moves works on.
 *
 * In a large table a search spends its time on waiting for memory. So what is asked for together lies together: a column
 * with its bounds and rows is one record, and what is asked of rows most often are a few bytes.
 */
export class HiddenColumns {
  protected readonly blocks: Blocks;
  protected readonly costs: Float64Array;
  /** The records of columns, as doubles and as words of 32 bits over the same memory; and where each begins. */
  protected readonly numbers: Float64Array;
  protected readonly words: Int32Array;
  protected readonly recordOf: Int32Array;
  protected readonly rowWords: Int32Array;
  protected readonly rowMarks: Uint8Array;
  /** Are all coefficients 1 or −1? */
  protected readonly isUnit: boolean;
  /** Of each entry of a row 2 · the record of its column, and 1 more where the coefficient is negative. */
  protected readonly rowLink: Int32Array;
  /** Of each row the same of the hidden ones, packed to the left; which entries they are; and where each entry stands among them. */
  protected readonly hiddenLink: Int32Array;
  protected readonly hiddenEntry: Int32Array;
  protected readonly hiddenPlace: Int32Array;

  /** `up`, `down`: how far each column can go by what a reader knows; `hideable`: columns that may be hidden when asked to. */
  constructor(
    blocks: Blocks,
    up: Float64Array,
    down: Float64Array,
    costs: Float64Array,
    hideable: Uint8Array,
  ) {
    const { rowStart, rowColumn, rowCoefficient, columnStart, columnRow, columnCoefficient } = blocks;
    const columns = up.length;
    this.blocks = blocks;
    this.costs = costs;
    this.isUnit = rowCoefficient instanceof Int8Array;
    const recordOf = new Int32Array(columns + 1);
    for (let column = 0; column < columns; column++) {
      const length = columnStart[column + 1]! - columnStart[column]!;
      recordOf[column + 1] = recordOf[column]! + ((ROWS + length + 1) >> 1);
    }
    const numbers = new Float64Array(recordOf[columns]!);
    const words = new Int32Array(numbers.buffer);
    for (let column = 0, e = 0; column < columns; column++) {
      const at = recordOf[column]!;
      numbers[at] = up[column]!;
      numbers[at + DOWN] = down[column]!;
      let word = 2 * at;
      const end = columnStart[column + 1]!;
      words[word + FLAGS] = hideable[column]! > 0 ? HIDEABLE : 0;
      words[word + COLUMN] = column;
      words[word + LENGTH] = end - e;
      for (; e < end; e++, word++)
        words[word + ROWS] = 2 * columnRow[e]! + (columnCoefficient[e]! < 0 ? 1 : 0);
    }
    const rowLink = new Int32Array(rowColumn.length);
    for (let e = 0; e < rowColumn.length; e++)
      rowLink[e] = 2 * recordOf[rowColumn[e]!]! + (rowCoefficient[e]! < 0 ? 1 : 0);
    this.recordOf = recordOf;
    this.numbers = numbers;
    this.words = words;
    this.rowLink = rowLink;
    this.rowWords = new Int32Array(ROW * rowStart.length);
    this.rowMarks = new Uint8Array(MARKS * rowStart.length);
    this.hiddenLink = new Int32Array(rowColumn.length);
    this.hiddenEntry = new Int32Array(rowColumn.length);
    this.hiddenPlace = new Int32Array(rowColumn.length);
    for (let row = 0; row < rowStart.length; row++) this.rowWords[ROW * row + START] = rowStart[row]!;
    this.skipUseless();
  }

  /**
   * Passes over what a search for columns to hide cannot use: columns that are hidden from the beginning, which cost nothing and
   * so come first, and zeros, the cheapest of the others, which cannot go down.
   */
  private skipUseless(): void {
    const { rowStart } = this.blocks;
    for (let row = 0; row + 1 < rowStart.length; row++) {
      const end = rowStart[row + 1]!;
      let [down, up] = [rowStart[row]!, rowStart[row]!];
      while (down < end && !this.isOfUse(this.rowLink[down]!, 1)) down++;
      while (up < end && !this.isOfUse(this.rowLink[up]!, 0)) up++;
      this.rowWords[ROW * row + FIRST_DOWN] = down;
      this.rowWords[ROW * row + FIRST_UP] = up;
    }
  }

  /** Could the column be hidden, and then take its row up (0) or down (1)? */
  private isOfUse(link: number, way: 0 | 1): boolean {
    const at = link >> 1;
    return (this.words[2 * at + FLAGS]! & HIDEABLE) !== 0 && this.numbers[at + (way ^ (link & 1))]! > 0;
  }

  /** How far a column can go up from where it stands. */
  up(column: number): number {
    return this.numbers[this.recordOf[column]!]!;
  }

  /** How far a column can go down from where it stands. */
  down(column: number): number {
    return this.numbers[this.recordOf[column]! + DOWN]!;
  }

  isHidden(column: number): boolean {
    return (this.words[2 * this.recordOf[column]! + FLAGS]! & HIDDEN) !== 0;
  }

  /** How many columns of a row are hidden. */
  hiddenIn(row: number): number {
    return this.rowWords[ROW * row + COUNT]!;
  }

  /** Among equals the search goes through columns that are wanted: those that still wait for a proof. */
  want(column: number, wanted: boolean): void {
    const word = 2 * this.recordOf[column]! + FLAGS;
    if (wanted) this.words[word]! |= WANTED;
    else this.words[word]! &= ~WANTED;
  }

  /** Lets a hidden column stand so much higher from now on. */
  shift(column: number, step: number): void {
    const at = this.recordOf[column]!;
    this.markAll(column, -1);
    this.numbers[at]! -= step;
    this.numbers[at + DOWN]! += step;
    this.markAll(column, 1);
  }

  hide(column: number): void {
    if (this.isHidden(column)) return;
    const at = this.recordOf[column]!;
    this.words[2 * at + FLAGS]! |= HIDDEN;
    const { columnStart, columnEntry } = this.blocks;
    let word = 2 * at + ROWS;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = this.words[word++]! >> 1;
      const start = this.rowWords[ROW * row + START]!;
      const place = start + this.rowWords[ROW * row + COUNT]!++;
      const entry = columnEntry[e]!;
      this.hiddenLink[place] = this.rowLink[entry]!;
      this.hiddenEntry[place] = entry;
      this.hiddenPlace[entry] = place;
      if (place - start < LOOKED_AT) this.mark(row, this.rowLink[entry]!, 1);
    }
  }

  show(column: number): void {
    if (!this.isHidden(column)) return;
    this.markAll(column, -1);
    const at = this.recordOf[column]!;
    this.words[2 * at + FLAGS]! &= ~HIDDEN;
    const { columnStart, columnEntry } = this.blocks;
    let word = 2 * at + ROWS;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = this.words[word++]! >> 1;
      const start = this.rowWords[ROW * row + START]!;
      const last = start + --this.rowWords[ROW * row + COUNT]!;
      const place = this.hiddenPlace[columnEntry[e]!]!;
      const link = this.hiddenLink[last]!;
      this.hiddenLink[place] = link;
      this.hiddenEntry[place] = this.hiddenEntry[last]!;
      this.hiddenPlace[this.hiddenEntry[place]!] = place;
      if (last - start >= LOOKED_AT && place - start < LOOKED_AT) this.mark(row, link, 1);
    }
  }

  /** Counts a hidden column in all its rows where it stands among the first, or takes it out of the count. */
  private markAll(column: number, change: 1 | -1): void {
    const { columnStart, columnEntry } = this.blocks;
    let word = 2 * this.recordOf[column]! + ROWS;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = this.words[word++]! >> 1;
      const entry = columnEntry[e]!;
      if (this.hiddenPlace[entry]! - this.rowWords[ROW * row + START]! < LOOKED_AT)
        this.mark(row, this.rowLink[entry]!, change);
    }
  }

  private mark(row: number, link: number, change: 1 | -1): void {
    const [at, flip] = [link >> 1, link & 1];
    if (this.numbers[at + flip]! >= 1) this.rowMarks[MARKS * row + GOOD]! += change;
    if (this.numbers[at + (1 - flip)]! >= 1) this.rowMarks[MARKS * row + GOOD + 1]! += change;
  }
}
