import type { Blocks } from "./blocks.ts";
import { stirred } from "./canonical-order.ts";
import type { MoveSearch } from "./move-search.ts";
import { CORNERS, PathMemory } from "./path-memory.ts";
import type { Proofs } from "./proofs.ts";
import { UnitRows } from "./unit-rows.ts";

/** Bits of a column: it can go up, and down; its coefficient is negative in its shortest row, and in the second. */
const UP = 1;
const DOWN = 2;
const FIRST_NEGATIVE = 4;
const SECOND_NEGATIVE = 8;
/** It waits for a proof. */
const OPEN = 16;
/** It stands in other rows than these two. */
const LINKED = 32;

/** Of its own four columns a path that needs another unit must prove so many, or all that are left: the best come first. */
const ROUNDS = [4, 1, 1] as const;

/**
 * Moves of the simplest kind: closed paths of four columns through two rows, in which the columns stand in the same two
 * other rows. One column goes up, the next down, the third up, the last down: these four rows stay as they are.
 *
 * Only the two shortest rows of each column are looked at (a school's marks in one subject, one mark in a school's
 * subjects): the paths of the unit that they join can all be gone through. Where the columns stand in no other row, the
 * path alone is a proof. What it does to other rows (sums of the municipality) the opposite path in another unit takes
 * back; it is found under a key that is linear in what a path does to them, and then added up exactly.
 *
 * So most columns of a large table are proved without a search. What finds no such path is left to `MoveSearch`.
 * Source: Cox (1980), JASA 75:377–385, for two-way tables.
 */
export class ClosedPaths {
  /** What the cheapest path through the column asked for last costs. */
  cost = Number.POSITIVE_INFINITY;
  /** Does that path need no opposite one? Then it lies in a small graph of sums, and a cheaper move is seldom found. */
  isAlone = false;
  /** How many of its columns are shown as yet. */
  shown = 0;
  readonly #blocks: Blocks;
  readonly #search: MoveSearch;
  readonly #proofs: Proofs;
  readonly #needs: Float64Array;
  readonly #costs: Float64Array;
  readonly #bits: Uint8Array;
  /** What a step up of each column does to its other rows, as one number. */
  readonly #outside: Int32Array;
  readonly #rows: UnitRows;
  readonly #memory = new PathMemory();
  /** The path gone last: its columns, and their steps when it goes up. */
  readonly #path = new Int32Array(CORNERS);
  readonly #steps = new Int32Array(CORNERS);
  /** The four rows of the cheapest path, and its direction. */
  readonly #cheapest = new Int32Array(CORNERS);
  #cheapestWay: 1 | -1 = 1;
  /** The move that a path makes, alone or with its opposite. */
  readonly #move = { columns: [] as number[], steps: [] as number[] };
  /** By how much each row is off while a move is added up; 0 in between. */
  readonly #off: Int32Array;
  readonly #isHidden: (column: number) => boolean;
  readonly #couldBeHidden: (column: number) => boolean;

