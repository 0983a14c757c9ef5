import type { Blocks } from "./blocks.ts";

/** Columns of a row that are looked at, and those of them that are tried, before the next row is asked. */
const LOOKED_AT = 16;
const ENOUGH_HIDDEN = 6;
const TRIED = 12;
/**
 * A mistake is made early more often than late, so the search first follows the most promising column everywhere, then
 * allows one detour in all, then three, and so on (limited discrepancy search, Harvey and Ginsberg 1995).
 */
const MOST_DETOURS = 63;
/** A move of more columns than this is not looked for. */
const LONGEST = 48;

/**
 * Looks for moves: whole numbers added to hidden columns that leave every row, and so everything that is shown, as it is,
 * and no column outside of what a reader knows of it. A table and the table after a move cannot be told apart, so a move
 * through a cell is a proof that the cell does not follow; whoever doubts it adds it up.
 *
 * A move is closed like a chain: one column changes, the rows that no longer add up are mended one after the other, the
 * row with the fewest hidden columns first, until all do. Columns that are shown may be used at their cost: then the
 * move says what has to be hidden. In statistics a Markov move (Diaconis and Sturmfels 1998); for two-way tables the closed
 * paths of Cox (1980).
 */
export class MoveSearch {
  readonly hidden: Uint8Array;
  /** Columns that still wait for a proof; a move goes through as many of them as it can. */
  readonly unproved: Uint8Array;
  /** How far each column can go up and down from where it stands, by what a reader knows. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** The move found last: its columns with their steps, and the cost of those that are still shown. */
  readonly columns: number[] = [];
  readonly steps: number[] = [];
  cost = 0;
  /** Columns tried since the search was made: its work, counted the same on every machine. */
  tried = 0;
  readonly #blocks: Blocks;
  readonly #costs: Float64Array;
  readonly #hideable: Uint8Array;
  /** Of each row the entries that are hidden, packed to the left, and where each entry stands among them. */
  readonly #hiddenEntry: Int32Array;
  readonly #hiddenPlace: Int32Array;
  readonly #hiddenCount: Int32Array;
  readonly #step: Float64Array;
  readonly #off: Float64Array;
  readonly #openRows: number[] = [];
  readonly #path: number[] = [];
  /** The first entry of each row, in the order of costs, that could bring it down, and up. */
  readonly #firstDown: Int32Array;
  readonly #firstUp: Int32Array;
  /** Where each row stands among the open ones, +1. */
  readonly #openPlace: Int32Array;
  /** For each depth the columns that may be tried there, with their steps and how promising they are. */
  readonly #optionColumn = new Int32Array(LONGEST * TRIED);
  readonly #optionStep = new Float64Array(LONGEST * TRIED);
  readonly #optionDue = new Float64Array(LONGEST * TRIED);
  readonly #optionLoose = new Float64Array(LONGEST * TRIED);
  #limit = 0;
  #cap = 0;
  #longest = 0;
  /** Was something left out because it was a detour too many? */
  #cut = false;

  /** `hideable`: columns that may be hidden when asked to; `up` and `down` are taken over and may be changed from outside. */
  constructor(
    blocks: Blocks,
    up: Float64Array,
    down: Float64Array,
    costs: Float64Array,
    hideable: Uint8Array,
  ) {
    const columns = blocks.columns.length;
    this.#blocks = blocks;
    this.up = up;
    this.down = down;
    this.#costs = costs;
    this.#hideable = hideable;
    this.hidden = new Uint8Array(columns);
    this.unproved = new Uint8Array(columns);
    this.#hiddenEntry = new Int32Array(blocks.rowColumn.length);
    this.#hiddenPlace = new Int32Array(blocks.rowColumn.length);
    this.#hiddenCount = new Int32Array(blocks.rowStart.length - 1);
    this.#step = new Float64Array(columns);
    this.#off = new Float64Array(blocks.rowStart.length - 1);
    this.#firstDown = blocks.rowStart.slice(0, -1);
    this.#firstUp = blocks.rowStart.slice(0, -1);
    this.#skipFixed();
    this.#openPlace = new Int32Array(blocks.rowStart.length - 1);
  }

  /** Cheap columns are often zeros, which cannot go down: a search that began with them would not come far. */
  #skipFixed(): void {
    const { rowStart, rowColumn, rowCoefficient } = this.#blocks;
    for (let row = 0; row + 1 < rowStart.length; row++) {
      const end = rowStart[row + 1]!;
      const canGo = (e: number, way: number) =>
        (rowCoefficient[e]! * way > 0 ? this.up : this.down)[rowColumn[e]!]! > 0;
      while (this.#firstDown[row]! < end && !canGo(this.#firstDown[row]!, -1)) this.#firstDown[row]!++;
      while (this.#firstUp[row]! < end && !canGo(this.#firstUp[row]!, 1)) this.#firstUp[row]!++;
    }
  }

  hide(column: number): void {
    if (this.hidden[column]) return;
    this.hidden[column] = 1;
    const { columnStart, columnRow, columnEntry, rowStart } = this.#blocks;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = columnRow[e]!;
      const place = rowStart[row]! + this.#hiddenCount[row]!++;
      this.#hiddenEntry[place] = columnEntry[e]!;
      this.#hiddenPlace[columnEntry[e]!] = place;
    }
  }

