import type { Blocks } from "./blocks.ts";

/** What is kept of each column and of each row lies side by side: most of the time of a search goes into fetching it. */
export const WIDTH = 4;
export const [UP, DOWN, STEP, COST] = [0, 1, 2, 3];
export const [OFF, HIDDEN_COUNT, START, OPEN_PLACE] = [0, 1, 2, 3];
export const [HIDDEN, HIDEABLE, WANTED] = [1, 2, 4];

/** Which columns are hidden, row by row, and how far each of them can move: what a search for moves works on. */
export class HiddenColumns {
  protected readonly blocks: Blocks;
  protected readonly column: Float64Array;
  protected readonly flags: Uint8Array;
  protected readonly row: Float64Array;
  /** Each entry of a row: its column doubled, +1 when the coefficient is negative; and of a column, its row so. */
  protected readonly rowCode: Int32Array;
  protected readonly columnCode: Int32Array;
  /** Are all coefficients 1 or −1, so that the codes say everything? */
  protected readonly unit: boolean;
  /** Of each row the entries that are hidden, packed to the left, and where each entry stands among them. */
  protected readonly hiddenEntry: Int32Array;
  protected readonly hiddenPlace: Int32Array;
  /** The first entry of each row, in the order of costs, that could bring it down, and up. */
  protected readonly firstDown: Int32Array;
  protected readonly firstUp: Int32Array;

  /** `up`, `down`: how far each column can go by what a reader knows; `hideable`: columns that may be hidden when asked to. */
  constructor(
    blocks: Blocks,
    up: Float64Array,
    down: Float64Array,
    costs: Float64Array,
    hideable: Uint8Array,
  ) {
    const { rowStart, rowColumn, rowCoefficient, columnRow, columnCoefficient } = blocks;
    const [columns, rows, entries] = [blocks.columns.length, rowStart.length - 1, rowColumn.length];
    this.blocks = blocks;
    this.column = new Float64Array(WIDTH * columns);
    this.flags = new Uint8Array(columns);
    for (let c = 0; c < columns; c++) {
      this.column[WIDTH * c + UP] = up[c]!;
      this.column[WIDTH * c + DOWN] = down[c]!;
      this.column[WIDTH * c + COST] = costs[c]!;
      this.flags[c] = hideable[c] ? HIDEABLE : 0;
    }
    this.row = new Float64Array(WIDTH * rows);
    for (let r = 0; r < rows; r++) this.row[WIDTH * r + START] = rowStart[r]!;
    this.rowCode = new Int32Array(entries);
    this.columnCode = new Int32Array(entries);
    let unit = true;
    for (let e = 0; e < entries; e++) {
      this.rowCode[e] = 2 * rowColumn[e]! + (rowCoefficient[e]! < 0 ? 1 : 0);
      this.columnCode[e] = 2 * columnRow[e]! + (columnCoefficient[e]! < 0 ? 1 : 0);
      if (rowCoefficient[e] !== 1 && rowCoefficient[e] !== -1) unit = false;
    }
    this.unit = unit;
    this.hiddenEntry = new Int32Array(entries);
    this.hiddenPlace = new Int32Array(entries);
    this.firstDown = rowStart.slice(0, -1);
    this.firstUp = rowStart.slice(0, -1);
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
      while (this.firstDown[row]! < end && !this.isOfUse(this.firstDown[row]!, 0)) this.firstDown[row]!++;
      while (this.firstUp[row]! < end && !this.isOfUse(this.firstUp[row]!, 1)) this.firstUp[row]!++;
    }
  }

  /** Could the column of an entry be hidden, and then take its row down (0) or up (1)? */
  private isOfUse(entry: number, way: 0 | 1): boolean {
    const code = this.rowCode[entry]!;
    const column = code >> 1;
    return (
      (this.flags[column]! & HIDEABLE) !== 0 &&
      this.column[WIDTH * column + ((code & 1) === way ? DOWN : UP)]! > 0
    );
  }

  isHidden(column: number): boolean {
    return (this.flags[column]! & HIDDEN) !== 0;
  }

  /** How far a column can go up from where it stands. */
  up(column: number): number {
    return this.column[WIDTH * column + UP]!;
  }

  /** How far a column can go down from where it stands. */
  down(column: number): number {
    return this.column[WIDTH * column + DOWN]!;
  }

  /** Lets a column stand so much higher from now on. */
  shift(column: number, step: number): void {
    this.column[WIDTH * column + UP]! -= step;
    this.column[WIDTH * column + DOWN]! += step;
  }

  /** Among equals the search goes through columns that are wanted: those that still wait for a proof. */
  want(column: number, wanted: boolean): void {
    if (wanted) this.flags[column]! |= WANTED;
    else this.flags[column]! &= ~WANTED;
  }

  hide(column: number): void {
    if (this.isHidden(column)) return;
    this.flags[column]! |= HIDDEN;
    const { columnStart, columnRow, columnEntry } = this.blocks;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = WIDTH * columnRow[e]!;
      const place = this.row[row + START]! + this.row[row + HIDDEN_COUNT]!++;
      this.hiddenEntry[place] = columnEntry[e]!;
      this.hiddenPlace[columnEntry[e]!] = place;
    }
  }

  show(column: number): void {
    if (!this.isHidden(column)) return;
    this.flags[column]! &= ~HIDDEN;
    const { columnStart, columnRow, columnEntry } = this.blocks;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = WIDTH * columnRow[e]!;
      const last = this.row[row + START]! + --this.row[row + HIDDEN_COUNT]!;
      const place = this.hiddenPlace[columnEntry[e]!]!;
      this.hiddenEntry[place] = this.hiddenEntry[last]!;
      this.hiddenPlace[this.hiddenEntry[place]!] = place;
    }
  }

  /** How many columns of a row are hidden. */
  hiddenIn(row: number): number {
    return this.row[WIDTH * row + HIDDEN_COUNT]!;
  }
}
