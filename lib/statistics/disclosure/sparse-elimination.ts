import type { Blocks } from "./blocks.ts";
import { stirred } from "./canonical-order.ts";
import { Overflow } from "./exact-arithmetic.ts";

/** The largest prime below 2^26: products of two remainders are exact in a double. */
const PRIME = 67_108_859;

/** What elimination says of one block. */
export interface Elimination {
  readonly rank: number;
  /** Columns that are 0 in the one solution of A·d = 0 that was drawn: all that follow, and with small probability others. */
  readonly zeros: readonly number[];
}

/**
 * Solves A·d = 0 for a block by exact elimination in whole numbers, sparse rows, the column with the fewest rows first, and
 * draws one solution: free columns get numbers made from `seed`, the others follow, all modulo a prime.
 *
 * A column that is not 0 in it does not follow from what is shown: the elimination itself is exact over the whole numbers,
 * and no pivot is divisible by the prime, so the solution is the remainder of a rational one that is not 0 there either.
 *
 * @throws Overflow when whole numbers no longer fit a double.
 */
export function eliminate(
  blocks: Blocks,
  block: number,
  without: Uint8Array | null,
  seed: number,
): Elimination {
  const [from, to] = [blocks.blockColumn[block]!, blocks.blockColumn[block + 1]!];
  const [rowFrom, rowTo] = [blocks.blockRow[block]!, blocks.blockRow[block + 1]!];
  const { columnStart, columnRow, columnCoefficient } = blocks;
  const rowsOf: number[][] = [];
  const coefficients: number[][] = [];
  for (let column = from; column < to; column++) {
    const rows: number[] = [];
    const own: number[] = [];
    for (let e = columnStart[column]!; e < columnStart[column + 1]! && !without?.[column]; e++) {
      rows.push(columnRow[e]! - rowFrom);
      own.push(columnCoefficient[e]!);
    }
    rowsOf.push(rows);
    coefficients.push(own);
  }
  const pivots = new Pivoting(rowTo - rowFrom, rowsOf, coefficients).run();
  const solution = new Float64Array(to - from);
  const isPivot = new Uint8Array(to - from);
  for (const { column } of pivots) isPivot[column] = 1;
  for (let c = 0; c < solution.length; c++)
    if (!isPivot[c]) solution[c] = 1 + (stirred(c + Math.imul(seed, 0x9e3779b1)) % (PRIME - 1));
  for (let i = pivots.length - 1; i >= 0; i--) {
    const { column, own, columns, coefficients } = pivots[i]!;
    let sum = 0;
    for (let k = 0; k < columns.length; k++)
      sum = (sum + remainder(-coefficients[k]!) * solution[columns[k]!]!) % PRIME;
    if (remainder(own) === 0) throw new Overflow();
    solution[column] = (sum * inverse(remainder(own))) % PRIME;
  }
  const zeros: number[] = [];
  for (let c = 0; c < solution.length; c++)
    if (solution[c] === 0 && !without?.[c + from]) zeros.push(c + from);
  return { rank: pivots.length, zeros };
}

function remainder(whole: number): number {
  const left = whole % PRIME;
  return left < 0 ? left + PRIME : left;
}

