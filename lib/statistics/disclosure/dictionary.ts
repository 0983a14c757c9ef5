/** Products of two numbers of the dictionary must stay whole numbers that a double holds exactly. */
const LARGEST = Number.MAX_SAFE_INTEGER / 2;

/**
 * A system of equations A·x = b over x >= 0, solved for some of its columns: a simplex dictionary in whole numbers over
 * one common denominator (Edmonds' integer pivoting), so that "the bounds meet" is a proof and no rounding.
 *
 * Rows hold the coefficients and, last, the right side; `basis[row]` is the column solved for in that row.
 */
export class Dictionary {
  readonly columns: number;
  readonly rows: number[][] = [];
  readonly basis: number[] = [];
  #denominator = 1;

  /** `equations` = rows of coefficients with the right side last; dependent rows are dropped. */
  constructor(equations: readonly (readonly number[])[], columns: number) {
    this.columns = columns;
    const open = equations.map((row) => [...row]);
    for (let row = open.shift(); row; row = open.shift()) {
      this.rows.push(row);
      this.basis.push(-1);
      const column = row.findIndex((coefficient, i) => i < columns && coefficient !== 0);
      if (column >= 0) this.#pivot(this.rows.length - 1, column, open);
      else {
        this.rows.pop();
        this.basis.pop();
      }
    }
  }

  /** Value of each column in the present corner: a count over the denominator; columns outside the basis are 0. */
  corner(): { numerators: number[]; denominator: number } {
    const numerators = Array<number>(this.columns).fill(0);
    this.basis.forEach((column, row) => {
      numerators[column] = this.rows[row]![this.columns]!;
    });
    return { numerators, denominator: this.#denominator };
  }

  /** Moves to a corner where no column is negative (dual simplex, least index). The system must have such a corner. */
  makeFeasible(): void {
    for (;;) {
      const row = this.#leastBy((candidate) => this.rows[candidate]![this.columns]! < 0);
      if (row < 0) return;
      const column = this.rows[row]!.findIndex((coefficient, i) => i < this.columns && coefficient < 0);
      if (column < 0) throw new RangeError("The equations have no solution without negative counts");
      this.#pivot(row, column);
    }
  }

  /**
   * Moves from corner to corner until `target` is greatest (direction 1) or least (−1); Bland's rule, so it ends.
   * `enough` is asked at every corner and stops the walk early by answering true. Returns false when there is no bound.
   */
  extreme(target: number, direction: 1 | -1, enough: () => boolean = () => false): boolean {
    for (;;) {
      if (enough()) return true;
      const own = this.basis.indexOf(target);
      // Outside the basis a column is 0: already least; to grow it enters itself.
      if (own < 0 && direction === -1) return true;
      const entering =
        own < 0
          ? target
          : this.rows[own]!.findIndex(
              (coefficient, i) => i < this.columns && i !== target && direction * coefficient < 0,
            );
      if (entering < 0) return true;
      const leaving = this.#leaving(entering);
      if (leaving < 0) return false;
      this.#pivot(leaving, entering);
    }
  }

  /** The row whose column reaches 0 first when `entering` grows; the least column among equals. */
  #leaving(entering: number): number {
    let best = -1;
    for (let row = 0; row < this.rows.length; row++) {
      const coefficient = this.rows[row]![entering]!;
      if (coefficient <= 0) continue;
      if (best < 0) best = row;
      else {
        const difference =
          this.rows[row]![this.columns]! * this.rows[best]![entering]! -
          this.rows[best]![this.columns]! * coefficient;
        if (difference < 0 || (difference === 0 && this.basis[row]! < this.basis[best]!)) best = row;
      }
    }
    return best;
  }

  /** The row with the least basic column among those that pass the test; −1 when none does. */
  #leastBy(test: (row: number) => boolean): number {
    let best = -1;
    for (let row = 0; row < this.rows.length; row++) {
      if (test(row) && (best < 0 || this.basis[row]! < this.basis[best]!)) best = row;
    }
    return best;
  }

  /** Solves `row` for `column` and takes the column out of all other rows, also of rows that are not placed yet. */
  #pivot(row: number, column: number, open: number[][] = []): void {
    const pivotRow = this.rows[row]!;
    if (pivotRow[column]! < 0) for (let i = 0; i <= this.columns; i++) pivotRow[i] = -pivotRow[i]!;
    const pivot = pivotRow[column]!;
    for (const other of [...this.rows, ...open]) {
      if (other === pivotRow) continue;
      const factor = other[column]!;
      if (factor === 0 && pivot === this.#denominator) continue;
      for (let i = 0; i <= this.columns; i++) {
        const left = other[i]! * pivot;
        const right = factor * pivotRow[i]!;
        if (Math.abs(left) > LARGEST || Math.abs(right) > LARGEST) {
          throw new RangeError("The tables are too entangled for exact arithmetic: publish them in parts");
        }
        other[i] = (left - right) / this.#denominator;
      }
    }
    this.#denominator = pivot;
    this.basis[row] = column;
  }
}
