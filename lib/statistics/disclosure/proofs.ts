import type { Blocks } from "./blocks.ts";
import type { MoveSearch } from "./move-search.ts";
import type { KnownRoom } from "./reader-knowledge.ts";

const LARGEST = 2 ** 31 - 1;

/**
 * Proofs that cells are safe. A proof is a change of the true table, a sparse whole vector over hidden columns, under which
 * all that is shown stays as it is. It tells of every column in it that the column could also be so much higher or lower.
 */
export class Proofs {
  /** How far up and down from the true value a column can be, as far as proved; and by which proofs (−1 = none needed). */
  readonly most: Int32Array;
  readonly least: Int32Array;
  readonly #mostBy: Int32Array;
  readonly #leastBy: Int32Array;
  /** Proof p holds the entries from #start[p] up to #start[p + 1]. */
  #start = new Int32Array(64);
  #column: Int32Array;
  #step: Int32Array;
  count = 0;
  /** For each column the last entry in it, and for each entry the one before it in the same column. */
  readonly #lastIn: Int32Array;
  #before: Int32Array;
  #proofOf: Int32Array;

  /** `entries`: of all proofs together, as far as can be said before; there is room for more. */
  constructor(columns: number, entries = 512) {
    this.#column = new Int32Array(entries);
    this.#step = new Int32Array(entries);
    this.#before = new Int32Array(entries);
    this.#proofOf = new Int32Array(entries);
    this.most = new Int32Array(columns);
    this.least = new Int32Array(columns);
    this.#mostBy = new Int32Array(columns).fill(-1);
    this.#leastBy = new Int32Array(columns).fill(-1);
    this.#lastIn = new Int32Array(columns).fill(-1);
  }

  /** How wide the interval of a column is at least. */
  width(column: number): number {
    return this.most[column]! - this.least[column]!;
  }

  /** Keeps a proof; one with steps beyond two thousand millions is left out, as if it had not been found. */
  add(columns: ArrayLike<number>, steps: ArrayLike<number>): void {
    for (let i = 0; i < steps.length; i++) if (Math.abs(steps[i]!) > LARGEST) return;
    const proof = this.count++;
    if (this.#start.length < this.count + 1) this.#start = grown(this.#start);
    let at = this.#start[proof]!;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      const step = steps[i]!;
      if (step === 0) continue;
      if (at === this.#column.length) {
        this.#column = grown(this.#column);
        this.#before = grown(this.#before);
        this.#proofOf = grown(this.#proofOf);
        this.#step = grown(this.#step);
      }
      this.#column[at] = column;
      this.#step[at] = step;
      this.#before[at] = this.#lastIn[column]!;
      this.#proofOf[at] = proof;
      this.#lastIn[column] = at++;
      this.#raise(column, step, proof);
    }
    this.#start[this.count] = at;
  }

  #raise(column: number, step: number, proof: number): void {
    if (step > this.most[column]!) {
      this.most[column] = step;
      this.#mostBy[column] = proof;
    } else if (step < this.least[column]!) {
      this.least[column] = step;
      this.#leastBy[column] = proof;
    }
  }

  /**
   * Takes back what rests on proofs through `column`. Returns the columns that have lost something, and how to undo it.
   * The proofs stay in the store; what they said of other columns is found again only by `undo`.
   */
  without(column: number): { lost: number[]; undo: () => void } {
    const lost: number[] = [];
    const kept: [column: number, most: number, mostBy: number, least: number, leastBy: number][] = [];
    for (let entry = this.#lastIn[column]!; entry >= 0; entry = this.#before[entry]!) {
      const proof = this.#proofOf[entry]!;
      for (let e = this.#start[proof]!; e < this.#start[proof + 1]!; e++) {
        const other = this.#column[e]!;
        const [up, down] = [this.#mostBy[other] === proof, this.#leastBy[other] === proof];
        if (!up && !down) continue;
        kept.push([
          other,
          this.most[other]!,
          this.#mostBy[other]!,
          this.least[other]!,
          this.#leastBy[other]!,
        ]);
        lost.push(other);
        if (up) [this.most[other], this.#mostBy[other]] = [0, -1];
        if (down) [this.least[other], this.#leastBy[other]] = [0, -1];
      }
    }
    const undo = () => {
      for (let i = kept.length - 1; i >= 0; i--) {
        const [other, most, mostBy, least, leastBy] = kept[i]!;
        [this.most[other], this.#mostBy[other]] = [most, mostBy];
        [this.least[other], this.#leastBy[other]] = [least, leastBy];
      }
    };
    return { lost, undo };
  }

  /**
   * Adds every proof up that something still rests on: each row must come to 0, each column must be hidden and stay within
   * its bounds. Throws when one does not hold, which would be an error of this program.
   */
  verify(blocks: Blocks, search: MoveSearch, { up, down }: Pick<KnownRoom, "up" | "down">): void {
    const sums = new Float64Array(blocks.rowStart.length - 1);
    const { columnStart, columnRow, columnCoefficient } = blocks;
    const used = new Uint8Array(this.count);
    for (let column = 0; column < this.most.length; column++) {
      for (const by of [this.#mostBy[column]!, this.#leastBy[column]!]) if (by >= 0) used[by] = 1;
    }
    for (let proof = 0; proof < this.count; proof++) {
      if (!used[proof]) continue;
      let off = 0;
      for (let e = this.#start[proof]!; e < this.#start[proof + 1]!; e++) {
        const [column, step] = [this.#column[e]!, this.#step[e]!];
        if (!search.isHidden(column) || step > up[column]! || -step > down[column]!)
          throw new Error("A proof of safety changes what is known");
        for (let at = columnStart[column]!; at < columnStart[column + 1]!; at++) {
          const row = columnRow[at]!;
          const before = sums[row]!;
          const after = before + step * columnCoefficient[at]!;
          sums[row] = after;
          if (before === 0 && after !== 0) off++;
          else if (before !== 0 && after === 0) off--;
        }
      }
      if (off !== 0) throw new Error("A proof of safety changes a sum that is shown");
    }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2 + 64);
  larger.set(array);
  return larger;
}
