/** The middle of the samples; the mean of the two middle ones when their number is even. A RangeError when there is none. */
export function median(samples: readonly number[]): number {
  if (samples.length === 0) throw new RangeError("No samples");
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/**
 * The median of ratios of things that were measured one right after the other: what slows the machine down for a while slows both.
 * A RangeError for lists of different length.
 */
export function pairedRatio(above: readonly number[], below: readonly number[]): number {
  if (above.length !== below.length) throw new RangeError("Samples without their partners");
  return median(above.map((value, i) => value / (below[i] ?? Number.NaN)));
}

/** "31 ms (28–40)": the median and the range. */
export function spread(samples: readonly number[], unit: string, digits = 0): string {
  const show = (value: number) => value.toFixed(digits);
  return `${show(median(samples))} ${unit} (${show(Math.min(...samples))}–${show(Math.max(...samples))})`;
}
