/** A row of numbers, packed as its arithmetic likes it best. */
export interface Row<T> {
  readonly length: number;
  [place: number]: T;
}

/** The sums that elimination and the simplex method need, on whole numbers that are never rounded. */
export interface ExactArithmetic<T> {
  of(whole: number): T;
  /** The whole numbers as a row with one more place, which holds 0. */
  row(wholes: ArrayLike<number>): Row<T>;
  /** Writes the places at which a row is not 0 into `places` and returns how many there are. */
  filled(row: Row<T>, places: Int32Array): number;
  /** row = (row · pivot − factor · other) / divisor at the first `count` places, where the division comes out whole. */
  combine(
    row: Row<T>,
    pivot: T,
    factor: T,
    other: Row<T>,
    divisor: T,
    places: Int32Array,
    count: number,
  ): void;
  sign(a: T): number;
  /** (a·b − c·d) / divisor, where the division is known to come out whole. */
  crossed(a: T, b: T, c: T, d: T, divisor: T): T;
  /** Sign of a·b − c·d. */
  compareProducts(a: T, b: T, c: T, d: T): number;
  /** numerator / denominator as the nearest double. */
  ratio(numerator: T, denominator: T): number;
  /** Does the denominator divide the numerator? */
  divides(denominator: T, numerator: T): boolean;
}

/** A whole number no longer fits a double; the work has to be done again with BigInt. */
export class Overflow extends Error {}

/** Both products must be exact, and so must their difference. */
const LARGEST = Number.MAX_SAFE_INTEGER / 2;

function product(a: number, b: number): number {
  const value = a * b;
  if (value > LARGEST || value < -LARGEST) throw new Overflow();
  return value;
}

function filled<T>(row: Row<T>, zero: T, places: Int32Array): number {
  let count = 0;
  for (let place = 0; place < row.length; place++) if (row[place] !== zero) places[count++] = place;
  return count;
}

/** Whole numbers in doubles: fast, and it says when they grow too large. */
export const doubles: ExactArithmetic<number> = {
  of: (whole) => whole,
  row(wholes) {
    const row = new Float64Array(wholes.length + 1);
    row.set(wholes);
    return row;
  },
  filled: (row, places) => filled(row, 0, places),
  combine(row, pivot, factor, other, divisor, places, count) {
    // Written out, since most of the time of exact solving is spent here.
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      const [kept, taken] = [row[place]! * pivot, factor * other[place]!];
      if (kept > LARGEST || kept < -LARGEST || taken > LARGEST || taken < -LARGEST) throw new Overflow();
      row[place] = (kept - taken) / divisor;
    }
  },
  sign: Math.sign,
  crossed: (a, b, c, d, divisor) => (product(a, b) - product(c, d)) / divisor,
  compareProducts: (a, b, c, d) => product(a, b) - product(c, d),
  ratio: (numerator, denominator) => numerator / denominator,
  divides: (denominator, numerator) => numerator % denominator === 0,
};

/** Whole numbers of any size. */
export const bigIntegers: ExactArithmetic<bigint> = {
  of: BigInt,
  row: (wholes) => [...Array.from(wholes, BigInt), 0n],
  filled: (row, places) => filled(row, 0n, places),
  combine(row, pivot, factor, other, divisor, places, count) {
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      row[place] = (row[place]! * pivot - factor * other[place]!) / divisor;
    }
  },
  sign: (a) => (a > 0n ? 1 : a < 0n ? -1 : 0),
  crossed: (a, b, c, d, divisor) => (a * b - c * d) / divisor,
  compareProducts(a, b, c, d) {
    const difference = a * b - c * d;
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  },
  // The whole part apart, so that no digit of it is lost in a quotient of two large doubles.
  ratio: (numerator, denominator) =>
    Number(numerator / denominator) + Number(numerator % denominator) / Number(denominator),
  divides: (denominator, numerator) => numerator % denominator === 0n,
};
