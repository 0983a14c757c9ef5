import type { ExactArithmetic, Row } from "./exact-arithmetic.ts";

/** What bounds a walk: how far each column can go up and down from 0 (Infinity = without end); whole numbers. */
export interface Room {
  readonly up: ArrayLike<number>;
  readonly down: ArrayLike<number>;
}

/**
 * The equations A·y = 0 with −down <= y <= up, solved for some of their columns: a simplex dictionary in whole numbers
 * over one common denominator (Edmonds' integer pivoting), so that "the bounds meet" is a proof and no rounding. y are
 * changes of a table that is known to fit, so y = 0 is a solution to start from; a column outside of the basis stands at
 * a bound, or still at 0.
 *
 * Row r says: denominator · y(basis[r]) + sum of coefficient · (y(j) − stand[j]) = coefficients[r][columns].
 */
export class Dictionary<T> {
  readonly columns: number;
  readonly #arithmetic: ExactArithmetic<T>;
  readonly #room: Room;
  readonly #rows: Row<T>[] = [];
  readonly #basis: number[] = [];
  /** Row of each column of the basis; −1 = outside. */
  readonly #rowOf: Int32Array;
  /** Where each column outside of the basis stands. */
  readonly #stand: Float64Array;
  readonly #zero: T;
  #denominator: T;
  /** Places of a row: all, and those at which the pivot's row is not 0. */
  readonly #everyPlace: Int32Array;
  readonly #filledPlaces: Int32Array;
  /** Coefficients changed so far: the work done, counted the same on every machine. */
  work = 0;

  /** `equations` = rows of coefficients; dependent ones are dropped. */
  constructor(arithmetic: ExactArithmetic<T>, equations: readonly ArrayLike<number>[], room: Room) {
    this.columns = room.up.length;
    this.#arithmetic = arithmetic;
    this.#room = room;
    this.#zero = arithmetic.of(0);
    this.#denominator = arithmetic.of(1);
    this.#rowOf = new Int32Array(this.columns).fill(-1);
    this.#stand = new Float64Array(this.columns);
    this.#everyPlace = Int32Array.from({ length: this.columns + 1 }, (_, place) => place);
    this.#filledPlaces = new Int32Array(this.columns + 1);
    const open = equations.map((row) => arithmetic.row(row)).reverse();
    for (let row = open.pop(); row; row = open.pop()) {
      let column = 0;
      while (column < this.columns && arithmetic.sign(row[column]!) === 0) column++;
      if (column === this.columns) continue;
      this.#rows.push(row);
      this.#basis.push(-1);
      this.#pivot(this.#rows.length - 1, column, open);
    }
  }

  /** The present value of a column, as a fraction. */
  valueOf(column: number): number {
    const row = this.#rowOf[column]!;
    if (row < 0) return this.#stand[column]!;
    return this.#arithmetic.ratio(this.#rows[row]![this.columns]!, this.#denominator);
  }

