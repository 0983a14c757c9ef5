import { type Contingency, margins } from "./contingency.ts";
import { checkPairs } from "./mid-ranks.ts";

/** Brings back what rounding has put outside [−1, 1]. */
function withinOne(r: number): number {
  return Math.min(1, Math.max(-1, r));
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

/**
 * Distances from the mean, in units of the greatest one so that their squares neither overflow nor vanish. The mean is taken
 * twice: the second time it is what the rounding of the first left.
 */
function deviations(values: readonly number[]): Float64Array {
  const n = values.length;
  const first = values[0]!;
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / n;
  const away = Float64Array.from(values, (value) => value - first - mean);
  const rest = away.reduce((sum, value) => sum + value, 0) / n;
  const greatest = away.reduce((most, value) => Math.max(most, Math.abs(value - rest)), 0);
  if (!Number.isFinite(greatest)) throw new RangeError("The values are too large for a correlation");
  return away.map((value) => (value - rest) / greatest);
}

/**
 * Pearson's correlation: how nearly the points (x, y) lie on a straight line; 1 rising, −1 falling, 0 no straight relation.
 * From distances to the mean, so that values such as 10,000,000.1 keep their digits.
 *
 * Units: none, −1 to 1. Null for fewer than two pairs and when all x or all y are equal. A RangeError for lists of different
 * lengths and for NaN. Infinite values are refused as well. R: `cor(x, y)`. Source: Pearson (1896), Phil. Trans. A 187:253–318.
 *
 * @example pearson([1, 2, 3], [1, 2, 4]) // 0.9819805060619659
 */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  checkPairs(x, y);
  if (![...x, ...y].every(Number.isFinite)) throw new RangeError("A correlation needs finite values");
  if (x.length < 2 || isConstant(x) || isConstant(y)) return null;
  const dx = deviations(x);
  const dy = deviations(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < dx.length; i++) {
    xx += dx[i]! * dx[i]!;
    yy += dy[i]! * dy[i]!;
    xy += dx[i]! * dy[i]!;
  }
  return withinOne(xy / Math.sqrt(xx * yy));
}

/**
 * Pearson's correlation of a contingency table whose rows and columns stand for numbers (marks 2–5): exactly that of the
 * list of pupils, without the list.
 *
 * Units: none, −1 to 1. Null as for `pearson`. A RangeError unless each row and each column has its value.
 * R: `cor(rep(row_values, rowSums(t)), …)` on the list that the table was made of.
 * Source: Pearson 1896.
 *
 * @example pearsonFromTable([[1, 0], [0, 2]], [2, 3], [2, 3]) // 1
 */
export function pearsonFromTable(
  table: Contingency,
  rowValues: readonly number[],
  columnValues: readonly number[],
): number | null {
  const { rows, columns, n } = margins(table);
  if (rowValues.length !== rows.length || columnValues.length !== columns.length)
    throw new RangeError("Each row and each column of the table needs one value");
  checkPairs(rowValues, rowValues);
  checkPairs(columnValues, columnValues);
  const seen = (values: readonly number[], counts: readonly number[]) =>
    values.filter((_, i) => counts[i]! > 0);
  if (n < 2 || isConstant(seen(rowValues, rows)) || isConstant(seen(columnValues, columns))) return null;
  const centred = (values: readonly number[], counts: readonly number[]) => {
    const mean = values.reduce((sum, value, i) => sum + value * counts[i]!, 0) / n;
    const rest = values.reduce((sum, value, i) => sum + (value - mean) * counts[i]!, 0) / n;
    return values.map((value) => value - mean - rest);
  };
  const x = centred(rowValues, rows);
  const y = centred(columnValues, columns);
  const squares = (values: readonly number[], counts: readonly number[]) =>
    values.reduce((sum, value, i) => sum + value * value * counts[i]!, 0);
  const xy = table.reduce(
    (sum, row, i) => sum + x[i]! * row.reduce((inner, count, j) => inner + y[j]! * count, 0),
    0,
  );
  return withinOne(xy / Math.sqrt(squares(x, rows) * squares(y, columns)));
}