  constructor(
    blocks: Blocks,
    search: MoveSearch,
    proofs: Proofs,
    needs: Float64Array,
    costs: Float64Array,
    hideable: Uint8Array,
  ) {
    this.#blocks = blocks;
    this.#search = search;
    this.#proofs = proofs;
    this.#needs = needs;
    this.#costs = costs;
    this.#isHidden = (column) => search.isHidden(column);
    this.#couldBeHidden = (column) => hideable[column] === 1 || search.isHidden(column);
    this.#rows = new UnitRows(blocks);
    this.#bits = new Uint8Array(needs.length);
    this.#outside = new Int32Array(needs.length);
    this.#off = new Int32Array(blocks.rowStart.length);
    for (let column = 0; column < needs.length; column++) if (this.#rows.has(column)) this.#note(column);
  }

  #note(column: number): void {
    const { columnStart, columnRow, columnCoefficient, nearest, second } = this.#blocks;
    let outside = 0;
    let bits = this.#needs[column] === 1 ? OPEN : 0;
    if (this.#search.up(column) >= 1) bits |= UP;
    if (this.#search.down(column) >= 1) bits |= DOWN;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = columnRow[e]!;
      const coefficient = columnCoefficient[e]!;
      if (row === nearest[column]) bits |= coefficient < 0 ? FIRST_NEGATIVE : 0;
      else if (row === second[column]) bits |= coefficient < 0 ? SECOND_NEGATIVE : 0;
      else {
        outside = (outside + Math.imul(coefficient, stirred(row + 0x9e3779b1))) | 0;
        bits |= LINKED;
      }
    }
    this.#bits[column] = bits;
    this.#outside[column] = outside;
  }

  /** Proves columns that are safe as they stand. */
  proveSafe(): void {
    for (let unit = 0; unit < this.#rows.units; unit++) this.#proveUnit(unit, ROUNDS[0], false);
    // What needs no other unit has found all its paths by now.
    for (const least of ROUNDS.slice(1))
      for (let unit = 0; unit < this.#rows.units; unit++) this.#proveUnit(unit, least, true);
  }

  #proveUnit(unit: number, least: number, onlyLinked: boolean): void {
    let left = this.#openIn(unit, onlyLinked);
    if (left === 0) return;
    const { joined } = this.#rows;
    this.#rows.lay(unit, this.#isHidden);
    for (let r1 = 0; r1 < this.#rows.count; r1++) {
      // The first row has the least number on its path, so that each path is met once.
      const later = joined[r1]! & (-2 << r1);
      if ((later & (later - 1)) === 0) continue;
      for (let r2 = r1 + 1; r2 < this.#rows.count; r2++) {
        for (let common = later & joined[r2]!; common !== 0; ) {
          const s1 = 31 - Math.clz32(common);
          common ^= 1 << s1;
          for (let others = common; others !== 0; ) {
            const s2 = 31 - Math.clz32(others);
            others ^= 1 << s2;
            left -= this.#prove(r1, s1, r2, s2, Math.min(least, left));
            if (left === 0) return;
          }
        }
      }
    }
  }

  /** How many columns of a unit are open; 0 also where it must stand in other rows and does not. */
  #openIn(unit: number, onlyLinked: boolean): number {
    const { unitStart } = this.#blocks;
    let open = 0;
    let any = 0;
    for (let column = unitStart[unit]!; column < unitStart[unit + 1]!; column++) {
      const bits = this.#bits[column]!;
      if (bits & OPEN) open++;
      any |= bits;
    }
    return onlyLinked && !(any & LINKED) ? 0 : open;
  }

  /** Proves what is open on the path through these rows, if that is `least` columns or more; returns how many it is. */
  #prove(r1: number, s1: number, r2: number, s2: number, least: number): number {
    this.#go(r1, s1, r2, s2);
    const open = this.#openOnPath();
    if (open === 0) return 0;
    const ways = this.#ways(r1, s1, r2, s2);
    if (ways === 0) return 0;
    const key = this.#key();
    for (let way: 1 | -1 = 1; ; way = -1) {
      if (ways & (way > 0 ? UP : DOWN)) {
        if (key !== 0) this.#remember(key, way);
        if ((open >= least || key === 0) && this.#keep(key, way)) return open;
      }
      if (way < 0) return 0;
    }
  }

  #openOnPath(): number {
    let open = 0;
    for (let i = 0; i < CORNERS; i++) if (this.#bits[this.#path[i]!]! & OPEN) open++;
    return open;
  }

  /** What the cheapest path through a column costs to hide; Infinity when there is none. */
  find(column: number): number {
    this.cost = Number.POSITIVE_INFINITY;
    if (!this.#rows.has(column)) return this.cost;
    const { joined } = this.#rows;
    this.#rows.layAll(column, this.#couldBeHidden);
    const { nearest, second } = this.#blocks;
    const r1 = this.#rows.placeOf[nearest[column]!]!;
    const s1 = this.#rows.placeOf[second[column]!]!;
    if (this.#rows.between(r1, s1) !== column) return this.cost;
    let most = 0;
    for (let others = joined[r1]! & ~(1 << s1); others !== 0; ) {
      const s2 = 31 - Math.clz32(others);
      others ^= 1 << s2;
      for (let common = joined[s1]! & joined[s2]! & ~(1 << r1); common !== 0; ) {
        const r2 = 31 - Math.clz32(common);
        common ^= 1 << r2;
        this.#go(r1, s1, r2, s2);
        let cost = 0;
        let shown = 0;
        for (let i = 0; i < CORNERS; i++) {
          if (this.#search.isHidden(this.#path[i]!)) continue;
          cost += this.#costs[this.#path[i]!]!;
          shown++;
        }
        if (cost > this.cost || (cost === this.cost && shown > this.shown)) continue;
        const open = this.#openOnPath();
        if (cost === this.cost && shown === this.shown && open <= most) continue;
        const ways = this.#ways(r1, s1, r2, s2);
        const key = this.#key();
        const way = this.#wayOf(ways, key);
        if (way === 0) continue;
        this.shown = shown;
        this.cost = cost;
        most = open;
        this.#cheapestWay = way;
        this.isAlone = key === 0;
        this.#cheapest[0] = r1;
        this.#cheapest[1] = s1;
        this.#cheapest[2] = r2;
        this.#cheapest[3] = s2;
      }
    }
    return this.cost;
  }

  /** A direction in which the path makes a move; 0 when there is none. */
  #wayOf(ways: number, key: number): 1 | -1 | 0 {
    if (ways & UP && (key === 0 || this.#opposite(key, 1) >= 0)) return 1;
    return ways & DOWN && (key === 0 || this.#opposite(key, -1) >= 0) ? -1 : 0;
  }

  /** Hides the path found last and keeps it as a proof; false when there was none. */
  take(): boolean {
    if (this.cost === Number.POSITIVE_INFINITY) return false;
    const [r1, s1, r2, s2] = this.#cheapest;
    this.#go(r1!, s1!, r2!, s2!);
    this.#ways(r1!, s1!, r2!, s2!);
    const key = this.#key();
    const shown = this.#path.filter((column) => !this.#search.isHidden(column));
    for (const column of shown) this.#search.hide(column);
    if (this.#keep(key, this.#cheapestWay)) {
      if (key !== 0) this.#remember(key, this.#cheapestWay);
      return true;
    }
    for (const column of shown) this.#search.show(column);
    return false;
  }

  /** Goes through the rows r1–s1–r2–s2 of the unit: takes down their columns. */
  #go(r1: number, s1: number, r2: number, s2: number): void {
    const rows = this.#rows;
    this.#path[0] = rows.between(r1, s1);
    this.#path[1] = rows.between(s1, r2);
    this.#path[2] = rows.between(r2, s2);
    this.#path[3] = rows.between(s2, r1);
  }

  /** Works out the steps of the path through these rows; returns in which directions its columns let it go. */
  #ways(r1: number, s1: number, r2: number, s2: number): number {
    const bits = this.#bits;
    const c0 = this.#path[0]!;
    const c1 = this.#path[1]!;
    const c2 = this.#path[2]!;
    const c3 = this.#path[3]!;
    const t1 = -this.#sign(c0, s1) * this.#sign(c1, s1);
    const t2 = -t1 * this.#sign(c1, r2) * this.#sign(c2, r2);
    const t3 = -t2 * this.#sign(c2, s2) * this.#sign(c3, s2);
    if (t3 * this.#sign(c3, r1) + this.#sign(c0, r1) !== 0) return 0;
    this.#steps[0] = 1;
    this.#steps[1] = t1;
    this.#steps[2] = t2;
    this.#steps[3] = t3;
    let ways = bits[c0]! & (UP | DOWN);
    ways &= t1 > 0 ? bits[c1]! : turned(bits[c1]!);
    ways &= t2 > 0 ? bits[c2]! : turned(bits[c2]!);
    return ways & (t3 > 0 ? bits[c3]! : turned(bits[c3]!));
  }

  /** The coefficient of a column in the row at this place of its unit. */
  #sign(column: number, place: number): number {
    const negative =
      this.#rows.placeOf[this.#blocks.nearest[column]!] === place ? FIRST_NEGATIVE : SECOND_NEGATIVE;
    return this.#bits[column]! & negative ? -1 : 1;
  }

  /** What the path does to rows outside of it when it goes up; the opposite has the opposite key. */
  #key(): number {
    let key = 0;
    for (let i = 0; i < CORNERS; i++) key = (key + this.#steps[i]! * this.#outside[this.#path[i]!]!) | 0;
    return key;
  }

  #remember(key: number, way: 1 | -1): void {
    this.#memory.remember(Math.imul(key, way), this.#rows.unit, this.#path, this.#steps, way);
  }

  #opposite(key: number, way: 1 | -1): number {
    return this.#memory.find(Math.imul(key, -way), this.#rows.unit, this.#isHidden);
  }

  /** Keeps the path in this direction, with the opposite one of another unit where it needs that; false when there is none. */
  #keep(key: number, way: 1 | -1): boolean {
    const other = key === 0 ? -1 : this.#opposite(key, way);
    if (key !== 0 && other < 0) return false;
    const { columns, steps } = this.#move;
    columns.length = 0;
    steps.length = 0;
    for (let i = 0; i < CORNERS; i++) {
      columns.push(this.#path[i]!);
      steps.push(this.#steps[i]! * way);
    }
    for (let i = 0; other >= 0 && i < CORNERS; i++) {
      columns.push(this.#memory.columnOf(other, i));
      steps.push(this.#memory.stepOf(other, i));
    }
    // Two different sums can have one key, if seldom: then this is no proof. (In its own four rows the path adds up as it goes.)
    if (this.#isLinked() && !this.#addsUp(columns, steps)) return false;
    this.#proofs.add(columns, steps);
    for (const column of columns) {
      this.#search.want(column, false);
      this.#bits[column]! &= ~OPEN;
    }
    return true;
  }

  #isLinked(): boolean {
    for (let i = 0; i < CORNERS; i++) if (this.#bits[this.#path[i]!]! & LINKED) return true;
    return false;
  }

  #addsUp(columns: readonly number[], steps: readonly number[]): boolean {
    const { columnStart, columnRow, columnCoefficient } = this.#blocks;
    const off = this.#off;
    let holds = true;
    for (let i = 0; i < columns.length; i++)
      for (let e = columnStart[columns[i]!]!; e < columnStart[columns[i]! + 1]!; e++)
        off[columnRow[e]!]! += steps[i]! * columnCoefficient[e]!;
    for (let i = 0; i < columns.length; i++) {
      for (let e = columnStart[columns[i]!]!; e < columnStart[columns[i]! + 1]!; e++) {
        if (off[columnRow[e]!] !== 0) holds = false;
        off[columnRow[e]!] = 0;
      }
    }
    return holds;
  }
}

/** The directions of a column that goes the other way. */
function turned(bits: number): number {
  return ((bits & UP) << 1) | ((bits & DOWN) >> 1);
}