  show(column: number): void {
    if (!this.hidden[column]) return;
    this.hidden[column] = 0;
    const { columnStart, columnRow, columnEntry, rowStart } = this.#blocks;
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = columnRow[e]!;
      const last = rowStart[row]! + --this.#hiddenCount[row]!;
      const place = this.#hiddenPlace[columnEntry[e]!]!;
      this.#hiddenEntry[place] = this.#hiddenEntry[last]!;
      this.#hiddenPlace[this.#hiddenEntry[place]!] = place;
    }
  }

  /** How many columns of a row are hidden. */
  hiddenIn(row: number): number {
    return this.#hiddenCount[row]!;
  }

  /**
   * Looks for a move through `column` in this direction that costs less than `cap` (0 = with hidden columns only), trying
   * at most `limit` columns. The cheapest found stands in `columns`, `steps` and `cost`; false when there is none.
   */
  find(column: number, direction: 1 | -1, cap: number, limit: number, longest = LONGEST): boolean {
    this.#longest = longest;
    if ((direction > 0 ? this.up : this.down)[column]! < 1) return false;
    this.#limit = this.tried + limit;
    this.#cap = cap;
    this.cost = Number.POSITIVE_INFINITY;
    this.#take(column, direction);
    for (let detours = 0; detours <= MOST_DETOURS && this.tried < this.#limit; detours = 2 * detours + 1) {
      this.#cut = false;
      if (this.#close(0, 0, detours) || !this.#cut) break;
    }
    this.#untake(column);
    return this.cost < Number.POSITIVE_INFINITY;
  }

  /** How often the move found last can be made one after the other. */
  get room(): number {
    let room = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.columns.length; i++) {
      const step = this.steps[i]!;
      const own = step > 0 ? this.up[this.columns[i]!]! / step : this.down[this.columns[i]!]! / -step;
      if (own < room) room = own;
    }
    return Math.floor(room);
  }

  /** Mends the open rows; true when nothing better can be found or the work is done. */
  #close(depth: number, cost: number, detours: number): boolean {
    if (this.#openRows.length === 0) {
      this.columns.length = 0;
      this.steps.length = 0;
      for (const column of this.#path) {
        this.columns.push(column);
        this.steps.push(this.#step[column]!);
      }
      this.cost = cost;
      this.#cap = cost;
      return cost === 0;
    }
    if (depth + this.#openRows.length / 3 > this.#longest) {
      return false;
    }
    const count = this.#gather(depth, this.#mostBound(), cost);
    for (let i = 0; i < count; i++) {
      if (i > detours) {
        this.#cut = true;
        return false;
      }
      if (this.tried >= this.#limit) return true;
      const column = this.#optionColumn[depth * TRIED + i]!;
      const own = this.hidden[column] ? 0 : this.#costs[column]!;
      if (this.#cap > 0 && cost + own >= this.#cap) continue;
      this.tried++;
      this.#take(column, this.#optionStep[depth * TRIED + i]!);
      const done = this.#close(depth + 1, cost + own, detours - i);
      this.#untake(column);
      if (done) return true;
    }
    return false;
  }

  /** The open row with the fewest hidden columns: there is least to choose. */
  #mostBound(): number {
    let best = this.#openRows[0]!;
    for (let i = 1; i < this.#openRows.length; i++) {
      const row = this.#openRows[i]!;
      const [fewer, than] = [this.#hiddenCount[row]!, this.#hiddenCount[best]!];
      if (fewer < than || (fewer === than && row < best)) best = row;
    }
    return best;
  }

  /**
   * Collects the columns that can mend a row, the most promising first: those with the least to pay, for themselves and
   * for rows that they open and that have no other hidden column; among equals those that open fewest and close most.
   */
  #gather(depth: number, row: number, cost: number): number {
    const { rowStart, rowColumn, rowCoefficient } = this.#blocks;
    const first = depth * TRIED;
    const enough = this.#cap === 0 ? ENOUGH_HIDDEN : LOOKED_AT;
    const start = rowStart[row]!;
    const hidden = Math.min(this.#hiddenCount[row]!, LOOKED_AT * 4);
    let count = 0;
    for (let i = 0, seen = 0; i < hidden && seen < enough; i++) {
      const e = this.#hiddenEntry[start + i]!;
      const before = count;
      count = this.#consider(first, count, rowColumn[e]!, rowCoefficient[e]!, row);
      if (count > before || count === TRIED) seen++;
    }
    if (this.#cap === 0) return count;
    for (
      let e = this.#firstShown(row, this.#off[row]!), seen = 0;
      e < rowStart[row + 1]! && seen < LOOKED_AT;
      e++
    ) {
      const column = rowColumn[e]!;
      if (this.hidden[column]) continue;
      // Columns of a row stand in the order of their costs.
      if (cost + this.#costs[column]! >= this.#cap) break;
      if (!this.#hideable[column]) continue;
      const before = count;
      count = this.#consider(first, count, column, rowCoefficient[e]!, row);
      if (count > before || count === TRIED) seen++;
    }
    return count;
  }

  /** From where on in a row there are entries that could bring it down (if it is too high), or up. */
  #firstShown(row: number, off: number): number {
    return off > 0 ? this.#firstDown[row]! : this.#firstUp[row]!;
  }

  /** Puts a column into its place among the options, if it can mend the row; returns how many there are then. */
  #consider(first: number, count: number, column: number, coefficient: number, row: number): number {
    if (this.#step[column] !== 0) return count;
    const step = -this.#off[row]! / coefficient;
    if (step > 0 ? this.up[column]! < step : this.down[column]! < -step) return count;
    if (coefficient !== 1 && coefficient !== -1 && !Number.isInteger(step)) return count;
    const { columnStart, columnRow, columnCoefficient } = this.#blocks;
    let due = this.hidden[column] ? 0 : this.#costs[column]!;
    let loose = this.unproved[column] ? -0.5 : 0;
    const end = columnStart[column + 1]!;
    for (let e = columnStart[column]!; e < end; e++) {
      const other = columnRow[e]!;
      if (other === row) continue;
      const change = columnCoefficient[e]! * step;
      const off = this.#off[other]!;
      if (off === 0) {
        loose++;
        due += this.#cheapestMend(other, change, column);
        // One column may mend several rows, so dues over the cap are no proof that there is no way; endless ones are.
        if (due === Number.POSITIVE_INFINITY) return count;
      } else if (off + change === 0) loose--;
    }
    let at = first + count;
    if (count === TRIED) {
      at--;
      if (due > this.#optionDue[at]! || (due === this.#optionDue[at] && loose >= this.#optionLoose[at]!))
        return count;
    }
    for (; at > first; at--) {
      const before = this.#optionDue[at - 1]!;
      if (before < due || (before === due && this.#optionLoose[at - 1]! <= loose)) break;
      this.#optionColumn[at] = this.#optionColumn[at - 1]!;
      this.#optionStep[at] = this.#optionStep[at - 1]!;
      this.#optionDue[at] = before;
      this.#optionLoose[at] = this.#optionLoose[at - 1]!;
    }
    this.#optionColumn[at] = column;
    this.#optionStep[at] = step;
    this.#optionDue[at] = due;
    this.#optionLoose[at] = loose;
    return Math.min(count + 1, TRIED);
  }

  /** What mending a row will cost at least that is opened so far by this column. */
  #cheapestMend(row: number, off: number, by: number): number {
    const { rowStart, rowColumn, rowCoefficient } = this.#blocks;
    const start = rowStart[row]!;
    const hidden = Math.min(this.#hiddenCount[row]!, LOOKED_AT);
    for (let i = 0; i < hidden; i++) {
      const e = this.#hiddenEntry[start + i]!;
      if (this.#canMend(rowColumn[e]!, rowCoefficient[e]!, off, by)) return 0;
    }
    if (this.#cap === 0) return Number.POSITIVE_INFINITY;
    for (let e = this.#firstShown(row, off); e < rowStart[row + 1]!; e++) {
      const column = rowColumn[e]!;
      if (
        this.#hideable[column] &&
        !this.hidden[column] &&
        this.#canMend(column, rowCoefficient[e]!, off, by)
      )
        return this.#costs[column]!;
    }
    return Number.POSITIVE_INFINITY;
  }

  #canMend(column: number, coefficient: number, off: number, by: number): boolean {
    if (column === by || this.#step[column] !== 0) return false;
    return coefficient > 0 === off > 0
      ? this.down[column]! * Math.abs(coefficient) >= Math.abs(off)
      : this.up[column]! * Math.abs(coefficient) >= Math.abs(off);
  }

  #take(column: number, step: number): void {
    this.#step[column] = step;
    this.#path.push(column);
    this.#change(column, step);
  }

  #untake(column: number): void {
    this.#change(column, -this.#step[column]!);
    this.#step[column] = 0;
    this.#path.pop();
  }

  #change(column: number, step: number): void {
    const { columnStart, columnRow, columnCoefficient } = this.#blocks;
    const end = columnStart[column + 1]!;
    for (let e = columnStart[column]!; e < end; e++) {
      const row = columnRow[e]!;
      const before = this.#off[row]!;
      const after = before + columnCoefficient[e]! * step;
      this.#off[row] = after;
      if (before === 0) {
        this.#openRows.push(row);
        this.#openPlace[row] = this.#openRows.length;
      } else if (after === 0) {
        const last = this.#openRows.pop()!;
        if (last === row) continue;
        this.#openRows[this.#openPlace[row]! - 1] = last;
        this.#openPlace[last] = this.#openPlace[row]!;
      }
    }
  }
}
