/** Points of a series that are there, in the order of time. */
export interface Series {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/**
 * The points that have a value, sorted by time; equal times keep their order. A missing value is null, and is left out,
 * never filled in. A RangeError for lists of unequal length and for anything that is neither null nor a finite number.
 *
 * Units: none. R: `na.omit`. Source: its definition.
 *
 * @example seriesOf([2024, 2023, 2025], [64, null, 65]) // { times: [2024, 2025], values: [64, 65] }
 */
export function seriesOf(times: readonly number[], values: readonly (number | null)[]): Series {
  if (times.length !== values.length)
    throw new RangeError(`${times.length} times, but ${values.length} values`);
  const points = times.flatMap((time, i) => {
    const value = values[i]!;
    if (!Number.isFinite(time) || !(value === null || Number.isFinite(value)))
      throw new RangeError(`Not a point of a series: ${value} at ${time}`);
    return value === null ? [] : [[time, value] as const];
  });
  points.sort(([a], [b]) => a - b);
  return { times: points.map(([time]) => time), values: points.map(([, value]) => value) };
}

/** What is said instead of a trend or a forecast while there are too few points to tell one from chance. */
export interface TooEarly {
  readonly kind: "tooEarly";
  readonly points: number;
  readonly needed: number;
}

/**
 * How often each value occurs more than once: the sizes of the groups of equal values.
 *
 * Units: none; never null. R: `table(x)[table(x) > 1]`. Source: its definition.
 *
 * @example tieSizes([1, 2, 2, 3, 3, 3]) // [2, 3]
 */
export function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}
