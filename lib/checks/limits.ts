/** Less than any difference that pupils can make; more than what rounding leaves of 43.33 − 33.33. */
const rounding = 1e-9;

/** Published limits are inclusive («не меньше 10 п. п.»), so ours are too; a limit that is met exactly is not lost to rounding. */
export function atLeast(value: number, limit: number): boolean {
  return value >= limit - rounding;
}
