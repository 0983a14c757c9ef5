/** The sums that elimination and the simplex method need, on whole numbers that are never rounded. */
export interface ExactArithmetic<T> {
  of(whole: number): T;
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

/** Whole numbers in doubles: fast, and it says when they grow too large. */
export const doubles: ExactArithmetic<number> = {
  of: (whole) => whole,
  sign: Math.sign,
  crossed: (a, b, c, d, divisor) => (product(a, b) - product(c, d)) / divisor,
  compareProducts: (a, b, c, d) => product(a, b) - product(c, d),
  ratio: (numerator, denominator) => numerator / denominator,
  divides: (denominator, numerator) => numerator % denominator === 0,
};

/** Whole numbers of any size. */
export const bigIntegers: ExactArithmetic<bigint> = {
  of: BigInt,
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