/** By Fermat: a^(p − 2) modulo p. */
function inverse(whole: number): number {
  if (whole === 1 || whole === PRIME - 1) return whole;
  let [result, base, power] = [1, whole, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/**
 * Gauss's elimination of a sparse matrix that is kept by columns: columns are short, some rows are as long as a region
 * has schools. The row of a pivot is set aside as it is then: it holds its column, columns of later pivots and free ones.
 */
class Pivoting {
  /** Of each column its rows, and its coefficients in them. */
  readonly #rowsOf: number[][];
  readonly #coefficients: number[][];
  /** Columns that have ever stood in a row; how many stand in it now. */
  readonly #columnsOf: number[][];
  readonly #length: Int32Array;
  /** Columns by the number of their rows; a column is filed anew when it changes, older places are passed over. */
  readonly #byCount: number[][] = [];

  constructor(rows: number, rowsOf: number[][], coefficients: number[][]) {
    this.#rowsOf = rowsOf;
    this.#coefficients = coefficients;
    this.#columnsOf = Array.from({ length: rows }, () => []);
    this.#length = new Int32Array(rows);
    for (let c = rowsOf.length - 1; c >= 0; c--) {
      for (const r of rowsOf[c]!) {
        this.#columnsOf[r]!.push(c);
        this.#length[r]!++;
      }
      this.#file(c);
    }
  }

  run(): Pivot[] {
    const pivots: Pivot[] = [];
    for (let column = this.#next(); column >= 0; column = this.#next()) {
      let best = this.#rowsOf[column]![0]!;
      for (const r of this.#rowsOf[column]!) if (this.#length[r]! < this.#length[best]!) best = r;
      const pivot = this.#setAside(best, column);
      const others = [...this.#rowsOf[column]!];
      for (const r of others) this.#subtract(r, pivot);
      pivots.push(pivot);
    }
    return pivots;
  }

  #file(column: number): void {
    const count = this.#rowsOf[column]!.length;
    if (count === 0) return;
    this.#byCount[count] ??= [];
    this.#byCount[count].push(column);
  }

  /** A column that stands in the fewest rows; −1 when none stands in any. */
  #next(): number {
    for (let count = 1; count < this.#byCount.length; count++) {
      const filed = this.#byCount[count];
      while (filed && filed.length > 0) {
        const column = filed.pop()!;
        if (this.#rowsOf[column]!.length === count) return column;
      }
    }
    return -1;
  }

  /** Takes a row out of the matrix. */
  #setAside(r: number, column: number): Pivot {
    const columns: number[] = [];
    const coefficients: number[] = [];
    let own = 0;
    for (const each of this.#columnsOf[r]!) {
      const coefficient = this.#take(r, each);
      if (coefficient === 0) continue;
      if (each === column) own = coefficient;
      else {
        columns.push(each);
        coefficients.push(coefficient);
      }
      this.#file(each);
    }
    return { column, own, columns, coefficients };
  }

  /** Removes an entry and returns it; 0 when there is none. */
  #take(r: number, column: number): number {
    const rows = this.#rowsOf[column]!;
    const at = rows.indexOf(r);
    if (at < 0) return 0;
    const coefficients = this.#coefficients[column]!;
    const coefficient = coefficients[at]!;
    const [lastRow, last] = [rows.pop()!, coefficients.pop()!];
    if (at < rows.length) {
      rows[at] = lastRow;
      coefficients[at] = last;
    }
    this.#length[r]!--;
    return coefficient;
  }

  /** Takes the pivot's column out of another row. */
  #subtract(r: number, pivot: Pivot): void {
    const inRow = this.#take(r, pivot.column);
    const common = divisor(inRow, pivot.own);
    const [times, less] = [pivot.own / common, inRow / common];
    if (times !== 1) this.#scale(r, (coefficient) => exact(coefficient * times));
    for (let k = 0; k < pivot.columns.length; k++)
      this.#add(r, pivot.columns[k]!, exact(-less * pivot.coefficients[k]!));
    if (times === 1 || times === -1) return;
    let left = 0;
    this.#scale(r, (coefficient) => {
      left = divisor(coefficient, left);
      return coefficient;
    });
    if (left > 1) this.#scale(r, (coefficient) => coefficient / left);
  }

  #add(r: number, column: number, change: number): void {
    const rows = this.#rowsOf[column]!;
    const coefficients = this.#coefficients[column]!;
    const at = rows.indexOf(r);
    if (at < 0) {
      rows.push(r);
      coefficients.push(change);
      this.#columnsOf[r]!.push(column);
      this.#length[r]!++;
    } else {
      const sum = exact(coefficients[at]! + change);
      if (sum !== 0) coefficients[at] = sum;
      else this.#take(r, column);
    }
    this.#file(column);
  }

  #scale(r: number, change: (coefficient: number) => number): void {
    const seen = new Set<number>();
    for (const column of this.#columnsOf[r]!) {
      const at = this.#rowsOf[column]!.indexOf(r);
      if (at < 0 || seen.has(column)) continue;
      seen.add(column);
      this.#coefficients[column]![at] = change(this.#coefficients[column]![at]!);
    }
  }
}

/** A row solved for its column: own · column + sum of coefficient · other = 0. */
interface Pivot {
  readonly column: number;
  readonly own: number;
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

function divisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function exact(whole: number): number {
  if (whole > Number.MAX_SAFE_INTEGER || whole < -Number.MAX_SAFE_INTEGER) throw new Overflow();
  return whole;
}
