import type { Blocks } from "./blocks.ts";

/** A unit of more rows, or columns, is not laid out. */
const MOST_ROWS = 32;
const MOST_COLUMNS = 128;

/**
 * The rows of a unit as a square: which column stands between two of them. A unit is what the two shortest rows of each column
 * join: a graph whose points are rows and whose lines are columns. One unit at a time is laid out.
 */
export class UnitRows {
  readonly units: number;
  /** The unit that is laid out, how many rows it has, and for each of them the rows it is joined with, as bits. */
  unit = -1;
  count = 0;
  readonly joined = new Int32Array(MOST_ROWS);
  /** The place of each row in its unit. */
  readonly placeOf: Uint8Array;
  readonly #blocks: Blocks;
  readonly #unitOf: Int32Array;
  readonly #square = new Int32Array(MOST_ROWS * MOST_ROWS);
  #isWhole = false;

  constructor(blocks: Blocks) {
    const { unitStart, nearest, second, rowStart, rowCoefficient } = blocks;
    this.#blocks = blocks;
    // Coefficients other than 1 and −1 stand beside percentages only, and leave no paths with steps of one.
    this.units = rowCoefficient instanceof Int8Array ? unitStart.length - 1 : 0;
    this.#unitOf = new Int32Array(rowStart.length).fill(-1);
    this.placeOf = new Uint8Array(rowStart.length);
    for (let unit = 0; unit < this.units; unit++) {
      if (unitStart[unit + 1]! - unitStart[unit]! > MOST_COLUMNS) continue;
      let count = 0;
      for (let column = unitStart[unit]!; column < unitStart[unit + 1]!; column++) {
        if (second[column]! < 0) continue;
        for (const row of [nearest[column]!, second[column]!]) {
          if (this.#unitOf[row]! >= 0) continue;
          this.#unitOf[row] = unit;
          this.placeOf[row] = count++;
        }
      }
      if (count <= MOST_ROWS) continue;
      for (let column = unitStart[unit]!; column < unitStart[unit + 1]!; column++)
        if (second[column]! >= 0) this.#unitOf[nearest[column]!] = this.#unitOf[second[column]!] = -1;
    }
  }

  /** Can the column be laid out with its unit? */
  has(column: number): boolean {
    return this.#blocks.second[column]! >= 0 && this.#unitOf[this.#blocks.nearest[column]!]! >= 0;
  }

  /** Lays a unit out with the columns that `isIn` admits; of two columns between the same rows the first one. */
  lay(unit: number, isIn: (column: number) => boolean): void {
    const { unitStart, nearest, second } = this.#blocks;
    this.#square.fill(-1);
    this.joined.fill(0);
    this.unit = unit;
    this.count = 0;
    this.#isWhole = false;
    for (let column = unitStart[unit]!; column < unitStart[unit + 1]!; column++) {
      if (!this.has(column) || !isIn(column)) continue;
      const a = this.placeOf[nearest[column]!]!;
      const b = this.placeOf[second[column]!]!;
      if (this.#square[a * MOST_ROWS + b]! >= 0) continue;
      this.#square[a * MOST_ROWS + b] = column;
      this.#square[b * MOST_ROWS + a] = column;
      this.joined[a]! |= 1 << b;
      this.joined[b]! |= 1 << a;
      this.count = Math.max(this.count, a + 1, b + 1);
    }
  }

  /** Lays the unit of a column out with all that are or could be hidden, which stay the same. */
  layAll(column: number, isIn: (column: number) => boolean): void {
    const unit = this.#unitOf[this.#blocks.nearest[column]!]!;
    if (this.unit === unit && this.#isWhole) return;
    this.lay(unit, isIn);
    this.#isWhole = true;
  }

  /** The column between two rows; only for rows that are joined. */
  between(a: number, b: number): number {
    return this.#square[a * MOST_ROWS + b]!;
  }
}
