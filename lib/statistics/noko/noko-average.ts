import type { NokoResult } from "./noko.ts";

/** Several organisations taken together. */
export interface NokoAverage {
  /** Means of criteria 1–5 over the organisations that have all of them. */
  readonly criteria: readonly number[];
  readonly total: number;
  readonly organisations: number;
  /** Organisations without a total, not in the mean. */
  readonly leftOut: number;
}

/**
 * Result of a municipality or region, or of a school with branches: the plain mean over organisations, each counting once however many
 * people were asked there, as the order has it [verify].
 *
 * Units: points 0–100. Null when no organisation has a total. R: `colMeans`. Source: приказ Минтруда России 31.05.2018 № 344н [verify].
 *
 * @example nokoAverage([]) // null
 */
export function nokoAverage(results: readonly Pick<NokoResult, "criteria" | "total">[]): NokoAverage | null {
  const whole = results.filter(({ total }) => total !== null);
  const n = whole.length;
  if (n === 0) return null;
  const criteria = [0, 1, 2, 3, 4].map(
    (k) => whole.reduce((sum, result) => sum + result.criteria[k]!, 0) / n,
  );
  const total = whole.reduce((sum, result) => sum + result.total!, 0) / n;
  return { criteria, total, organisations: n, leftOut: results.length - n };
}

/** The greatest number of people that has to be asked in one organisation. */
const MOST = 600;

/**
 * How many people have to be asked in one organisation: 40 % of those who use it, rounded up, 600 at most.
 *
 * Units: people. A RangeError unless `population` is a whole number from 0 up. R: `min(600, ceiling(0.4 * n))`.
 * Source: приказ Минтруда России 30.10.2018 № 675н [verify].
 * Never null.
 *
 * @example requiredRespondents(501) // 201
 */
export function requiredRespondents(population: number): number {
  if (!(Number.isSafeInteger(population) && population >= 0))
    throw new RangeError(`Not a number of people: ${population}`);
  return Math.min(MOST, Math.ceil((2 * population) / 5));
}
