import { stirred } from "./canonical-order.ts";

/** Columns of a path. */
export const CORNERS = 4;
/** Numbers of one remembered path: its unit, its columns and their steps; and of one key, with its two paths. */
const PATH = 1 + 2 * CORNERS;
const KEPT = 1 + 2 * PATH;
const NO_UNIT = -1;

/** Remembers closed paths under a key, for each key the first of two different units: a path needs one that is not its own. */
export class PathMemory {
  /** Open addressing: number of a key + 1, or 0. */
  #slots = new Int32Array(1 << 12);
  #kept = new Int32Array(KEPT << 10);
  #count = 0;

  /** `way`: −1 when the path is gone against its steps. */
  remember(key: number, unit: number, columns: Int32Array, steps: Int32Array, way: 1 | -1): void {
    const slot = this.#slotOf(key);
    const held = this.#slots[slot]!;
    if (held > 0) {
      const first = (held - 1) * KEPT + 1;
      if (this.#kept[first + PATH] === NO_UNIT && this.#kept[first] !== unit)
        this.#write(first + PATH, unit, columns, steps, way);
      return;
    }
    const place = this.#count * KEPT;
    if (place + KEPT > this.#kept.length) {
      const larger = new Int32Array(this.#kept.length * 2);
      larger.set(this.#kept);
      this.#kept = larger;
    }
    this.#kept[place] = key;
    this.#write(place + 1, unit, columns, steps, way);
    this.#kept[place + 1 + PATH] = NO_UNIT;
    this.#slots[slot] = ++this.#count;
    if (2 * this.#count > this.#slots.length) this.#enlarge();
  }

  /** Where a path of another unit with this key is kept, all of whose columns `isIn` admits; −1 when there is none. */
  find(key: number, unit: number, isIn: (column: number) => boolean): number {
    const held = this.#slots[this.#slotOf(key)]!;
    if (held === 0) return -1;
    const first = (held - 1) * KEPT + 1;
    for (let at = first; at <= first + PATH; at += PATH) {
      const own = this.#kept[at]!;
      if (own === NO_UNIT || own === unit) continue;
      let i = 0;
      while (i < CORNERS && isIn(this.#kept[at + 1 + i]!)) i++;
      if (i === CORNERS) return at;
    }
    return -1;
  }

  columnOf(at: number, corner: number): number {
    return this.#kept[at + 1 + corner]!;
  }

  stepOf(at: number, corner: number): number {
    return this.#kept[at + 1 + CORNERS + corner]!;
  }

  #write(at: number, unit: number, columns: Int32Array, steps: Int32Array, way: 1 | -1): void {
    this.#kept[at] = unit;
    for (let i = 0; i < CORNERS; i++) {
      this.#kept[at + 1 + i] = columns[i]!;
      this.#kept[at + 1 + CORNERS + i] = steps[i]! * way;
    }
  }

  /** The slot of a key, or the free one in which it would stand. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = stirred(key) & mask; ; slot = (slot + 1) & mask) {
      const held = this.#slots[slot]!;
      if (held === 0 || this.#kept[(held - 1) * KEPT] === key) return slot;
    }
  }

  #enlarge(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let i = 0; i < this.#count; i++) this.#slots[this.#slotOf(this.#kept[i * KEPT]!)] = i + 1;
  }
}
