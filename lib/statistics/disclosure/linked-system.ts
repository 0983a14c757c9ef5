import { IdIndex } from "./id-index.ts";
import type { Cell, Equation, PublishedPercent, Table } from "./table.ts";

/**
 * A table as numbers: columns are its cells, then the slacks of published percentages; each row says that the sum of
 * coefficient · column is the same for every table that fits. Rows are sparse: row r holds the entries from rowStart[r]
 * up to rowStart[r + 1].
 */
export interface LinkedSystem {
  readonly index: IdIndex;
  /** Columns before this one are cells, the others slacks, which no release shows. */
  readonly cells: number;
  readonly values: Float64Array;
  /** Does a cell say what is known of it or how wide its interval must be? Mostly none does, and none is asked again. */
  readonly hasOwnTerms: boolean;
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
  readonly rowCoefficient: Coefficients;
}

/** Coefficients of sums are 1 and −1; only percentages need others. */
export type Coefficients = Int8Array | Float64Array;

/** Reads a table into a system; throws the RangeErrors of `checkTable`. */
export function indexTable(table: Table): LinkedSystem {
  const { cells, equations, percents = [] } = table;
  const count = cells.length + 2 * percents.length;
  const index = new IdIndex(count);
  const values = new Float64Array(count);
  let hasOwnTerms = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (checkCell(cell)) hasOwnTerms = true;
    if (!index.add(cell.id)) throw new RangeError(`Two cells are called ${cell.id}`);
    values[i] = cell.value;
  }
  let entries = 6 * percents.length;
  for (const { parts } of equations) entries += parts.length + 1;
  const rowStart = new Int32Array(equations.length + 2 * percents.length + 1);
  const rowColumn = new Int32Array(entries);
  const rowCoefficient = (percents.length > 0 ? new Float64Array(entries) : new Int8Array(entries)).fill(1);
  const system = {
    index,
    cells: cells.length,
    values,
    hasOwnTerms,
    rowStart,
    rowColumn,
    rowCoefficient,
  };
  const at = addEquations(system, equations);
  addPercents(system, percents, equations.length, at);
  return system;
}

/** Says whether the cell has a protection or known bounds of its own. */
function checkCell({ id, value, cost, protection, knownLowerBound, knownUpperBound }: Cell): boolean {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${id} is no count: ${value}`);
  if (cost !== undefined && !(cost >= 0 && cost < Number.POSITIVE_INFINITY))
    throw new RangeError(`No cost of hiding ${id}: ${cost}`);
  if (protection !== undefined) checkProtection(protection);
  if (knownLowerBound !== undefined && !(knownLowerBound >= 0 && knownLowerBound <= value))
    throw new RangeError(`${id} = ${value} is not at least ${knownLowerBound}`);
  if (knownUpperBound !== undefined && !(knownUpperBound >= value))
    throw new RangeError(`${id} = ${value} is not at most ${knownUpperBound}`);
  return protection !== undefined || knownLowerBound !== undefined || knownUpperBound !== undefined;
}

/** Refuses a width that protects nothing or that no whole count can have. */
export function checkProtection(protection: number): void {
  if (!Number.isSafeInteger(protection) || protection < 1)
    throw new RangeError(`An interval is kept open by a whole number from 1 up, not by ${protection}`);
}

/** Returns how many entries were written. */
function addEquations(system: LinkedSystem, equations: readonly Equation[]): number {
  const { index, values, rowStart, rowColumn, rowCoefficient } = system;
  // The last equation that named each cell, so that naming one twice is seen without a set for every equation.
  const namedIn = new Int32Array(system.cells).fill(-1);
  let at = 0;
  for (let row = 0; row < equations.length; row++) {
    const { total, parts } = equations[row]!;
    let sum = 0;
    for (let part = -1; part < parts.length; part++) {
      const id = part < 0 ? total : parts[part]!;
      const column = index.find(id);
      if (column < 0) throw new RangeError(`An equation names an unknown cell: ${id}`);
      if (namedIn[column] === row) throw new RangeError(`The equation of ${total} names a cell twice: ${id}`);
      namedIn[column] = row;
      if (part < 0) rowCoefficient[at] = -1;
      else sum += values[column]!;
      rowColumn[at++] = column;
    }
    if (sum !== values[rowColumn[rowStart[row]!]!])
      throw new RangeError(`The parts of ${total} add up to ${sum}`);
    rowStart[row + 1] = at;
  }
  return at;
}

/**
 * A shown percentage q/u (q whole, u = 10^decimals) of count in base is two inequalities, (2q − 1)·base <= 200u·count and
 * 200u·count <= (2q + 1)·base − 1; what is left over on each side is a slack that is never negative.
 */
function addPercents(
  system: LinkedSystem,
  percents: readonly PublishedPercent[],
  row: number,
  at: number,
): void {
  const { index, values, rowStart, rowColumn, rowCoefficient } = system;
  let [nextRow, nextEntry, slack] = [row, at, system.cells];
  for (const { count, base, percent, decimals, baseFactor = 1 } of percents) {
    const name = `${count} in ${base}: ${percent} %`;
    const [part, whole] = [index.find(count), index.find(base)];
    if (part < 0 || whole < 0 || part === whole)
      throw new RangeError(`A percentage of two cells, one of them unknown: ${name}`);
    const unit = 10 ** decimals;
    const rounded = Math.round(percent * unit);
    const [perCount, perBase] = [200 * unit, (2 * rounded - 1) * baseFactor];
    const below = perCount * values[part]! - perBase * values[whole]!;
    const above = 2 * baseFactor * values[whole]! - 1 - below;
    const exact = [decimals, unit, perCount * values[part]!, perBase * values[whole]!, baseFactor];
    if (!exact.every(Number.isSafeInteger) || decimals < 0 || baseFactor < 1 || rounded / unit !== percent)
      throw new RangeError(`Not a percentage rounded to ${decimals} decimals: ${name}`);
    if (below < 0 || above < 0) throw new RangeError(`Not the percentage of these counts: ${name}`);
    const entries: [number, number][][] = [
      [
        [part, perCount],
        [whole, -perBase],
        [slack, -1],
      ],
      [
        [whole, 2 * baseFactor],
        [slack, -1],
        [slack + 1, -1],
      ],
    ];
    for (const each of entries) {
      for (const [column, coefficient] of each) {
        rowColumn[nextEntry] = column;
        rowCoefficient[nextEntry++] = coefficient;
      }
      rowStart[++nextRow] = nextEntry;
    }
    for (const side of ["below", "above"])
      if (!index.add(`${name} of ${baseFactor}, left ${side}`)) throw new RangeError(`Shown twice: ${name}`);
    values[slack] = below;
    values[slack + 1] = above;
    slack += 2;
  }
}
