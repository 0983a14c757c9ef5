import { indexTable } from "./linked-system.ts";

/** One number that might be published: a whole count of pupils (or a sum of whole scores). */
export interface Cell {
  readonly id: string;
  readonly value: number;
  /** A person could be recognised by it, so it must neither be shown nor follow from what is shown. */
  readonly sensitive: boolean;
  /** How much a reader loses when the cell is hidden; one more than its value unless said: large numbers tell most. */
  readonly cost?: number;
  /** How wide the reader's interval about the cell must be left, in units of the cell, if other than the table's. */
  readonly protection?: number;
  /** What a reader knows of the cell though it is hidden («from 1 to 9»); 0 and Infinity unless said. */
  readonly knownLowerBound?: number;
  readonly knownUpperBound?: number;
}

/** A sum that everybody knows to hold: `total` is the sum of `parts`. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * A rounded percentage that is shown, whether or not its two counts are: `percent` = 100 · count / (base · baseFactor),
 * rounded half up to `decimals`. It tells a reader between which bounds the counts lie.
 */
export interface PublishedPercent {
  readonly count: string;
  readonly base: string;
  readonly percent: number;
  readonly decimals: number;
  /** For a percentage of a maximum: points that one pupil of the base could have. 1 unless said. */
  readonly baseFactor?: number;
}

/**
 * Linked tables: all cells of all tables that a reader can lay side by side, and every sum that links them (marks to
 * participants, classes to the parallel, schools to the municipality, subjects to all). Cells of earlier releases are
 * cells like any other; the ledger says which of them are public already.
 */
export interface Table {
  readonly cells: readonly Cell[];
  readonly equations: readonly Equation[];
  readonly percents?: readonly PublishedPercent[];
}

/**
 * Refuses a table that cannot be protected as it stands: an id twice, a value that is no count, an equation that names an
 * unknown cell or the same cell twice, or does not hold, a percentage that is not that of its counts. A sum that does
 * not hold would make every proof worthless.
 *
 * @example checkTable({ cells: [n = 5, a = 3], equations: [{ total: n, parts: [a] }] }) // RangeError: The parts of n add up to 3
 */
export function checkTable(table: Table): void {
  indexTable(table);
}
