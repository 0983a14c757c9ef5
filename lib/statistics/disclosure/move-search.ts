import type { Blocks } from "./blocks.ts";
import { HIDDEN, HIDEABLE, HiddenColumns, WANTED } from "./hidden-columns.ts";

/** Columns of a row that are looked at, those of them that are tried, and how many hidden ones are enough to choose from. */
const LOOKED_AT = 16;
const TRIED = 12;
const ENOUGH_HIDDEN = 4;
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
export class MoveSearch extends HiddenColumns {
  /** The move found last: its columns with their steps, and the cost of those that are still shown. */
  readonly columns: number[] = [];
  readonly steps: number[] = [];
  cost = 0;
  /** Columns tried since the search was made: its work, counted the same on every machine. */
  tried = 0;
  readonly #openRows: number[] = [];
  /** The entry that put each row off last. */
  readonly #openedBy: Int32Array;
  readonly #path: number[] = [];
  /** What the move under way adds to each column, and how far that puts each row off. */
  readonly #step: Float64Array;
  readonly #off: Float64Array;
  /** Where each open row stands among the open ones. */
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

  /** `up`, `down`: how far each column can go by what a reader knows; `hideable`: columns that may be hidden when asked to. */
  constructor(
    blocks: Blocks,
    up: Float64Array,
    down: Float64Array,
    costs: Float64Array,
    hideable: Uint8Array,
  ) {
    super(blocks, up, down, costs, hideable);
    const rows = blocks.rowStart.length - 1;
    this.#step = new Float64Array(blocks.columns.length);
    this.#off = new Float64Array(rows);
    this.#openPlace = new Int32Array(rows);
    this.#openedBy = new Int32Array(rows);
  }

