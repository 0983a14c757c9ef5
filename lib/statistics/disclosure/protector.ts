import type { Blocks } from "./blocks.ts";
import type { ClosedPaths } from "./closed-paths.ts";
import { componentOf, withDictionary } from "./component.ts";
import { diveForWhole } from "./dive.ts";
import type { MoveSearch } from "./move-search.ts";
import type { Proofs } from "./proofs.ts";

/** Columns that a search with hidden columns only tries before it gives up. */
const TRIES = 200;
/** Where others may be hidden it looks for the cheapest move: short ones first, which hide little, then any. */
const SHORT = 8;
const TRIES_AT_A_COST = 1000;
/** What was not found in the first round is looked for so much longer in the second, when more is hidden. */
const LONGER = 10;
/** The largest table (columns × rows) that is solved exactly. */
const EXACT_ENTRIES = 400_000;
/** Coefficients that may be changed by exact solving for one system: in passing, and where the answer depends on it. */
const QUICK_WORK = 20_000_000;
const PATIENT_WORK = 400_000_000;

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
  readonly #paths: ClosedPaths | null;
  readonly #workLeft = { quick: QUICK_WORK, patient: PATIENT_WORK };

  /** `paths`: a quicker way for tables of sums, where others may be hidden. */
  constructor(
    blocks: Blocks,
    search: MoveSearch,
    proofs: Proofs,
    needs: Float64Array,
    hideable: Uint8Array,
    paths: ClosedPaths | null = null,
  ) {
    this.#blocks = blocks;
    this.#search = search;
    this.#proofs = proofs;
    this.#needs = needs;
    this.#hideable = hideable;
    this.#paths = paths;
    for (let column = 0; column < needs.length; column++) search.want(column, needs[column]! > 0);
  }

  isProved(column: number): boolean {
    return this.#proofs.width(column) >= this.#needs[column]!;
  }

  /** Is the column safe while exactly these columns are hidden? */
  check(column: number): Verdict {
    return this.isProved(column) || this.#reach(column, 0, TRIES)
      ? "proved"
      : this.#solve(column, false, "quick");
  }

  /** Is a short search enough to see that the column is safe? */
  checkQuickly(column: number): boolean {
    return this.isProved(column) || this.#reach(column, 0, TRIES);
  }

  /** The same as `check` with patience, where the answer itself is asked for and nothing waits. */
  checkHard(column: number): Verdict {
    for (let tries = TRIES * LONGER; tries <= TRIES * LONGER ** 2; tries *= LONGER)
      if (this.isProved(column) || this.#reach(column, 0, tries)) return "proved";
    return this.#solve(column, false, "patient");
  }

  /**
   * Makes the column safe, hiding others where that is needed; false when a short search finds no way. `thorough`: a closed
   * path that is at hand is compared with what a search finds, unless no cheaper move than the path is likely.
   */
  protect(column: number, thorough: boolean): boolean {
    if (this.isProved(column)) return true;
    const path = this.#needs[column] === 1 ? this.#paths : null;
    // Before anything is hidden, what is safe already must be seen to be.
    if (path?.find(column) === 0 && path.shown === 0 && path.take()) return true;
    if (this.#reach(column, 0, TRIES)) return true;
    if (path && !(thorough && !path.isAlone) && path.take()) return true;
    if (this.#reach(column, path?.cost ?? Number.POSITIVE_INFINITY, TRIES_AT_A_COST)) return true;
    return path?.take() ?? false;
  }

  /** The same with patience, and exactly in the end. */
  protectHard(column: number): Verdict {
    if (this.isProved(column) || this.#reach(column, 0, TRIES * LONGER)) return "proved";
    if (this.#reach(column, Number.POSITIVE_INFINITY, TRIES_AT_A_COST * LONGER)) return "proved";
    return this.#solve(column, true, "patient");
  }

  /** Looks for moves up and down until the interval is wide enough; `cap` as in `MoveSearch.find`. */
  #reach(column: number, cap: number, tries: number): boolean {
    if (this.#needs[column] === 1) return this.#reachOther(column, cap, tries);
    for (const direction of [1, -1] as const) {
      const total = new Map<number, number>();
      const other = direction > 0 ? this.#proofs.least[column]! : -this.#proofs.most[column]!;
      const wanted = this.#needs[column]! + other;
      for (let reached = 0; reached < wanted; ) {
        if (!this.#search.find(column, direction, cap, tries)) break;
        const times = Math.min(this.#search.room, wanted - reached);
        this.#search.columns.forEach((moved, i) => {
          const step = this.#search.steps[i]! * times;
          this.#search.hide(moved);
          this.#search.shift(moved, step);
          total.set(moved, (total.get(moved) ?? 0) + step);
        });
        reached += times;
      }
      for (const [moved, step] of total) this.#search.shift(moved, -step);
      this.#proofs.add([...total.keys()], [...total.values()]);
      if (this.isProved(column)) return true;
    }
    return false;
  }

  /** The usual case: one other value is enough, whichever is cheaper to reach. */
  #reachOther(column: number, cap: number, tries: number): boolean {
    const search = this.#search;
    if (cap === 0) {
      if (!search.find(column, 1, 0, tries) && !search.find(column, -1, 0, tries)) return false;
      return this.#keep(search.columns, search.steps);
    }
    for (const longest of [SHORT, undefined]) {
      if (!search.find(column, 1, cap, tries, longest)) {
        if (search.find(column, -1, cap, tries, longest)) return this.#keep(search.columns, search.steps);
        continue;
      }
      if (search.cost === 0) return this.#keep(search.columns, search.steps);
      const [columns, steps] = [[...search.columns], [...search.steps]];
      return search.find(column, -1, search.cost, tries, longest)
        ? this.#keep(search.columns, search.steps)
        : this.#keep(columns, steps);
    }
    return false;
  }

  #keep(columns: readonly number[], steps: readonly number[]): true {
    for (const column of columns) {
      this.#search.hide(column);
      this.#search.want(column, false);
    }
    this.#proofs.add(columns, steps);
    return true;
  }

  /** The exact answer, if the component is small enough; `hiding`: whatever may be hidden counts as hidden. */
  #solve(column: number, hiding: boolean, patience: "quick" | "patient"): Verdict {
    const isOpen = (other: number) => this.#search.isHidden(other) || (hiding && this.#hideable[other] === 1);
    if (this.#workLeft[patience] <= 0) return "open";
    const component = componentOf(this.#blocks, isOpen, this.#search, column, EXACT_ENTRIES);
    const target = component.columns.indexOf(column);
    const room = {
      up: component.columns.map((other) => this.#search.up(other)),
      down: component.columns.map((other) => this.#search.down(other)),
    };
    let [least, most] = [0, 0];
    const take = (change: Float64Array) => {
      if (change[target]! <= most && change[target]! >= least) return;
      most = Math.max(most, change[target]!);
      least = Math.min(least, change[target]!);
      for (let i = 0; hiding && i < change.length; i++)
        if (change[i] !== 0) this.#search.hide(component.columns[i]!);
      this.#proofs.add(component.columns, change);
    };
    const [lowest, highest] = withDictionary(this.#blocks, component, room, (dictionary) => {
      const enough = () => {
        const corner = dictionary.wholeCorner();
        if (corner) take(corner);
        return this.isProved(column);
      };
      const walk = (direction: 1 | -1) => {
        const bounded = dictionary.extreme(target, direction, enough);
        // Where there is no bound, each further walk goes at least one step on.
        for (let i = 1; !bounded && !enough() && i < this.#needs[column]!; i++)
          dictionary.extreme(target, direction, enough);
        return bounded ? dictionary.valueOf(target) : direction * Number.POSITIVE_INFINITY;
      };
      const greatest = walk(1);
      const smallest = this.isProved(column) ? 0 : walk(-1);
      this.#workLeft[patience] -= dictionary.work;
      return [smallest, greatest] as const;
    });
    const need = this.#needs[column]!;
    if (this.isProved(column)) return "proved";
    // Counts are whole: between 0.6 and 1.4 there is one.
    if (Math.floor(highest) - Math.ceil(lowest) < need) return component.complete ? "refuted" : "open";
    for (const direction of [1, -1] as const) {
      const { change, work } = diveForWhole(this.#blocks, component, room, target, direction, need);
      this.#workLeft[patience] -= work;
      if (change) take(change);
    }
    return this.isProved(column) ? "proved" : "open";
  }
}
