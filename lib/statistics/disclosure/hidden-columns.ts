import type { Blocks } from "./blocks.ts";

export const HIDDEN = 1;
export const HIDEABLE = 2;
export const WANTED = 4;

/** Which columns are hidden, row by row, and how far each of them can move: what a search for moves works on. */
export class HiddenColumns {
  /** How far each column can go up and down from where it stands. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  protected readonly blocks: Blocks;
  protected readonly costs: Float64Array;
  protected readonly flags: Uint8Array;
  /** Are all coefficients 1 or −1? */
  protected readonly isUnit: boolean;
  /** Of each row the entries that are hidden, packed to the left, and where each entry stands among them. */
  protected readonly hiddenEntry: Int32Array;
  protected readonly hiddenPlace: Int32Array;
  protected readonly hiddenCount: Int32Array;
  /** The first entry of each row, in the order of costs, that could be hidden and bring it down, and up. */
  protected readonly firstDown: Int32Array;
  protected readonly firstUp: Int32Array;

  /**
   * `up`, `down`: how far each column can go by what a reader knows (taken over, and changed by `shift`); `hideable`: columns
   * that may be hidden when asked to.
   */
  constructor(
    blocks: Blocks,
    up: Float64Array,
    down: Float64Array,
    costs: Float64Array,
    hideable: Uint8Array,
  ) {
    const { rowStart, rowColumn, rowCoefficient } = blocks;
    this.blocks = blocks;
    this.up = up;
    this.down = down;
    this.costs = costs;
    this.flags = hideable.map((may) => (may ? HIDEABLE : 0));
    this.isUnit = rowCoefficient instanceof Int8Array;
    this.hiddenEntry = new Int32Array(rowColumn.length);
    this.hiddenPlace = new Int32Array(rowColumn.length);
    this.hiddenCount = new Int32Array(rowStart.length - 1);
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
      while (this.firstDown[row]! < end && !this.isOfUse(this.firstDown[row]!, -1)) this.firstDown[row]!++;
      while (this.firstUp[row]! < end && !this.isOfUse(this.firstUp[row]!, 1)) this.firstUp[row]!++;
    }
  }

  /** Could the column of an entry be hidden, and then take its row this way? */
  private isOfUse(entry: number, way: 1 | -1): boolean {
    const column = this.blocks.rowColumn[entry]!;
    if (!(this.flags[column]! & HIDEABLE)) return false;
    return (this.blocks.rowCoefficient[entry]! * way > 0 ? this.up : this.down)[column]! > 0;
  }

  isHidden(column: number): boolean {
    return (this.flags[column]! & HIDDEN) !== 0;
  }

  /** Lets a column stand so much higher from now on. */
  shift(column: number, step: number): void {
    this.up[column]! -= step;
    this.down[column]! += step;
  }

  /** Among equals the search goes through columns that are wanted: those that still wait for a proof. */
  want(column: number, wanted: boolean): void {
    if (wanted) this.flags[column]! |= WANTED;
    else this.flags[column]! &= ~WANTED;
  }

  hide(column: number): void {
    if (this.isHidden(column)) return;
    this.flags[column]! |= HIDDEN;
    const { columnStart, columnRow, columnEntry, rowStart } = this.blocks;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = columnRow[e]!;
      const place = rowStart[row]! + this.hiddenCount[row]!++;
      this.hiddenEntry[place] = columnEntry[e]!;
      this.hiddenPlace[columnEntry[e]!] = place;
    }
  }

  show(column: number): void {
    if (!this.isHidden(column)) return;
    this.flags[column]! &= ~HIDDEN;
    const { columnStart, columnRow, columnEntry, rowStart } = this.blocks;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = columnRow[e]!;
      const last = rowStart[row]! + --this.hiddenCount[row]!;
      const place = this.hiddenPlace[columnEntry[e]!]!;
      this.hiddenEntry[place] = this.hiddenEntry[last]!;
      this.hiddenPlace[this.hiddenEntry[place]!] = place;
    }
  }

  /** How many columns of a row are hidden. */
  hiddenIn(row: number): number {
    return this.hiddenCount[row]!;
  }
}