  /**
   * Looks for a move through `column` in this direction that costs less than `cap` (0 = with hidden columns only), trying
   * at most `limit` columns. The cheapest found stands in `columns`, `steps` and `cost`; false when there is none.
   */
  find(column: number, direction: 1 | -1, cap: number, limit: number, longest = LONGEST): boolean {
    if ((direction > 0 ? this.up[column]! : this.down[column]!) < 1) return false;
    this.#longest = longest;
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
    const open = this.#openRows.length;
    if (open === 0) {
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
    // Most columns stand in three rows: so many are needed at least.
    if (depth + open / 3 > this.#longest) return false;
    const count = this.#gather(depth, this.#mostBound(), cost);
    for (let i = 0; i < count; i++) {
      if (i > detours) {
        this.#cut = true;
        return false;
      }
      if (this.tried >= this.#limit) return true;
      const column = this.#optionColumn[depth * TRIED + i]!;
      const own = this.isHidden(column) ? 0 : this.costs[column]!;
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
    let fewest = this.hiddenIn(best);
    for (let i = 1; i < this.#openRows.length; i++) {
      const row = this.#openRows[i]!;
      const count = this.hiddenIn(row);
      if (count > fewest || (count === fewest && row > best)) continue;
      best = row;
      fewest = count;
    }
    return best;
  }

  /**
   * Collects the columns that can mend a row, the most promising first: those with the least to pay, for themselves and
   * for rows that they open and that have no other hidden column; among equals those that open fewest and close most.
   */
  #gather(depth: number, row: number, cost: number): number {
    const first = depth * TRIED;
    const enough = this.#cap === 0 ? ENOUGH_HIDDEN : LOOKED_AT;
    const off = this.#off[row]!;
    const start = this.blocks.rowStart[row]!;
    const hidden = this.hiddenIn(row);
    // Begins with the neighbours of the column that opened the row, which wait for a proof as well when it does.
    let at = this.hiddenPlace[this.#openedBy[row]!]! - start;
    if (!(at >= 0 && at < hidden && this.hiddenEntry[start + at] === this.#openedBy[row])) at = -1;
    let count = 0;
    for (let left = Math.min(hidden, LOOKED_AT * 4), seen = 0; left > 0 && seen < enough; left--) {
      if (++at >= hidden) at = 0;
      const before = count;
      count = this.#consider(first, count, this.hiddenEntry[start + at]!, row, off);
      if (count > before || count === TRIED) seen++;
    }
    if (this.#cap === 0) return count;
    const rowEnd = this.blocks.rowStart[row + 1]!;
    for (
      let e = (off > 0 ? this.firstDown : this.firstUp)[row]!, seen = 0;
      e < rowEnd && seen < LOOKED_AT;
      e++
    ) {
      const column = this.blocks.rowColumn[e]!;
      const flags = this.flags[column]!;
      if (flags & HIDDEN) continue;
      // Columns of a row stand in the order of their costs.
      if (cost + this.costs[column]! >= this.#cap) break;
      if (!(flags & HIDEABLE)) continue;
      const before = count;
      count = this.#consider(first, count, e, row, off);
      if (count > before || count === TRIED) seen++;
    }
    return count;
  }

  /** Puts the column of an entry into its place among the options, if it can mend the row; returns how many there are then. */
  #consider(first: number, count: number, entry: number, row: number, off: number): number {
    const column = this.blocks.rowColumn[entry]!;
    if (this.#step[column] !== 0) return count;
    const step = -off / this.blocks.rowCoefficient[entry]!;
    if (!this.isUnit && !Number.isInteger(step)) return count;
    if (step > 0 ? this.up[column]! < step : this.down[column]! < -step) return count;
    const flags = this.flags[column]!;
    let due = flags & HIDDEN ? 0 : this.costs[column]!;
    let loose = flags & WANTED ? -0.5 : 0;
    const { columnStart, columnRow, columnCoefficient } = this.blocks;
    const end = columnStart[column + 1]!;
    for (let e = columnStart[column]!; e < end; e++) {
      const other = columnRow[e]!;
      if (other === row) continue;
      const change = columnCoefficient[e]! * step;
      const otherOff = this.#off[other]!;
      if (otherOff === 0) {
        loose++;
        due += this.#cheapestMend(other, change, column);
        // One column may mend several rows, so dues over the cap are no proof that there is no way; endless ones are.
        if (due === Number.POSITIVE_INFINITY) return count;
      } else if (otherOff + change === 0) loose--;
    }
    return this.#insert(first, count, column, step, due, loose);
  }

  #insert(first: number, count: number, column: number, step: number, due: number, loose: number): number {
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

  /** What mending a row will cost at least that is put off by this much by a column. */
  #cheapestMend(row: number, off: number, by: number): number {
    const start = this.blocks.rowStart[row]!;
    const end = start + Math.min(this.hiddenCount[row]!, LOOKED_AT);
    for (let i = start; i < end; i++) if (this.#canMend(this.hiddenEntry[i]!, off, by)) return 0;
    if (this.#cap === 0) return Number.POSITIVE_INFINITY;
    const rowEnd = this.blocks.rowStart[row + 1]!;
    for (let e = (off > 0 ? this.firstDown : this.firstUp)[row]!; e < rowEnd; e++) {
      const column = this.blocks.rowColumn[e]!;
      if ((this.flags[column]! & (HIDDEN | HIDEABLE)) === HIDEABLE && this.#canMend(e, off, by))
        return this.costs[column]!;
    }
    return Number.POSITIVE_INFINITY;
  }

  #canMend(entry: number, off: number, by: number): boolean {
    const column = this.blocks.rowColumn[entry]!;
    if (column === by || this.#step[column] !== 0) return false;
    const coefficient = this.blocks.rowCoefficient[entry]!;
    const room = coefficient > 0 === off > 0 ? this.down[column]! : this.up[column]!;
    return room * Math.abs(coefficient) >= Math.abs(off);
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
    const { columnStart, columnRow, columnCoefficient, columnEntry } = this.blocks;
    const end = columnStart[column + 1]!;
    for (let e = columnStart[column]!; e < end; e++) {
      const row = columnRow[e]!;
      const before = this.#off[row]!;
      const after = before + columnCoefficient[e]! * step;
      this.#off[row] = after;
      if (before === 0) {
        this.#openRows.push(row);
        this.#openedBy[row] = columnEntry[e]!;
        this.#openPlace[row] = this.#openRows.length - 1;
      } else if (after === 0) {
        const last = this.#openRows.pop()!;
        if (last === row) continue;
        this.#openRows[this.#openPlace[row]!] = last;
        this.#openPlace[last] = this.#openPlace[row]!;
      }
    }
  }
}
