import { decide, needsOf, type ProtectionOptions, patternOf } from "./feasible.ts";
import { checkProtection } from "./linked-system.ts";
import { recoverableColumns } from "./recoverable.ts";
import { shuttleBounds } from "./shuttle.ts";
import type { Table } from "./table.ts";

/** What an audit found. Publishable only when `safe`. */
export interface Audit {
  /** Nothing below was found: every sensitive cell is hidden and proved to be uncertain enough. */
  readonly safe: boolean;
  /** Sensitive cells that are not hidden. */
  readonly shown: ReadonlySet<string>;
  /** Sensitive cells that follow from what is shown by adding and subtracting alone. */
  readonly recoverable: ReadonlySet<string>;
  /** Other sensitive cells that a reader can place in an interval narrower than the protection. */
  readonly tooNarrow: ReadonlySet<string>;
  /** Sensitive cells for which neither was shown, nor that they are safe: treat them as unsafe. */
  readonly unproved: ReadonlySet<string>;
}

/**
 * Audit of a pattern of suppression, wherever it came from: does any sensitive cell follow, and can any be placed in an
 * interval narrower than `protection`? Independent of `suppress`: it sees only the table and what is hidden.
 *
 * Three ways, each exact: elimination in whole numbers finds what follows from sums; the shuttle algorithm finds cells whose
 * bounds meet because counts are not negative or known otherwise; for all others a witness is looked for, another table
 * that fits, by a search for moves and, where that finds none, by the simplex method in whole numbers. Where a block is too
 * large for the last, the cell is `unproved`, never silently safe.
 *
 * Units: counts. Never null. R: none known; `sdcTable` protects but does not audit a pattern of somebody else.
 * @throws RangeError for a broken table, an unknown hidden id, or a statement of `knowledge` that is false.
 * Source: Willenborg and de Waal (2001), §6; Hundepool et al. (2012), Statistical Disclosure Control, §4.5 (auditing).
 *
 * @example auditSuppression(table, suppress(table).hidden).safe // true
 */
export function auditSuppression(
  table: Table,
  hidden: ReadonlySet<string>,
  options: ProtectionOptions = {},
): Audit {
  const sensitive = new Set<string>();
  for (const cell of table.cells) if (cell.sensitive) sensitive.add(cell.id);
  return auditOf(table, hidden, sensitive, options);
}

/** The same for any cells, whether they are sensitive by themselves or not. */
function auditOf(
  table: Table,
  hidden: ReadonlySet<string>,
  asked: ReadonlySet<string>,
  { protection = 1, knowledge = {} }: ProtectionOptions,
): Audit {
  checkProtection(protection);
  const pattern = patternOf(table, hidden, knowledge);
  const { system, blocks, room } = pattern;
  const shown = new Set<string>();
  for (const id of asked) if (!hidden.has(id)) shown.add(id);
  const needs = needsOf(table, pattern, (id) => asked.has(id), protection);
  const names = (columns: readonly number[]) =>
    new Set(columns.map((column) => system.index.ids[blocks.columns[column]!]!));

  const recoverable = recoverableColumns(system, blocks).filter((column) => needs[column]! > 0);
  for (const column of recoverable) needs[column] = 0;
  const tooNarrow: number[] = [];
  const { up, down } = shuttleBounds(blocks, room);
  for (let column = 0; column < needs.length; column++) {
    if (up[column]! + down[column]! >= needs[column]!) continue;
    tooNarrow.push(column);
    needs[column] = 0;
  }
  const { refuted, open } = decide(pattern, needs);
  return {
    safe: shown.size + recoverable.length + tooNarrow.length + refuted.length + open.length === 0,
    shown,
    recoverable: names(recoverable),
    tooNarrow: names([...tooNarrow, ...refuted]),
    unproved: names(open),
  };
}

/**
 * Is a pattern safe, that is: is each cell of `ids` hidden, and does none follow from what is shown? The question that a
 * checklist asks before publishing (see `auditSuppression` for what is wrong when it is not).
 *
 * @example isSafe(table, suppress(table).hidden, sensitiveIds) // true
 */
export function isSafe(
  table: Table,
  hidden: ReadonlySet<string>,
  ids: readonly string[],
  options: ProtectionOptions = {},
): boolean {
  return auditOf(table, hidden, new Set(ids), options).safe;
}
