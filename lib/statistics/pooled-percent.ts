/** A figure of one school: a percentage or a mean, and the pupils it was taken of. */
export interface WeightedFigure {
  readonly value: number | null;
  readonly participants: number;
}

/**
 * Figure of an area from the figures of its schools, weighted by participants: P = Σ n·p / Σ n. It is the figure of all
 * pupils together; a plain mean of percentages would count a school of four like one of four hundred. Where counts are at
 * hand, add them (`poolMarks`) instead.
 *
 * Units: those of the values. Null when no school with pupils has a figure; schools without a figure (null) or without pupils
 * are left out. A RangeError for what is no count or no number. R: `weighted.mean(p, n)`. Source: handbook §5.3.
 *
 * @example pooledPercent([{ value: 100, participants: 4 }, { value: 50, participants: 96 }]) // 52
 */
export function pooledPercent(figures: readonly WeightedFigure[]): number | null {
  let n = 0;
  let sum = 0;
  for (const { value, participants } of figures) {
    if (!Number.isSafeInteger(participants) || participants < 0)
      throw new RangeError(`Not a number of pupils: ${participants}`);
    if (value === null || participants === 0) continue;
    if (!Number.isFinite(value)) throw new RangeError(`Not a figure: ${value}`);
    n += participants;
    sum += participants * value;
  }
  return n === 0 ? null : sum / n;
}
