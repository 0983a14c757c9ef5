import { undecided } from "./feasible.ts";
import { deductions } from "./recoverable.ts";
import { type Cell, checkTable, type Table } from "./table.ts";

/** Why a cell is hidden. For the editor only: a reader who knows which cells are small knows more than he should. */
export type HiddenBecause = "sensitive" | "linked" | "notReleased";

/** A pattern of suppression. Publishable only while `exposed` is empty. */
export interface Suppression {
  /** All cells that must not be shown. */
  readonly hidden: ReadonlySet<string>;
  /** For each of them: sensitive itself, hidden so that a sensitive one does not follow, or not part of the release. */
  readonly because: ReadonlyMap<string, HiddenBecause>;
  /** Sensitive cells that nothing can protect any more, because they or all that they follow from are public already. */
  readonly exposed: ReadonlySet<string>;
}

export interface SuppressOptions {
  /** Cells that earlier releases have shown: everybody knows them, hiding them now protects nothing. */
  readonly alreadyPublished?: ReadonlySet<string>;
  /** Cells that neither this release nor an earlier one shows (other schools of a published municipality). */
  readonly notReleased?: ReadonlySet<string>;
}

/** Small counts go first, because their loss costs the reader least; equal ones in the order of their ids. */
function cheapest(candidates: readonly Cell[]): Cell | undefined {
  return candidates.reduce<Cell | undefined>(
    (best, cell) =>
      !best || cell.value < best.value || (cell.value === best.value && cell.id < best.id) ? cell : best,
    undefined,
  );
}

/**
 * Complementary (secondary) suppression over linked tables: hides the sensitive cells, and as many others as it takes that
 * no sensitive one follows from what is shown: neither by adding and subtracting sums (exact linear algebra) nor because
 * counts are whole and not negative (for every sensitive cell there is another table that fits all that is shown).
 *
 * Greedy: each deduction found is broken by hiding the smallest count it needs; at the end, hidden cells that turn out not
 * to be needed are shown again, largest first. The pattern is safe, not the smallest possible: finding that one is NP-hard.
 *
 * Deterministic; does not change its arguments. A RangeError for a table whose sums do not hold.
 * Source: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §6; Cox (1980), JASA 75:377–385.
 *
 * @example suppress({ cells: [n = 24, a = 3 (sensitive), b = 9, c = 12], equations: [{ total: n, parts: [a, b, c] }] }).hidden // a, b
 */
export function suppress(table: Table, options: SuppressOptions = {}): Suppression {
  const { alreadyPublished = new Set(), notReleased = new Set() } = options;
  const cells = checkTable(table);
  const sensitive = table.cells.filter((cell) => cell.sensitive).map((cell) => cell.id);
  const exposed = new Set(sensitive.filter((id) => alreadyPublished.has(id)));
  const hidden = new Set([...sensitive, ...notReleased].filter((id) => !alreadyPublished.has(id)));
  const canHide = (ids: Iterable<string>) =>
    [...ids].filter((id) => !hidden.has(id) && !alreadyPublished.has(id)).map((id) => cells.get(id)!);
  const toProtect = () => sensitive.filter((id) => !exposed.has(id));

  for (;;) {
    const found = deductions(table, hidden);
    const following = toProtect().filter((id) => found.has(id));
    if (following.length > 0) {
      const added = new Set<string>();
      for (const id of following) {
        const from = found.get(id)!;
        // A cell hidden a moment ago may have broken this deduction as well.
        if (from.some((source) => added.has(source))) continue;
        const cell = cheapest(canHide(from));
        if (cell) hidden.add(cell.id);
        if (cell) added.add(cell.id);
        else exposed.add(id);
      }
      continue;
    }
    const [open] = undecided(table, hidden, toProtect());
    if (open === undefined) break;
    const cell = cheapest(canHide(around(table, hidden, open, cells, alreadyPublished)));
    if (cell) hidden.add(cell.id);
    else exposed.add(open);
  }

  const reason = (id: string): HiddenBecause => {
    if (cells.get(id)!.sensitive) return "sensitive";
    return notReleased.has(id) ? "notReleased" : "linked";
  };
  const linked = [...hidden].filter((id) => reason(id) === "linked").map((id) => cells.get(id)!);
  for (const cell of linked.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))) {
    hidden.delete(cell.id);
    if (!isSafe(table, hidden, toProtect())) hidden.add(cell.id);
  }
  return { hidden, because: new Map([...hidden].map((id) => [id, reason(id)])), exposed };
}

/**
 * Cells whose hiding may free `id` from its bounds, of those that still can be hidden: positive ones of its own sums and
 * their totals (a total of zero leaves its parts no room, a part of zero leaves none to the others), else those of sums
 * that its hidden neighbours stand in, step by step further, else whatever is left.
 */
function around(
  table: Table,
  hidden: ReadonlySet<string>,
  id: string,
  cells: ReadonlyMap<string, Cell>,
  alreadyPublished: ReadonlySet<string>,
): string[] {
  const canHide = (name: string) => !hidden.has(name) && !alreadyPublished.has(name);
  let reached = new Set([id]);
  for (;;) {
    const sums = table.equations.filter(({ total, parts }) =>
      [total, ...parts].some((name) => reached.has(name)),
    );
    const freeing = sums.flatMap(({ total, parts }) => [
      ...(canHide(total) ? [total] : []),
      ...parts.filter((name) => canHide(name) && cells.get(name)!.value > 0),
    ]);
    if (freeing.length > 0) return freeing;
    const names = sums.flatMap(({ total, parts }) => [total, ...parts]);
    const further = new Set([...reached, ...names.filter((name) => hidden.has(name))]);
    if (further.size === reached.size) return [...new Set(names)];
    reached = further;
  }
}

/**
 * Is a pattern safe, that is: does no cell of `ids` follow from what is shown? The test that a checklist runs before
 * publishing, on any pattern wherever it came from.
 *
 * @example isSafe(table, suppress(table).hidden, sensitiveIds) // true
 */
export function isSafe(table: Table, hidden: ReadonlySet<string>, ids: readonly string[]): boolean {
  const found = deductions(table, hidden);
  return ids.every((id) => hidden.has(id) && !found.has(id)) && undecided(table, hidden, ids).size === 0;
}
