/**
 * Spearman–Brown prophecy: the reliability of a test `times` as long, made of items of the same kind. `times` = 2 turns
 * the correlation of two halves into the reliability of the whole test; 0.5 tells what half of the items would be worth.
 *
 * Units: a number up to 1. Null where no such test can exist: 1 + (times − 1)·reliability is not positive.
 * A RangeError for a reliability above 1 or below −1, and unless `times` is positive and finite.
 * R: `n * r / (1 + (n - 1) * r)`. Source: Spearman (1910), Brown (1910), British Journal of Psychology 3:271–322.
 *
 * @example spearmanBrown(0.5, 2) // 0.6666666666666666
 */
export function spearmanBrown(reliability: number, times: number): number | null {
  if (!(reliability >= -1 && reliability <= 1))
    throw new RangeError(`A reliability lies between -1 and 1, got ${reliability}`);
  if (!(times > 0 && times < Number.POSITIVE_INFINITY))
    throw new RangeError(`A test cannot be ${times} times as long`);
  const scale = 1 + (times - 1) * reliability;
  return scale > 0 ? (times * reliability) / scale : null;
}
