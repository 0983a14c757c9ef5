/**
 * The sum of a person's best results: what an applicant brings to a university that asks for so many subjects. Null when the
 * person has fewer results.
 *
 * Handbook §2.6 (sums of three subjects of at least 160, 220, 250: lists of regions).
 *
 * Units: test scores. R: `sum(sort(x, decreasing = TRUE)[1:k])`. Source: handbook §2.6.
 *
 * @example bestSum([60, 90, 71, 40], 3) // 221
 */
export function bestSum(scores: readonly number[], subjects = 3): number | null {
  if (scores.length < subjects) return null;
  return [...scores]
    .sort((a, b) => b - a)
    .slice(0, subjects)
    .reduce((sum, score) => sum + score, 0);
}
