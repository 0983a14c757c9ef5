import { histogramMedian } from "./quantile.ts";

/** Numbers of pupils with the marks 2, 3, 4 and 5, in this order. */
export type MarkCounts = readonly [number, number, number, number];

/** What one pupil with the mark 2, 3, 4, 5 adds to СОУ: the square of mark / 5, in per cent. */
export const SOU_WEIGHTS: MarkCounts = [16, 36, 64, 100];
const MARKS: MarkCounts = [2, 3, 4, 5];

/** Weighted sum over pupils with a mark, divided by their number; null when nobody has one. */
function perPupil(counts: MarkCounts, weights: MarkCounts): number | null {
  const n = marked(counts);
  return n === 0 ? null : counts.reduce((sum, count, i) => sum + count * weights[i]!, 0) / n;
}

/**
 * Number of pupils with a mark: the base of every share in this file.
 *
 * Units: pupils; never null (0 when nobody has a mark); a RangeError for a negative or broken count.
 * R: `sum(counts)`.
 * Source: ФИС ОКО.
 *
 * @example marked([2, 8, 10, 4]) // 24
 */
export function marked(counts: MarkCounts): number {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
  }
  return counts[0] + counts[1] + counts[2] + counts[3];
}

/**
 * Counts of several groups together: pooling over pupils, which weights each group by its participants.
 *
 * Units: pupils; four zeros for no group. A RangeError for what is no count. R: `Reduce("+", groups)`.
 * Never null (zeros for no group). Source: handbook §5.3.
 *
 * @example poolMarks([[2, 8, 10, 4], [0, 1, 1, 0]]) // [2, 9, 11, 4]
 */
export function poolMarks(groups: Iterable<MarkCounts>): MarkCounts {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (const counts of groups) {
    marked(counts);
    counts.forEach((count, i) => {
      sum[i]! += count;
    });
  }
  return sum;
}

/**
 * Counts of the rest of an area: `whole` without the marks of `part`, so that a school is compared with pupils who are not its own.
 *
 * Units: pupils. Null when `part` is not a part of `whole`: the two were counted at different times. A RangeError for what
 * is no count. R: `whole - part`. Source: Newcombe (1998) asks for groups without a pupil in common.
 *
 * @example subtractMarks([60, 250, 300, 122], [2, 8, 10, 4]) // [58, 242, 290, 118]
 */
export function subtractMarks(whole: MarkCounts, part: MarkCounts): MarkCounts | null {
  marked(whole);
  marked(part);
  const rest: MarkCounts = [whole[0] - part[0], whole[1] - part[1], whole[2] - part[2], whole[3] - part[3]];
  return rest.some((count) => count < 0) ? null : rest;
}

/**
 * Number of pupils with 3, 4 or 5: the part that `passRate` is the share of.
 *
 * Units: pupils; never null. A RangeError for what is no count. R: `n3 + n4 + n5`. Source: handbook §5.3.
 *
 * @example passCount([2, 8, 10, 4]) // 22
 */
export function passCount(counts: MarkCounts): number {
  return marked(counts) - counts[0];
}

/**
 * Number of pupils with 4 or 5: the part that `quality` is the share of.
 *
 * Units: pupils; never null. A RangeError for what is no count. R: `n4 + n5`. Source: handbook §5.3.
 *
 * @example qualityCount([2, 8, 10, 4]) // 14
 */
export function qualityCount(counts: MarkCounts): number {
  return passCount(counts) - counts[1];
}

/**
 * Shares of the marks 2, 3, 4, 5 among pupils with a mark. Pooled over pupils: give the summed counts of an area,
 * never a mean of the shares of its schools. Each share stands alone; their sum is not forced to 100 after rounding.
 *
 * Units: per cent 0–100. Null when nobody has a mark. R: `100 * counts / sum(counts)`.
 * Source: report «Статистика по отметкам» of ФИС ОКО; handbook §5.3.
 *
 * @example markShares([2, 8, 10, 4]) // [8.333…, 33.333…, 41.666…, 16.666…]
 */
export function markShares(counts: MarkCounts): readonly [number, number, number, number] | null {
  const n = marked(counts);
  if (n === 0) return null;
  return [(100 * counts[0]) / n, (100 * counts[1]) / n, (100 * counts[2]) / n, (100 * counts[3]) / n];
}

/**
 * Pass rate (абсолютная успеваемость): how many of a hundred pupils with a mark have 3, 4 or 5.
 *
 * Units: per cent 0–100. Null when nobody has a mark. R: `100 * (n3 + n4 + n5) / n`. Source: handbook §5.3.
 *
 * @example passRate([2, 8, 10, 4]) // 91.66666666666667
 */
export function passRate(counts: MarkCounts): number | null {
  return perPupil(counts, [0, 100, 100, 100]);
}

/**
 * Quality of knowledge (качество знаний): how many of a hundred pupils with a mark have 4 or 5.
 *
 * Units: per cent 0–100. Null when nobody has a mark. R: `100 * (n4 + n5) / n`. Source: handbook §5.3.
 *
 * @example quality([2, 8, 10, 4]) // 58.333333333333336
 */
export function quality(counts: MarkCounts): number | null {
  return perPupil(counts, [0, 0, 100, 100]);
}

/**
 * Degree of training (СОУ, степень обученности учащихся, by Simonov): the mean of 100, 64, 36 and 16 per cent for the
 * marks 5, 4, 3, 2. The usual four-term form; pupils without a mark (н/а) are left out, because their weight is disputed.
 *
 * Units: per cent, from 16 (all have 2) to 100 (all have 5). Null when nobody has a mark.
 * R: `(100 * n5 + 64 * n4 + 36 * n3 + 16 * n2) / n`. Source: handbook §5.3.
 *
 * @example sou([2, 8, 10, 4]) // 56.666666666666664
 */
export function sou(counts: MarkCounts): number | null {
  return perPupil(counts, SOU_WEIGHTS);
}

/**
 * Mean mark (средний балл отметки).
 *
 * Units: marks, 2–5. Null when nobody has a mark. R: `mean(rep(2:5, counts))`. Source: handbook §5.3.
 *
 * @example meanMark([2, 8, 10, 4]) // 3.6666666666666665
 */
export function meanMark(counts: MarkCounts): number | null {
  return perPupil(counts, MARKS);
}

/**
 * Median mark: half of the pupils have this mark or less, half this mark or more. With an even number of pupils whose
 * two middle marks differ it lies between them (3.5), as R's median does.
 *
 * Units: marks, 2–5. Null when nobody has a mark. R: `median(rep(2:5, counts))`.
 * Source: its definition.
 *
 * @example medianMark([2, 8, 10, 4]) // 4
 */
export function medianMark(counts: MarkCounts): number | null {
  marked(counts);
  return histogramMedian([0, 0, ...counts]);
}
