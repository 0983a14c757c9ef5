import { studentQuantile } from "../distributions/student.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { nearestNeighbours } from "../similarity/nearest-neighbours.ts";
import type { TooEarly } from "./series.ts";

/** A school before and after; treated: it took part in what is to be judged. */
export interface BeforeAfter {
  readonly name: string;
  readonly treated: boolean;
  readonly before: number;
  readonly after: number;
}

/** A treated school with the schools that show how it would have gone otherwise. */
export interface MatchedSchool {
  readonly name: string;
  readonly neighbours: readonly string[];
  /** Its change minus the mean change of its neighbours. */
  readonly effect: number;
}

export interface DifferenceInDifferences {
  readonly kind: "effect";
  /** Mean over the treated schools of their change minus that of their neighbours. */
  readonly effect: number;
  /** Null when a control is used more than once and there is no other control to judge its spread from. */
  readonly standardError: number | null;
  /** Null without a standard error, and when nothing varies: the spread is then not known. */
  readonly interval: Interval | null;
  readonly treated: number;
  readonly controls: number;
  readonly matched: readonly MatchedSchool[];
  /** Treated schools with fewer neighbours in reach than asked for; not part of the effect. */
  readonly unmatched: readonly string[];
}

export interface MatchingOptions {
  /** Controls for each treated school; 3 when not given. */
  readonly neighbours?: number;
  readonly regions?: readonly (string | null)[];
  readonly otherRegionHandicap?: number;
  readonly farthest?: number;
  /** Fewer matched schools than this is `tooEarly`; 5 when not given. */
  readonly leastTreated?: number;
  readonly level?: number;
}

function check(schools: readonly BeforeAfter[], neighbours: number, leastTreated: number): void {
  for (const { name, before, after } of schools)
    if (!(Number.isFinite(before) && Number.isFinite(after)))
      throw new RangeError(`A value before or after of ${name} is not a number`);
  if (!(Number.isSafeInteger(neighbours) && neighbours >= 1))
    throw new RangeError(`Not a number of neighbours: ${neighbours}`);
  if (!(Number.isSafeInteger(leastTreated) && leastTreated >= 2))
    throw new RangeError(`An effect with an interval needs 2 schools at least, got ${leastTreated}`);
}

/**
 * Difference in differences with matched neighbours: did schools of a programme change more than schools like them? From the change of each
 * treated school the mean change of its nearest untreated ones is taken; the effect is the mean of these differences. Whatever happened to all alike
 * (an easier work, an epidemic) falls out; what happened only to the treated for another reason does not.
 *
 * A school may be neighbour to several. The standard error is that of Abadie and Imbens for matching with replacement: the spread of the single effects, and for
 * controls used more than once the spread of a control's change, judged from its own nearest control. Student's t with (matched schools − 1) degrees of freedom, as there are few.
 *
 * `distance(a, b)` by index, as from `featureSpace` on what was known before; a school whose value before or after is missing has to be left out by the caller
 * (RangeError). `tooEarly` with fewer matched schools than `leastTreated`. Units: those of the values (points, percentage points).
 * R: `Matching::Match(Y, Tr, X, M = k, estimand = "ATT", ties = FALSE)`. Source: Abadie and Imbens (2006), Econometrica 74:235–267; Heckman, Ichimura and Todd (1997).
 * The standard error is null when one control is used for all, the interval also when nothing varies.
 *
 * @example matchedDifferenceInDifferences([{ name: "a", treated: true, before: 50, after: 60 }, { name: "b", treated: false, before: 50, after: 55 }], () => 0, { neighbours: 1 })
 * // { kind: "tooEarly", points: 1, needed: 5 }
 */
export function matchedDifferenceInDifferences(
  schools: readonly BeforeAfter[],
  distance: (one: number, other: number) => number | null,
  options: MatchingOptions = {},
): DifferenceInDifferences | TooEarly {
  const { neighbours = 3, leastTreated = 5, level = USUAL_LEVEL, ...nearness } = options;
  check(schools, neighbours, leastTreated);
  checkLevel(level);
  const names = schools.map(({ name }) => name);
  const changes = schools.map(({ before, after }) => after - before);
  const nearestControls = (index: number, k: number, farthest = nearness.farthest) =>
    nearestNeighbours(index, k, names, distance, {
      ...nearness,
      ...(farthest === undefined ? {} : { farthest }),
      eligible: (other) => !schools[other]!.treated,
    });
  const uses = new Map<number, number>();
  const matched: MatchedSchool[] = [];
  const unmatched: string[] = [];
  schools.forEach(({ treated, name }, index) => {
    if (!treated) return;
    const near = nearestControls(index, neighbours);
    if (near.length < neighbours) {
      unmatched.push(name);
      return;
    }
    for (const { index: control } of near) uses.set(control, (uses.get(control) ?? 0) + 1);
    const usual = near.reduce((sum, { index: control }) => sum + changes[control]!, 0) / neighbours;
    matched.push({
      name,
      neighbours: near.map(({ index: control }) => names[control]!),
      effect: changes[index]! - usual,
    });
  });
  const n = matched.length;
  if (n < leastTreated) return { kind: "tooEarly", points: n, needed: leastTreated };

  const effect = matched.reduce((sum, school) => sum + school.effect, 0) / n;
  let variance = matched.reduce((sum, school) => sum + (school.effect - effect) ** 2, 0);
  for (const [control, times] of uses) {
    if (times < 2) continue;
    const [nearest] = nearestControls(control, 1, Number.POSITIVE_INFINITY);
    const spread = nearest ? (changes[control]! - changes[nearest.index]!) ** 2 / 2 : Number.NaN;
    variance += ((times * (times - 1)) / neighbours ** 2) * spread;
  }
  const standardError = Number.isNaN(variance) ? null : Math.sqrt(variance) / n;
  const half = studentQuantile((1 + level) / 2, n - 1) * (standardError ?? 0);
  return {
    kind: "effect",
    effect,
    standardError,
    interval: half > 0 ? { low: effect - half, high: effect + half } : null,
    treated: n,
    controls: uses.size,
    matched,
    unmatched,
  };
}
