/**
 * Refuses predictions and outcomes that do not belong together: lists of unequal length, a prediction that is not a
 * finite number, an outcome that is not 0 or 1, a count that is not a whole number from 0 up. Missing predictions are
 * for the caller to leave out, and to say how many they were.
 */
export function checkOutcomes(
  predicted: readonly number[],
  outcomes: readonly number[],
  counts: readonly number[],
): void {
  if (outcomes.length !== predicted.length || counts.length !== predicted.length)
    throw new RangeError(
      `${predicted.length} predictions, ${outcomes.length} outcomes and ${counts.length} counts are not of one length`,
    );
  predicted.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new RangeError(`Not a prediction: ${value}`);
    if (outcomes[i] !== 0 && outcomes[i] !== 1)
      throw new RangeError(`Not an outcome of 0 or 1: ${outcomes[i]}`);
    if (!(Number.isSafeInteger(counts[i]) && counts[i]! >= 0))
      throw new RangeError(`Not a count: ${counts[i]}`);
  });
}

/** The same, for predictions that are probabilities. */
export function checkProbabilities(
  probabilities: readonly number[],
  outcomes: readonly number[],
  counts: readonly number[],
): void {
  checkOutcomes(probabilities, outcomes, counts);
  for (const p of probabilities)
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, got ${p}`);
}
