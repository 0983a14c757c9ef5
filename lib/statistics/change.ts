/** Refuses what is no number at all; a missing one is null. */
function checkFigure(figure: number | null): void {
  if (figure !== null && !Number.isFinite(figure)) throw new RangeError(`Not a figure: ${figure}`);
}

/**
 * Change in points: the later figure minus the earlier one; for shares in percentage points (п. п.), for mean marks in marks.
 * Its interval is that of two independent groups: `newcombe` for shares, `welch` for means.
 *
 * Units: those of the figures. Null when one of them is missing. A RangeError for NaN. R: `after - before`.
 * Source: handbook §5.3 (индекс роста, Δ п. п.).
 *
 * @example changeInPoints(40.5, 47) // 6.5
 */
export function changeInPoints(before: number | null, after: number | null): number | null {
  checkFigure(before);
  checkFigure(after);
  return before === null || after === null ? null : after - before;
}

/**
 * Growth index (индекс роста): the change in per cent of the earlier figure. For counts and means; the change of a share is
 * told in points, because "20 % more of 5 %" misleads.
 *
 * Units: per cent. Null when one of the figures is missing or the earlier one is 0. A RangeError for NaN.
 * R: `100 * (after - before) / before`. Source: handbook §5.3.
 *
 * @example growthIndex(40, 50) // 25
 */
export function growthIndex(before: number | null, after: number | null): number | null {
  const change = changeInPoints(before, after);
  return change === null || before === 0 ? null : (100 * change) / before!;
}
