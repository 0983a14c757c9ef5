import type { Blocks } from "./blocks.ts";
import {
  COLUMN,
  DOWN,
  FIRST_DOWN,
  FIRST_UP,
  FLAGS,
  GOOD,
  HIDDEN,
  HIDEABLE,
  HiddenColumns,
  LENGTH,
  LOOKED_AT,
  MARKS,
  MOVED,
  ROW,
  ROWS,
  START,
  WANTED,
} from "./hidden-columns.ts";

/** Columns of a row that are tried, and how many hidden ones are enough to choose from. */
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
  /** Rows that do not add up after the move under way, how many, and of each row that a moved column stands in by how much. */
  readonly #openRows: number[] = [];
  #openCount = 0;
  /** Which record put each open row off, and which of its words names the row. */
  readonly #openedBy: number[] = [];
  readonly #openedAt: number[] = [];
  readonly #off: Float64Array;
  /** The records of the columns of the move under way, with their steps. */
  readonly #path: number[] = [];
  readonly #pathStep: number[] = [];
  /** For each depth the columns that may be tried there, with their steps and how promising they are. */
  readonly #optionRecord = new Int32Array(LONGEST * TRIED);
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
    this.#off = new Float64Array(blocks.rowStart.length);
  }

  /**
   * Looks for a move through `column` in this direction that costs less than `cap` (0 = with hidden columns only), trying
   * at most `limit` columns. The cheapest found stands in `columns`, `steps` and `cost`; false when there is none.
   */
  find(column: number, direction: 1 | -1, cap: number, limit: number, longest = LONGEST): boolean {
    if ((direction > 0 ? this.up(column) : this.down(column)) < 1) return false;
    if (cap === 0 && this.#standsAlone(column)) return false;
    this.#longest = longest;
    this.#limit = this.tried + limit;
    this.#cap = cap;
    this.cost = Number.POSITIVE_INFINITY;
    this.#take(this.recordOf[column]!, direction);
    for (let detours = 0; detours <= MOST_DETOURS && this.tried < this.#limit; detours = 2 * detours + 1) {
      this.#cut = false;
      if (this.#close(0, 0, detours) || !this.#cut) break;
    }
    this.#untake();
    return this.cost < Number.POSITIVE_INFINITY;
  }

  /** Is no other column hidden in one of the rows of this one? */
  #standsAlone(column: number): boolean {
    const word = 2 * this.recordOf[column]!;
    const own = this.words[word + FLAGS]! & HIDDEN ? 1 : 0;
    const end = word + ROWS + this.words[word + LENGTH]!;
    for (let w = word + ROWS; w < end; w++) if (this.hiddenIn(this.words[w]! >> 1) === own) return true;
    return false;
  }

  /** How often the move found last can be made one after the other. */
  get room(): number {
    let room = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.columns.length; i++) {
      const [column, step] = [this.columns[i]!, this.steps[i]!];
      const own = step > 0 ? this.up(column) / step : this.down(column) / -step;
      if (own < room) room = own;
    }
    return Math.floor(room);
  }

  /** Mends the open rows; true when nothing better can be found or the work is done. */
  #close(depth: number, cost: number, detours: number): boolean {
    const open = this.#openCount;
    if (open === 0) {
      this.columns.length = 0;
      this.steps.length = 0;
      for (let i = 0; i < this.#path.length; i++) {
        this.columns.push(this.words[2 * this.#path[i]! + COLUMN]!);
        this.steps.push(this.#pathStep[i]!);
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
      const at = this.#optionRecord[depth * TRIED + i]!;
      const own = this.words[2 * at + FLAGS]! & HIDDEN ? 0 : this.#costOf(at);
      if (this.#cap > 0 && cost + own >= this.#cap) continue;
      this.tried++;
      this.#take(at, this.#optionStep[depth * TRIED + i]!);
      const done = this.#close(depth + 1, cost + own, detours - i);
      this.#untake();
      if (done) return true;
    }
    return false;
  }

  /** Which open row has the fewest hidden columns: there is least to choose. */
  #mostBound(): number {
    let best = 0;
    let fewest = this.hiddenIn(this.#openRows[0]!);
    for (let i = 1; i < this.#openCount; i++) {
      const row = this.#openRows[i]!;
      const count = this.hiddenIn(row);
      if (count > fewest || (count === fewest && row > this.#openRows[best]!)) continue;
      best = i;
      fewest = count;
    }
    return best;
  }

  /**
   * Collects the columns that can mend a row, the most promising first: those with the least to pay, for themselves and
   * for rows that they open and that have no other hidden column; among equals those that open fewest and close most.
   */
  #gather(depth: number, open: number, cost: number): number {
    const row = this.#openRows[open]!;
    const { rowWords, hiddenLink, rowLink, isUnit } = this;
    const { rowCoefficient } = this.blocks;
    const first = depth * TRIED;
    const enough = this.#cap === 0 ? ENOUGH_HIDDEN : LOOKED_AT;
    const off = this.#off[row]!;
    const start = rowWords[ROW * row + START]!;
    const hidden = this.hiddenIn(row);
    // Begins with the neighbours of the column that opened the row, which wait for a proof as well when it does.
    const opener = 2 * this.#openedBy[open]!;
    let place = -1;
    if (this.words[opener + FLAGS]! & HIDDEN)
      place = this.hiddenPlace[this.#entryOf(opener, this.#openedAt[open]!)]! - start;
    let count = 0;
    for (let left = Math.min(hidden, LOOKED_AT * 4), seen = 0; left > 0 && seen < enough; left--) {
      if (++place >= hidden) place = 0;
      const before = count;
      const link = hiddenLink[start + place]!;
      const down = isUnit ? off : off / Math.abs(rowCoefficient[this.hiddenEntry[start + place]!]!);
      count = this.#consider(first, count, link >> 1, link & 1 ? down : -down, row);
      if (count > before || count === TRIED) seen++;
    }
    if (this.#cap === 0) return count;
    const rowEnd = rowWords[ROW * (row + 1) + START]!;
    let e = rowWords[ROW * row + (off > 0 ? FIRST_DOWN : FIRST_UP)]!;
    for (let seen = 0; e < rowEnd && seen < LOOKED_AT; e++) {
      const at = rowLink[e]! >> 1;
      const flags = this.words[2 * at + FLAGS]!;
      if (flags & HIDDEN) continue;
      // Columns of a row stand in the order of their costs.
      if (cost + this.#costOf(at) >= this.#cap) break;
      if (!(flags & HIDEABLE)) continue;
      const before = count;
      count = this.#consider(first, count, at, -off / rowCoefficient[e]!, row);
      if (count > before || count === TRIED) seen++;
    }
    return count;
  }

  /** Puts a column into its place among the options, if this step of it can mend the row; returns how many there are then. */
  #consider(first: number, count: number, at: number, step: number, row: number): number {
    const { numbers, words, rowMarks, isUnit } = this;
    const word = 2 * at;
    const flags = words[word + FLAGS]!;
    if (flags & MOVED) return count;
    if (!isUnit && !Number.isInteger(step)) return count;
    if (step > 0 ? numbers[at]! < step : numbers[at + DOWN]! < -step) return count;
    let due = flags & HIDDEN ? 0 : this.#costOf(at);
    let loose = flags & WANTED ? -0.5 : 0;
    // Is the column itself among those that could take back what it does to its rows?
    const own = flags & HIDDEN && numbers[step > 0 ? at + DOWN : at]! >= 1 ? 1 : 0;
    const end = word + ROWS + words[word + LENGTH]!;
    for (let w = word + ROWS; w < end; w++) {
      const link = words[w]!;
      const other = link >> 1;
      if (other === row) continue;
      const change = isUnit ? (link & 1 ? -step : step) : this.#coefficientOf(word, w) * step;
      const otherOff = rowMarks[MARKS * other]! > 0 ? this.#off[other]! : 0;
      if (otherOff === 0) {
        loose++;
        due += this.#cheapestMend(other, change, at, own);
        // One column may mend several rows, so dues over the cap are no proof that there is no way; endless ones are.
        if (due === Number.POSITIVE_INFINITY) return count;
      } else if (otherOff + change === 0) loose--;
    }
    return this.#insert(first, count, at, step, due, loose);
  }

  /** The coefficient with which a column stands in the row that word `w` of its record names. */
  #coefficientOf(word: number, w: number): number {
    const { columnStart, columnCoefficient } = this.blocks;
    return columnCoefficient[columnStart[this.words[word + COLUMN]!]! + w - word - ROWS]!;
  }

  #insert(first: number, count: number, record: number, step: number, due: number, loose: number): number {
    let at = first + count;
    if (count === TRIED) {
      at--;
      if (due > this.#optionDue[at]! || (due === this.#optionDue[at] && loose >= this.#optionLoose[at]!))
        return count;
    }
    for (; at > first; at--) {
      const before = this.#optionDue[at - 1]!;
      if (before < due || (before === due && this.#optionLoose[at - 1]! <= loose)) break;
      this.#optionRecord[at] = this.#optionRecord[at - 1]!;
      this.#optionStep[at] = this.#optionStep[at - 1]!;
      this.#optionDue[at] = before;
      this.#optionLoose[at] = this.#optionLoose[at - 1]!;
    }
    this.#optionRecord[at] = record;
    this.#optionStep[at] = step;
    this.#optionDue[at] = due;
    this.#optionLoose[at] = loose;
    return Math.min(count + 1, TRIED);
  }

  /** What mending a row will cost at least that is put off by this much by a column; `own`: it could itself go back by one. */
  #cheapestMend(row: number, off: number, by: number, own: number): number {
    const { rowWords, rowMarks, hiddenLink, rowLink, words, numbers, isUnit } = this;
    const isAbove = off > 0 ? 1 : 0;
    const size = Math.abs(off);
    const isCounted = isUnit && size === 1 && rowMarks[MARKS * row] === 0;
    const good = isCounted ? rowMarks[MARKS * row + GOOD + isAbove]! : 0;
    if (good > own) return 0;
    if (isCounted && good === 0 && this.#cap === 0) return Number.POSITIVE_INFINITY;
    const start = rowWords[ROW * row + START]!;
    const end = start + Math.min(this.hiddenIn(row), LOOKED_AT);
    // Where the column itself is the only one that was counted, or may not be, the others are looked at.
    let next = isCounted && (good === 0 || end - start < LOOKED_AT) ? end : start;
    for (; next < end; next++) {
      const link = hiddenLink[next]!;
      const at = link >> 1;
      if (at === by || words[2 * at + FLAGS]! & MOVED) continue;
      // A row that is too high needs a column that goes down, or up where its coefficient is negative.
      const room = numbers[at + (isAbove ^ (link & 1))]!;
      if ((isUnit ? room : room * this.#sizeOf(this.hiddenEntry[next]!)) >= size) return 0;
    }
    if (this.#cap === 0) return Number.POSITIVE_INFINITY;
    const rowEnd = rowWords[ROW * (row + 1) + START]!;
    for (let e = rowWords[ROW * row + (isAbove ? FIRST_DOWN : FIRST_UP)]!; e < rowEnd; e++) {
      const link = rowLink[e]!;
      const at = link >> 1;
      if ((words[2 * at + FLAGS]! & (HIDDEN | HIDEABLE | MOVED)) !== HIDEABLE || at === by) continue;
      const room = numbers[at + (isAbove ^ (link & 1))]!;
      if ((isUnit ? room : room * this.#sizeOf(e)) >= size) return this.#costOf(at);
    }
    return Number.POSITIVE_INFINITY;
  }

  /** What hiding a column costs. */
  #costOf(record: number): number {
    return this.costs[this.words[2 * record + COLUMN]!]!;
  }

  /** The size of the coefficient of an entry of a row. */
  #sizeOf(entry: number): number {
    return Math.abs(this.blocks.rowCoefficient[entry]!);
  }

  #take(at: number, step: number): void {
    this.#path.push(at);
    this.#pathStep.push(step);
    this.words[2 * at + FLAGS]! |= MOVED;
    this.#move(at, step, 1);
  }

  #untake(): void {
    const at = this.#path.pop()!;
    this.words[2 * at + FLAGS]! &= ~MOVED;
    this.#move(at, -this.#pathStep.pop()!, -1);
  }

  #move(at: number, step: number, moved: 1 | -1): void {
    const { words, rowMarks, isUnit } = this;
    const off = this.#off;
    const word = 2 * at;
    const end = word + ROWS + words[word + LENGTH]!;
    for (let w = word + ROWS; w < end; w++) {
      const link = words[w]!;
      const row = link >> 1;
      const before = rowMarks[MARKS * row]! > 0 ? off[row]! : 0;
      const after = before + (isUnit ? (link & 1 ? -step : step) : this.#coefficientOf(word, w) * step);
      off[row] = after;
      rowMarks[MARKS * row]! += moved;
      if (before === 0) {
        this.#openRows[this.#openCount] = row;
        this.#openedBy[this.#openCount] = at;
        this.#openedAt[this.#openCount++] = w;
      } else if (after === 0) {
        // The last takes its place.
        const last = --this.#openCount;
        const place = this.#openRows.lastIndexOf(row, last);
        this.#openRows[place] = this.#openRows[last]!;
        this.#openedBy[place] = this.#openedBy[last]!;
        this.#openedAt[place] = this.#openedAt[last]!;
      }
    }
  }

  /** The place among the entries of its row of the link at word `w` of a record. */
  #entryOf(word: number, w: number): number {
    const { columnStart, columnEntry } = this.blocks;
    return columnEntry[columnStart[this.words[word + COLUMN]!]! + w - word - ROWS]!;
  }
}