  /**
   * All columns at the present corner, or where these are not whole at the least multiple of it that surely is (the
   * denominator times), if that stays within the room; null where it does not.
   */
  wholeCorner(): Float64Array | null {
    const { divides, of, ratio } = this.#arithmetic;
    const isWhole = this.#rows.every((row) => divides(this.#denominator, row[this.columns]!));
    const times = isWhole ? 1 : ratio(this.#denominator, of(1));
    const under = isWhole ? this.#denominator : of(1);
    const corner = this.#stand.map((stand) => stand * times);
    for (let row = 0; row < this.#rows.length; row++)
      corner[this.#basis[row]!] = ratio(this.#rows[row]![this.columns]!, under);
    const fits = corner.every(
      (value, column) =>
        Number.isSafeInteger(value) && value <= this.#room.up[column]! && -value <= this.#room.down[column]!,
    );
    return fits ? corner : null;
  }

  /**
   * Walks from corner to corner until `target` is greatest (direction 1) or least (−1); Bland's rule, so it ends.
   * `enough` is asked at every corner and stops the walk early by answering true. Returns false when there is no bound, after one step on.
   */
  extreme(target: number, direction: 1 | -1, enough: () => boolean = () => false): boolean {
    for (;;) {
      if (enough()) return true;
      const entering = this.#entering(target, direction);
      if (entering === null) return true;
      if (!this.#move(entering.column, entering.direction)) return false;
    }
  }

  /** The least column outside of the basis whose change takes the target further, and which way; null at the extreme. */
  #entering(target: number, direction: 1 | -1): { column: number; direction: 1 | -1 } | null {
    const own = this.#rowOf[target]!;
    if (own < 0) return this.#canGo(target, direction) ? { column: target, direction } : null;
    const row = this.#rows[own]!;
    for (let column = 0; column < this.columns; column++) {
      if (this.#rowOf[column]! >= 0) continue;
      const sign = this.#arithmetic.sign(row[column]!);
      if (sign === 0) continue;
      const way = sign * direction < 0 ? 1 : -1;
      if (this.#canGo(column, way)) return { column, direction: way };
    }
    return null;
  }

  #canGo(column: number, direction: 1 | -1): boolean {
    const stand = this.#stand[column]!;
    return direction > 0 ? stand < this.#room.up[column]! : stand > -this.#room.down[column]!;
  }

  /**
   * Moves a column outside of the basis until a column meets its bound. When none ever does, it goes as far as keeps whole
   * what is whole, and the answer is false.
   */
  #move(entering: number, direction: 1 | -1): boolean {
    const { sign, of, crossed, compareProducts, ratio } = this.#arithmetic;
    const own =
      direction > 0
        ? this.#room.up[entering]! - this.#stand[entering]!
        : this.#stand[entering]! + this.#room.down[entering]!;
    let leaving = -1;
    let bound = 0;
    // The least quotient gap / rate; the entering column's own way counts as own · denominator / denominator.
    const endless = own === Number.POSITIVE_INFINITY;
    let gap = endless ? this.#zero : crossed(of(own), this.#denominator, this.#zero, this.#zero, of(1));
    let rate = endless ? this.#zero : this.#denominator;
    for (let row = 0; row < this.#rows.length; row++) {
      const coefficient = this.#rows[row]![entering]!;
      const way = -sign(coefficient) * direction;
      if (way === 0) continue;
      const column = this.#basis[row]!;
      const end = way > 0 ? this.#room.up[column]! : -this.#room.down[column]!;
      if (!Number.isFinite(end)) continue;
      const left = crossed(of(way * end), this.#denominator, of(way), this.#rows[row]![this.columns]!, of(1));
      const speed = crossed(of(sign(coefficient)), coefficient, this.#zero, this.#zero, of(1));
      const order = sign(rate) === 0 ? -1 : compareProducts(left, rate, gap, speed);
      if (order > 0 || (order === 0 && (leaving < 0 ? entering : this.#basis[leaving]!) < column)) continue;
      [leaving, bound, gap, rate] = [row, end, left, speed];
    }
    if (leaving >= 0) this.#exchange(leaving, bound, entering);
    else this.#flip(entering, direction * (endless ? ratio(this.#denominator, of(1)) : own));
    return leaving >= 0 || !endless;
  }

  /** Takes a column outside of the basis to its other bound. */
  #flip(column: number, change: number): void {
    const { of, crossed } = this.#arithmetic;
    for (const row of this.#rows)
      row[this.columns] = crossed(row[this.columns]!, of(1), row[column]!, of(change), of(1));
    this.#stand[column]! += change;
  }

  /** Lets `entering` into the basis in the place of a column that meets its bound. */
  #exchange(row: number, bound: number, entering: number): void {
    const { of, crossed } = this.#arithmetic;
    const leaving = this.#basis[row]!;
    const pivotRow = this.#rows[row]!;
    // From now on the row speaks of the way of the leaving column from its bound, and of the entering one's from its stand.
    pivotRow[this.columns] = crossed(pivotRow[this.columns]!, of(1), this.#denominator, of(bound), of(1));
    this.#rowOf[leaving] = -1;
    this.#stand[leaving] = bound;
    this.#pivot(row, entering);
    pivotRow[this.columns] = crossed(
      pivotRow[this.columns]!,
      of(1),
      this.#denominator,
      of(-this.#stand[entering]!),
      of(1),
    );
  }

  /** Solves `row` for `column` and takes the column out of all other rows, also of rows that are not placed yet. */
  #pivot(row: number, column: number, open: readonly Row<T>[] = []): void {
    const { sign, of, crossed, filled, combine } = this.#arithmetic;
    const pivotRow = this.#rows[row]!;
    if (sign(pivotRow[column]!) < 0)
      for (let i = 0; i <= this.columns; i++)
        pivotRow[i] = crossed(of(-1), pivotRow[i]!, this.#zero, this.#zero, of(1));
    const pivot = pivotRow[column]!;
    const scaled = this.#arithmetic.compareProducts(pivot, of(1), this.#denominator, of(1)) !== 0;
    // While the denominator stays as it is, other rows change only where this one is not zero.
    const places = scaled ? this.#everyPlace : this.#filledPlaces;
    const count = scaled ? places.length : filled(pivotRow, places);
    for (const others of [this.#rows, open]) {
      for (const other of others) {
        if (other === pivotRow) continue;
        const factor = other[column]!;
        if (sign(factor) === 0 && !scaled) continue;
        this.work += this.columns;
        combine(other, pivot, factor, pivotRow, this.#denominator, places, count);
      }
    }
    this.#denominator = pivot;
    if (this.#basis[row]! >= 0) this.#rowOf[this.#basis[row]!] = -1;
    this.#basis[row] = column;
    this.#rowOf[column] = row;
  }
}
