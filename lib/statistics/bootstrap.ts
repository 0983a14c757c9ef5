import { normalCdf, normalQuantile } from "./distributions/normal.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "./interval.ts";
import { quantile } from "./quantile.ts";
import { type RandomGenerator, sampleIndex } from "./random.ts";

/** "percentile": plain quantiles of the replicates; "bca": corrected for bias and for a spread that changes (BCa). */
export type BootstrapMethod = "percentile" | "bca";

export interface BootstrapOptions {
  /** How often the sample is drawn anew; 999 or 1,999 are usual. */
  readonly replicates: number;
  readonly random: RandomGenerator;
  readonly method?: BootstrapMethod;
  readonly level?: number;
}

export interface Bootstrap extends Interval {
  readonly estimate: number;
  readonly method: BootstrapMethod;
  /** Replicates for which the statistic was defined; those without are left out. */
  readonly replicates: number;
}

type Groups = readonly (readonly number[])[];

function drawn(values: readonly number[], random: RandomGenerator): number[] {
  return values.map(() => values[sampleIndex(random, values.length)]!);
}

/** Efron's acceleration from leaving out each value in turn; null when the statistic is not defined without one. */
function acceleration(groups: Groups, statistic: (groups: Groups) => number | null): number | null {
  let cubes = 0;
  let squares = 0;
  for (const [g, group] of groups.entries()) {
    const without = group.map((_, i) =>
      statistic(groups.map((other, k) => (k === g ? other.filter((_, j) => j !== i) : other))),
    );
    if (without.some((value) => value === null)) return null;
    const mean = without.reduce<number>((sum, value) => sum + value!, 0) / group.length;
    for (const value of without) {
      const influence = ((group.length - 1) / group.length) * (mean - value!);
      cubes += influence ** 3;
      squares += influence ** 2;
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

function bootstrap(
  groups: Groups,
  statistic: (groups: Groups) => number | null,
  { replicates, random, method = "bca", level = USUAL_LEVEL }: BootstrapOptions,
): Bootstrap | null {
  checkLevel(level);
  if (!Number.isSafeInteger(replicates) || replicates < 1)
    throw new RangeError(`Not a number of replicates: ${replicates}`);
  if (!groups.flat().every(Number.isFinite)) throw new RangeError("A sample holds finite values only");
  if (groups.some((group) => group.length < 2)) return null;
  const estimate = statistic(groups);
  if (estimate === null) return null;
  const defined: number[] = [];
  for (let i = 0; i < replicates; i++) {
    const value = statistic(groups.map((group) => drawn(group, random)));
    if (value !== null) defined.push(value);
  }
  if (defined.every((value) => value === defined[0])) return null;
  const tail = (1 - level) / 2;
  const between = (low: number, high: number): Bootstrap => ({
    ...{ estimate, method, replicates: defined.length },
    ...{ low: quantile(defined, low, 6)!, high: quantile(defined, high, 6)! },
  });
  if (method === "percentile") return between(tail, 1 - tail);
  const below = defined.filter((value) => value < estimate).length;
  const equal = defined.filter((value) => value === estimate).length;
  const bias = normalQuantile((below + equal / 2) / defined.length);
  const a = acceleration(groups, statistic);
  if (a === null || !Number.isFinite(bias)) return null;
  const [low, high] = [bias + normalQuantile(tail), bias - normalQuantile(tail)];
  // Beyond its pole the correction would turn round; so skew a sample cannot bear so high a level.
  if (a * low >= 1 || a * high >= 1) return null;
  const moved = (z: number) => normalCdf(bias + z / (1 - a * z));
  return between(moved(low), moved(high));
}

/**
 * Bootstrap interval of any statistic of one group (median, share above a limit, ratio): what other groups of such pupils
 * could show, seen by drawing from these pupils again and again. BCa by default, because the plain percentile interval is
 * off where the statistic is skew. For means and shares use `meanInterval`, `wilson`; they need no drawing.
 *
 * `statistic` gets a list of as many values and may answer null. Units: those of the statistic. Null for fewer than two
 * values, when the statistic is null for the sample, when all replicates are equal (a bare point would claim certainty), and
 * for BCa when all replicates lie on one side of the estimate, the statistic is not defined without one of the values, or the
 * sample is too skew for the level.
 * The same generator gives the same interval. Quantiles of the replicates are of type 6, order statistics (B + 1)·p.
 * R: `boot::boot.ci(boot(x, f, B), type = c("perc", "bca"))` up to interpolation and ties with the estimate, counted half.
 * Source: Efron (1987), JASA 82:171–185; Davison and Hinkley (1997), Bootstrap Methods, §5.3.
 *
 * @example bootstrapInterval([3, 5, 8, 13], (x) => quantile(x, 0.5), { replicates: 999, random: seededGenerator(1) })!.estimate // 6.5
 */
export function bootstrapInterval(
  values: readonly number[],
  statistic: (values: readonly number[]) => number | null,
  options: BootstrapOptions,
): Bootstrap | null {
  return bootstrap([values], ([sample]) => statistic(sample!), options);
}

/**
 * Bootstrap interval of the difference of a statistic (mean, median) between two independent groups, first minus second; each
 * group is drawn from by itself. For means of groups that are not small and skew `welch` gives nearly the same.
 *
 * Units: those of the statistic. Null as for `bootstrapInterval`, for either group. R: `boot(…, strata = group)`.
 * Source: Davison and Hinkley 1997.
 *
 * @example bootstrapDifference([3, 5, 8, 13], [1, 2, 3, 6], (x) => quantile(x, 0.5), { replicates: 999, random: seededGenerator(1) })!.estimate // 4
 */
export function bootstrapDifference(
  first: readonly number[],
  second: readonly number[],
  statistic: (values: readonly number[]) => number | null,
  options: BootstrapOptions,
): Bootstrap | null {
  const difference = ([x, y]: Groups) => {
    const one = statistic(x!);
    const other = statistic(y!);
    return one === null || other === null ? null : one - other;
  };
  return bootstrap([first, second], difference, options);
}
