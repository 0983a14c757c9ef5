import type { Matrix } from "../linear-algebra/matrix.ts";
import { type ConditionalFit, conditionalFit } from "./conditional-fit.ts";
import { informativePart } from "./informative-part.ts";
import type { ItemCategories } from "./item-categories.ts";
import { brokenLinks } from "./item-links.ts";
import { type DroppedItem, type NotEstimable, notEstimable, refusedPart } from "./not-estimable.ts";
import { type CategoryCounts, categoryCounts } from "./response-groups.ts";
import { type ItemResponses, responseTable } from "./responses.ts";

/** Estimates for the steps of one item; index h − 1 belongs to h points, h = 1 … maximum. */
export interface PartialCreditItem {
  /** Cumulative easiness of h points; null for points never given. */
  readonly cumulative: readonly (number | null)[];
  readonly cumulativeErrors: readonly (number | null)[];
  /** Ability at which h points are as likely as h − 1, on the scale where all cumulative parameters sum to 0 (as eRm). */
  readonly thresholds: readonly (number | null)[];
  readonly thresholdErrors: readonly (number | null)[];
  /** The same on the scale where the mean of all thresholds is 0. */
  readonly centredThresholds: readonly (number | null)[];
  readonly centredThresholdErrors: readonly (number | null)[];
}

export interface PartialCreditModel {
  readonly converged: true;
  /** By item; null for an item that was dropped. */
  readonly items: readonly (PartialCreditItem | null)[];
  /** The items as `personMeasures` and the fit statistics take them, on the scale of `cumulative` and `thresholds`. */
  readonly categories: readonly ItemCategories[];
  /** What is subtracted from a threshold or an ability on that scale to come to the centred one. */
  readonly centre: number;
  readonly logLik: number;
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
  readonly iterations: number;
}

/** A number that is linear in the parameters: index of parameter → factor. */
type Linear = ReadonlyMap<number, number>;

function combined(of: Linear, estimates: Float64Array): number {
  let sum = 0;
  for (const [p, factor] of of) sum += factor * estimates[p]!;
  return sum;
}

function standardError(of: Linear, { data, columns }: Matrix): number {
  let variance = 0;
  for (const [p, x] of of) for (const [q, y] of of) variance += x * y * data[p * columns + q]!;
  return Math.sqrt(Math.max(0, variance));
}

/** x + factor·y. */
function plus(x: Linear, y: Linear, factor: number): Linear {
  const sum = new Map(x);
  for (const [p, value] of y) sum.set(p, (sum.get(p) ?? 0) + factor * value);
  return sum;
}

/** Thresholds of one item as functions of the parameters; null where h or h − 1 points are never given. */
function thresholdsOf(seen: readonly number[], first: number, maximum: number): (Linear | null)[] {
  const parameter = (points: number): Linear | null => {
    const c = seen.indexOf(points);
    return c < 0 ? null : new Map(c === 0 ? [] : [[first + c - 1, 1]]);
  };
  return Array.from({ length: maximum }, (_, h) => {
    const [lower, upper] = [parameter(h), parameter(h + 1)];
    return lower && upper && plus(plus(new Map(), lower, 1), upper, -1);
  });
}

function meanOf(list: readonly Linear[]): Linear {
  return list.reduce((sum, one) => plus(sum, one, 1 / list.length), new Map() as Linear);
}

function model(fit: ConditionalFit, { categories }: CategoryCounts, maxima: readonly number[]) {
  const { layout, estimates, covariance } = fit;
  const thresholds = categories.map((seen, item) =>
    seen.length < 2 ? [] : thresholdsOf(seen, layout.first[item]!, maxima[item]!),
  );
  const centre = meanOf(thresholds.flat().filter((one) => one !== null));
  const numbers = (list: readonly (Linear | null)[]) => ({
    values: list.map((one) => one && combined(one, estimates)),
    errors: list.map((one) => one && standardError(one, covariance)),
  });
  const items = categories.map((seen, item): PartialCreditItem | null => {
    if (seen.length < 2) return null;
    const own = thresholds[item]!;
    const cumulative = numbers(
      own.map((_, h) => {
        const c = seen.indexOf(h + 1);
        return c < 1 || seen[0] !== 0 ? null : new Map([[layout.first[item]! + c - 1, 1]]);
      }),
    );
    const plain = numbers(own);
    const centred = numbers(own.map((one) => one && plus(one, centre, -1)));
    return {
      cumulative: cumulative.values,
      cumulativeErrors: cumulative.errors,
      thresholds: plain.values,
      thresholdErrors: plain.errors,
      centredThresholds: centred.values,
      centredThresholdErrors: centred.errors,
    };
  });
  return {
    items,
    categories: categories.map((seen, item): ItemCategories => {
      if (seen.length < 2) return null;
      const weight = (c: number) => (c === 0 ? 0 : estimates[layout.first[item]! + c - 1]!);
      return Array.from({ length: maxima[item]! + 1 }, (_, h) =>
        seen.includes(h) ? weight(seen.indexOf(h)) : null,
      );
    }),
    centre: combined(centre, estimates),
  };
}

/**
 * The partial-credit model by conditional maximum likelihood: the Rasch model for tasks with several points. Each next
 * point has its own threshold, the ability at which it is as likely as the point before; thresholds need not rise.
 * P(h points) ∝ exp(h·ability − sum of the first h thresholds). Conditional for the reason given at `raschModel`, whose results it
 * repeats when all maxima are 1.
 *
 * Rows are persons, columns items; points from 0, `null` = not given to this person. `maxima` = greatest points possible by item;
 * without them the greatest seen. Points that no informative person got have no finite parameter: null there and in the
 * thresholds beside them, the others are estimated. If an item's points all lie above 0, its thresholds between points
 * seen are there, its cumulative parameters (which start from 0 points) are not. Items with one kind of answer are dropped with the reason; `converged: false` with a reason where no
 * finite estimate exists. A RangeError for other values and ragged rows.
 *
 * Units: logits, on both scales in use (`thresholds`: all cumulative parameters sum to 0; `centredThresholds`: mean of
 * thresholds 0), with standard errors under each normalisation.
 * R: `eRm::PCM(x, sum0 = TRUE)`: `betapar` = cumulative, `se.beta`, `loglik`; `eRm::thresholds`.
 * Source: Masters (1982), Psychometrika 47:149–174; Andersen (1972), JRSS B 34:42–54.
 *
 * @example partialCreditModel([[1, 0], [1, 0], [1, 0], [0, 1]]).items[0].thresholds // [-0.549…] = -log(3) / 2
 */
export function partialCreditModel(
  responses: ItemResponses,
  maxima?: readonly number[],
): PartialCreditModel | NotEstimable {
  const table = responseTable(responses, maxima);
  const part = informativePart(table);
  const { dropped, personsUsed } = part;
  const refusal = refusedPart(table.persons, table.items, part);
  if (refusal) return refusal;
  const broken = brokenLinks(table, part);
  if (broken) return notEstimable(broken.reason, dropped, broken.parts);
  const counts = categoryCounts(table, part);
  const fit = conditionalFit(counts);
  if (!fit) return notEstimable("illConditioned", dropped);
  const { logLik, iterations } = fit;
  return { converged: true, ...model(fit, counts, table.maxima), logLik, personsUsed, dropped, iterations };
}
