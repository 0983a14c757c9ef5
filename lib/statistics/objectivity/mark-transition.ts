import { type Contingency, crossTabulate, margins } from "../association/contingency.ts";
import type { Interval } from "../interval.ts";
import { wilson } from "../wilson.ts";

/**
 * Transition of a cohort (переход параллели) from one work to the next: how many pupils with each mark in the earlier work
 * (row, 2–5) have each mark in the later one (column, 2–5). The two lists are of the same pupils in the same order; whoever has a mark in one of the
 * works only (null in the other) is left out, so the counts of a row are not all pupils who had that mark.
 *
 * Units: pupils. Never null: all zeros for nobody. A RangeError for lists of different lengths and for marks that are none.
 * R: `table(factor(earlier, 2:5), factor(later, 2:5))`. Source: handbook §4.2 M4.
 *
 * @example transitionMatrix([3, 3, 5], [2, 3, 4]) // [[0,0,0,0], [1,1,0,0], [0,0,0,0], [0,0,1,0]]
 */
export function transitionMatrix(
  earlier: readonly (number | null)[],
  later: readonly (number | null)[],
): number[][] {
  if (earlier.length !== later.length)
    throw new RangeError(`${earlier.length} and ${later.length} marks are not of the same pupils`);
  const both = earlier.flatMap((before, i) => {
    const after = later[i]!;
    return before === null || after === null ? [] : [[before, after] as const];
  });
  return crossTabulate(
    both.map(([before]) => before),
    both.map(([, after]) => after),
    [2, 3, 4, 5],
  );
}

/** A share of the cohort with its interval, both as fractions 0–1. */
export interface TransitionShare {
  readonly pupils: number;
  readonly share: number;
  readonly interval: Interval;
}

export interface TransitionShares {
  /** Pupils with both marks. */
  readonly n: number;
  readonly fell: TransitionShare;
  readonly kept: TransitionShare;
  readonly rose: TransitionShare;
  /** Of them those who fell or rose by two marks or more. */
  readonly fellFar: TransitionShare;
  readonly roseFar: TransitionShare;
}

/**
 * How many of a cohort fell, kept their mark, and rose, each share with Wilson's 95 % interval.
 *
 * What it cannot say: marks of two works are not of one scale, and who has 2 can only rise, who has 5 only fall: part of every
 * movement is regression to the mean. Compare with the region's transition, not with "no change".
 *
 * Units: fractions 0–1. Null when nobody has both marks. A RangeError unless the matrix is four by four counts.
 * R: `d <- col(m) - row(m); tapply(m, sign(d), sum) / sum(m)`. Source: handbook §4.2 M4.
 *
 * @example transitionShares(transitionMatrix([3, 3, 5], [2, 3, 4]))!.fell.share // 0.6666666666666666 = 2 of 3
 */
export function transitionShares(matrix: Contingency): TransitionShares | null {
  const { rows, columns, n } = margins(matrix);
  if (rows.length !== 4 || columns.length !== 4) throw new RangeError("A transition has four by four counts");
  const cells = matrix.flat();
  const pupils = (wanted: (step: number) => boolean) =>
    cells.reduce((sum, count, i) => (wanted((i % 4) - Math.floor(i / 4)) ? sum + count : sum), 0);
  if (n === 0) return null;
  const share = (wanted: (step: number) => boolean): TransitionShare => {
    const some = pupils(wanted);
    return { pupils: some, share: some / n, interval: wilson(some, n)! };
  };
  return {
    n,
    fell: share((step) => step < 0),
    kept: share((step) => step === 0),
    rose: share((step) => step > 0),
    fellFar: share((step) => step <= -2),
    roseFar: share((step) => step >= 2),
  };
}
