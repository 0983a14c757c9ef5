function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Sum of counts. */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, n) => sum + n, 0);
}

/**
 * Refuses counts that no table of answers can have: the m items solved most often were solved at most min(score, m) times by
 * each person, and all items together exactly as often as the scores say.
 */
export function checkItemTotals(correct: readonly number[], scores: readonly number[]): void {
  if (scores.length !== correct.length + 1)
    throw new RangeError(
      `${correct.length} items have scores 0 to ${correct.length}, got ${scores.length} counts`,
    );
  if (![...correct, ...scores].every(isCount)) throw new RangeError("Counts are whole numbers from 0 up");
  const slacks = easiestSlacks(
    [...correct].sort((a, b) => b - a),
    scores,
  );
  if (slacks.some((value) => value < 0) || slacks.at(-1) !== 0)
    throw new RangeError("No answers have these counts of solved items and of scores");
}

/** How many more solutions the m easiest items could have had, given the scores; m = 0 … items. */
export function easiestSlacks(descending: readonly number[], scores: readonly number[]): number[] {
  const result = [0];
  let atLeast = total(scores);
  descending.forEach((solved, m) => {
    atLeast -= scores[m]!;
    result.push(result[m]! + atLeast - solved);
  });
  return result;
}
