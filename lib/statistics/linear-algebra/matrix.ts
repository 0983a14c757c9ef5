/** A matrix of real numbers, stored row after row: element (i, j) stands at `i * columns + j`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/**
 * A matrix of zeros. A RangeError unless both sizes are whole numbers from 0 up.
 *
 * R: `matrix(0, rows, columns)`.
 * Units: none; never null. Source: its definition.
 *
 * @example zeros(2, 3).data.length // 6
 */
export function zeros(rows: number, columns: number): Matrix {
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 0 || columns < 0)
    throw new RangeError(`Not the size of a matrix: ${rows} × ${columns}`);
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/**
 * A matrix from its rows. A RangeError when they differ in length or hold something that is not a finite number,
 * because one NaN would silently reach every result.
 *
 * R: `rbind(c(1, 2), c(3, 4))`.
 * Units: none; never null. Source: its definition.
 *
 * @example matrixOf([[1, 2], [3, 4]]).data // Float64Array [1, 2, 3, 4]
 */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const matrix = zeros(rows.length, columns);
  rows.forEach((row, i) => {
    if (row.length !== columns)
      throw new RangeError(`Row ${i + 1} has ${row.length} elements, the first has ${columns}`);
    row.forEach((value, j) => {
      if (!Number.isFinite(value)) throw new RangeError(`Not a number in row ${i + 1}, column ${j + 1}`);
      matrix.data[i * columns + j] = value;
    });
  });
  return matrix;
}

/**
 * The identity matrix. R: `diag(n)`.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example rowsOf(identity(2)) // [[1, 0], [0, 1]]
 */
export function identity(n: number): Matrix {
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++) matrix.data[i * n + i] = 1;
  return matrix;
}

/**
 * One element, counted from 0. A RangeError outside of the matrix. R: `a[i + 1, j + 1]`.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example at(identity(2), 0, 1) // 0
 */
export function at({ rows, columns, data }: Matrix, i: number, j: number): number {
  if (!(i >= 0 && i < rows && j >= 0 && j < columns))
    throw new RangeError(`No element (${i}, ${j}) in a matrix of ${rows} × ${columns}`);
  return data[i * columns + j]!;
}

/**
 * The rows as lists. The inverse of `matrixOf`.
 *
 * Units: none; never null. R: `rbind`, `diag`, `t`, `%*%`. Source: its definition.
 *
 * @example rowsOf(matrixOf([[1, 2]])) // [[1, 2]]
 */
export function rowsOf({ rows, columns, data }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);
}

/**
 * Rows as columns. R: `t(a)`.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example rowsOf(transpose(matrixOf([[1, 2]]))) // [[1], [2]]
 */
export function transpose({ rows, columns, data }: Matrix): Matrix {
  const result = zeros(columns, rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result.data[j * rows + i] = data[i * columns + j]!;
  return result;
}

/**
 * Matrix product. A RangeError unless `a` has as many columns as `b` has rows. R: `a %*% b`.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example rowsOf(multiply(matrixOf([[1, 2]]), matrixOf([[3], [4]]))) // [[11]]
 */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows)
    throw new RangeError(`${a.columns} columns cannot be multiplied with ${b.rows} rows`);
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.columns; k++) {
      const factor = a.data[i * a.columns + k]!;
      for (let j = 0; j < b.columns; j++)
        result.data[i * b.columns + j]! += factor * b.data[k * b.columns + j]!;
    }
  return result;
}

/**
 * Product of a matrix and a vector. A RangeError unless the vector has one element for each column. R: `a %*% x`.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example multiplyVector(matrixOf([[1, 2]]), [3, 4]) // Float64Array [11]
 */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  if (a.columns !== x.length)
    throw new RangeError(`${a.columns} columns cannot be multiplied with ${x.length} numbers`);
  const result = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) {
    let sum = 0;
    for (let j = 0; j < a.columns; j++) sum += a.data[i * a.columns + j]! * x[j]!;
    result[i] = sum;
  }
  return result;
}
