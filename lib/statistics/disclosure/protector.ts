import type { Blocks } from "./blocks.ts";
import { componentOf, withDictionary } from "./component.ts";
import type { MoveSearch } from "./move-search.ts";
import type { Proofs } from "./proofs.ts";

/** Columns that a search tries before it gives up; more where it may hide others, because there it looks for the cheapest. */
const TRIES = 200;
const TRIES_AT_A_COST = 1000;
/** The largest table (columns × rows) that is solved exactly. */
const EXACT_ENTRIES = 400_000;
/** Coefficients that may be changed by exact solving for one system: to see whether a column is safe, to make one safe. */
const CHECKING_WORK = 20_000_000;
const HIDING_WORK = 400_000_000;

/** What is known of a column: its interval is wide enough, or cannot be, or neither was shown within the limits. */
export type Verdict = "proved" | "refuted" | "open";

/** Finds proofs that columns are safe, by a search for moves first and by the simplex method where that finds none. */
export class Protector {
  readonly #blocks: Blocks;
  readonly #search: MoveSearch;
  readonly #proofs: Proofs;
  /** How wide the interval of each column must be; 0 = it need not be protected. */
  readonly #needs: Float64Array;
  readonly #hideable: Uint8Array;
  #checkingWork = CHECKING_WORK;
  #hidingWork = HIDING_WORK;

  constructor(blocks: Blocks, search: MoveSearch, proofs: Proofs, needs: Float64Array, hideable: Uint8Array) {
    this.#blocks = blocks;
    this.#search = search;
    this.#proofs = proofs;
    this.#needs = needs;
    this.#hideable = hideable;
  }

  isProved(column: number): boolean {
    return this.#proofs.width(column) >= this.#needs[column]!;
  }

  /** Is the column safe while exactly these columns are hidden? */
  check(column: number): Verdict {
    if (this.isProved(column) || this.#reach(column, false)) return "proved";
    return this.#solve(column, false);
  }

  /** Makes the column safe, hiding others where that is needed. */
  protect(column: number): Verdict {
    if (this.isProved(column) || this.#reach(column, false) || this.#reach(column, true)) return "proved";
    return this.#solve(column, true);
  }

  /** Looks for moves up and down until the interval is wide enough. */
  #reach(column: number, hiding: boolean): boolean {
    if (this.#needs[column] === 1) return this.#step(column, hiding);
    for (const direction of [1, -1] as const) {
      const total = new Map<number, number>();
      const other = direction > 0 ? this.#proofs.least[column]! : -this.#proofs.most[column]!;
      const wanted = this.#needs[column]! + other;
      for (let reached = 0; reached < wanted; ) {
        const cap = hiding ? Number.POSITIVE_INFINITY : 0;
        if (!this.#search.find(column, direction, cap, hiding ? TRIES_AT_A_COST : TRIES)) break;
        const times = Math.min(this.#search.room, wanted - reached);
        this.#search.columns.forEach((moved, i) => {
          const step = this.#search.steps[i]! * times;
          this.#search.hide(moved);
          this.#shift(moved, step);
          total.set(moved, (total.get(moved) ?? 0) + step);
        });
        reached += times;
      }
      for (const [moved, step] of total) this.#shift(moved, -step);
      this.#proofs.add([...total.keys()], [...total.values()]);
      if (this.isProved(column)) return true;
    }
    return false;
  }

  /** The usual case: one other value is enough, whichever is cheaper to reach. */
  #step(column: number, hiding: boolean): boolean {
    const search = this.#search;
    if (!hiding) {
      if (!search.find(column, 1, 0, TRIES) && !search.find(column, -1, 0, TRIES)) return false;
    } else {
      const up = search.find(column, 1, Number.POSITIVE_INFINITY, TRIES_AT_A_COST);
      const [columns, steps, cost] = [[...search.columns], [...search.steps], search.cost];
      if (!up || cost > 0) {
        const down = search.find(column, -1, cost, TRIES_AT_A_COST);
        if (!up && !down) return false;
        if (!down) {
          for (const moved of columns) search.hide(moved);
          this.#proofs.add(columns, steps);
          return true;
        }
      }
      for (const moved of search.columns) search.hide(moved);
    }
    this.#proofs.add(search.columns, search.steps);
    return true;
  }

  #shift(column: number, step: number): void {
    this.#search.up[column]! -= step;
    this.#search.down[column]! += step;
  }

  /** The exact answer, if the component is small enough; `hiding`: whatever may be hidden counts as hidden. */
  #solve(column: number, hiding: boolean): Verdict {
    const { hidden } = this.#search;
    const isOpen = (other: number) => hidden[other] === 1 || (hiding && this.#hideable[other] === 1);
    if ((hiding ? this.#hidingWork : this.#checkingWork) <= 0) return "open";
    const component = componentOf(this.#blocks, isOpen, column, EXACT_ENTRIES);
    const target = component.columns.indexOf(column);
    return withDictionary(this.#blocks, component, this.#search, (dictionary) => {
      let whole = true;
      let [least, most] = [0, 0];
      const enough = () => {
        const corner = dictionary.wholeCorner();
        if (!corner) whole = false;
        else if (corner[target]! > most || corner[target]! < least) {
          most = Math.max(most, corner[target]!);
          least = Math.min(least, corner[target]!);
          for (let i = 0; hiding && i < corner.length; i++)
            if (corner[i] !== 0) this.#search.hide(component.columns[i]!);
          this.#proofs.add(component.columns, corner);
        }
        return this.isProved(column);
      };
      const bounded = dictionary.extreme(target, 1, enough);
      const highest = dictionary.valueOf(target);
      if (!this.isProved(column)) dictionary.extreme(target, -1, enough);
      if (hiding) this.#hidingWork -= dictionary.work;
      else this.#checkingWork -= dictionary.work;
      if (this.isProved(column)) return "proved";
      return !component.complete ||
        !bounded ||
        !whole ||
        highest - dictionary.valueOf(target) >= this.#needs[column]!
        ? "open"
        : "refuted";
    });
  }
}
