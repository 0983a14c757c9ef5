import { cohenKappa } from "./association/cohen-kappa.ts";
import { contingencyOf, margins } from "./association/contingency.ts";
import { type Interval, USUAL_LEVEL } from "./interval.ts";

/** Agreement of the marks of a work with the journal beyond chance, with the whole numbers that it is made of. */
export interface JournalKappa {
  /** Linearly weighted kappa; null when every pupil has one and the same mark in both. */
  readonly kappa: number | null;
  /** Null also when the standard error is 0. */
  readonly interval: Interval | null;
  /** Pupils with both marks. */
  readonly n: number;
  /** Sum of |mark of the work − journal mark| over the pupils. */
  readonly steps: number;
  /** The same sum over all n² pairs of one pupil's mark of the work and another's (or her own) journal mark. */
  readonly pairSteps: number;
}

/**
 * Agreement of the marks of a work with the journal beyond chance (взвешенная каппа): a class where nearly everybody has «4»
 * confirms most journal marks whatever is in them; kappa takes that away. 1 − n · steps / pairSteps: 1 = every mark confirmed,
 * 0 = as if the journal had been shuffled among the pupils. Linear weights: two marks apart count twice one mark.
 *
 * Takes the sixteen counts of a summary, index (mark − 2) · 4 + (journal mark − 2). Units: none, at most 1. Null when nobody
 * has both marks. A RangeError unless there are sixteen counts. R: `vcd::Kappa(t, weights = "Equal-Spacing")`.
 * Source: Cohen (1968), Psychological Bulletin 70:213–220; weights of the marker M3, handbook §4.2.
 *
 * @example journalKappa([0,2,0,0, 0,6,2,0, 0,2,8,0, 0,0,1,3]) // { kappa: 0.6440…, interval: { low: 0.4208…, high: 0.8672… }, n: 24, steps: 7, pairSteps: 472 }
 */
export function journalKappa(matrix: readonly number[], level: number = USUAL_LEVEL): JournalKappa | null {
  if (matrix.length !== 16) throw new RangeError(`A matrix of marks has 16 cells, got ${matrix.length}`);
  const table = contingencyOf(matrix, 4);
  const { rows, columns, n } = margins(table);
  if (n === 0) return null;
  const found = cohenKappa(table, "linear", level);
  let steps = 0;
  let pairSteps = 0;
  for (let mark = 0; mark < 4; mark++) {
    for (let journal = 0; journal < 4; journal++) {
      const apart = Math.abs(mark - journal);
      steps += apart * table[mark]![journal]!;
      pairSteps += apart * rows[mark]! * columns[journal]!;
    }
  }
  return { kappa: found?.kappa ?? null, interval: found?.interval ?? null, n, steps, pairSteps };
}
