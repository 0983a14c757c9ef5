import { CELL } from "./cell.ts";

const NO_KINDS = new Uint8Array(0);

/**
 * Collects the cells of one row at a time and gives them away as arrays of the exact length. Neighbouring rows mostly have cells of the
 * same kinds and then share one array of kinds: nobody may write into it.
 */
export class RowBuffer {
  /** places of the row up to its last cell */
  length = 0;
  readonly #texts: string[];
  readonly #kinds: Uint8Array;
  #lastKinds: Uint8Array = NO_KINDS;

  constructor(columns: number) {
    this.#texts = new Array<string>(columns).fill("");
    this.#kinds = new Uint8Array(columns);
  }

  /** Puts a cell at this place (0-based, behind all others); places left out before it are blank. */
  put(place: number, text: string, kind: number): void {
    for (; this.length < place; this.length += 1) {
      this.#texts[this.length] = "";
      this.#kinds[this.length] = CELL.blank;
    }
    this.#texts[place] = text;
    this.#kinds[place] = kind;
    this.length = place + 1;
  }

  texts(): readonly string[] {
    return this.#texts.slice(0, this.length);
  }

  kinds(): Uint8Array {
    if (!this.#sameKindsAsLast()) this.#lastKinds = this.#kinds.slice(0, this.length);
    return this.#lastKinds;
  }

  clear(): void {
    this.length = 0;
  }

  #sameKindsAsLast(): boolean {
    if (this.#lastKinds.length !== this.length) return false;
    for (let place = 0; place < this.length; place += 1) {
      if (this.#lastKinds[place] !== this.#kinds[place]) return false;
    }
    return true;
  }
}
