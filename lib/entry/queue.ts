import { cellName, cellOf } from "./columns.ts";

/** A typed cell on its way: `base` is the version that it was typed upon, 0 = there was none. */
export interface Edit {
  row: number;
  column: string;
  value: string;
  base: number;
}

/** A cell as the server has it. */
export interface StoredCell {
  row: number;
  column: string;
  value: string;
  version: number;
}

/** Somebody else changed the cell meanwhile. */
export interface Conflict extends StoredCell {
  by: string;
  /** an instant, ISO */
  at: string;
}

/** What the server says to a batch. `changes` = every cell that changed behind `since`, whoever changed it. */
export interface BatchAnswer {
  batch: string;
  version: number;
  accepted: readonly StoredCell[];
  conflicts: readonly Conflict[];
  changes: readonly StoredCell[];
}

/** Where the queue is kept so that it outlives the page. */
export interface QueueStore {
  put(key: string, text: string): void;
  remove(key: string): void;
  entries(): Iterable<readonly [key: string, text: string]>;
}

interface Waiting {
  value: string;
  /** null: typed while an earlier value of the cell is on its way, so the version comes with the answer */
  base: number | null;
}

/** No batch carries more cells: a class fits in a few. */
export const mostEdits = 500;

/**
 * What was typed and is not yet acknowledged. Every value stands in the store until the server has answered for it. A batch
 * goes out one at a time and is sent again, unchanged, until it is answered; what the server refuses as changed
 * meanwhile waits for a person's decision.
 */
export class EntryQueue {
  private readonly known = new Map<string, { value: string; version: number }>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly clashes = new Map<string, { mine: string; theirs: Conflict }>();
  private flight: { id: string; edits: Edit[] } | null = null;
  private readonly store: QueueStore;
  /** The newest number of the server that was seen. */
  since = 0;

  constructor(store: QueueStore) {
    this.store = store;
    for (const [key, text] of store.entries()) this.restore(key, JSON.parse(text));
  }

  private restore(key: string, kept: unknown): void {
    if (key === "flight") this.flight = kept as { id: string; edits: Edit[] };
    else this.waiting.set(key, kept as Waiting);
  }

  /** What the server has, as the page brought it or as a poll says. Answers the cells whose shown value is now another. */
  learn(cells: readonly StoredCell[], since: number): string[] {
    const changed: string[] = [];
    for (const cell of cells) {
      const name = cellName(cell.row, cell.column);
      const before = this.shown(name);
      if (cell.version <= (this.known.get(name)?.version ?? 0)) continue;
      this.known.set(name, { value: cell.value, version: cell.version });
      const clash = this.clashes.get(name);
      if (clash) {
        if (clash.mine === cell.value) this.settle(name);
        else clash.theirs = { ...clash.theirs, value: cell.value, version: cell.version };
      }
      if (this.shown(name) !== before) changed.push(name);
    }
    this.since = Math.max(this.since, since);
    return changed;
  }

  /** What the person sees in a cell: the own value as long as it is not settled. */
  shown(name: string): string {
    const clash = this.clashes.get(name);
    if (clash) return clash.mine;
    const waiting = this.waiting.get(name);
    if (waiting) return waiting.value;
    const { row, column } = cellOf(name);
    const flying = this.flight?.edits.find((edit) => edit.row === row && edit.column === column);
    return flying?.value ?? this.known.get(name)?.value ?? "";
  }

  /** A cell was typed. */
  edit(name: string, value: string): void {
    const clash = this.clashes.get(name);
    if (clash) {
      clash.mine = value;
      this.wait(name, { value, base: clash.theirs.version - 1 });
      return;
    }
    if (this.isFlying(name)) {
      this.wait(name, { value, base: null });
      return;
    }
    const known = this.known.get(name);
    const base = this.waiting.get(name)?.base ?? known?.version ?? 0;
    if (value === (known?.value ?? "") && base === (known?.version ?? 0)) this.forget(name);
    else this.wait(name, { value, base });
  }

  /** The batch to send now; the same one until it is answered. Null when nothing waits. `id` names a new one. */
  take(id: string): { id: string; edits: readonly Edit[] } | null {
    if (this.flight) return this.flight;
    const edits: Edit[] = [];
    for (const [name, { value, base }] of this.waiting) {
      if (this.clashes.has(name)) continue;
      edits.push({ ...cellOf(name), value, base: base ?? this.known.get(name)?.version ?? 0 });
      if (edits.length === mostEdits) break;
    }
    if (edits.length === 0) return null;
    this.flight = { id, edits };
    // First kept as under way, then no longer as waiting: a page that dies between the two sends it twice, not never.
    this.store.put("flight", JSON.stringify(this.flight));
    for (const { row, column } of edits) this.forget(cellName(row, column));
    return this.flight;
  }

  /** The server has answered the batch. Answers the cells whose shown value is now another. */
  acknowledge(answer: BatchAnswer): string[] {
    const flight = this.flight;
    if (flight === null || answer.batch !== flight.id) return this.learn(answer.changes, answer.version);
    const before = new Map(
      [...flight.edits, ...answer.changes].map(({ row, column }) => {
        const name = cellName(row, column);
        return [name, this.shown(name)] as const;
      }),
    );
    this.flight = null;
    for (const cell of answer.accepted) {
      const name = cellName(cell.row, cell.column);
      const waiting = this.waiting.get(name);
      if (waiting?.base === null) this.wait(name, { ...waiting, base: cell.version });
    }
    for (const conflict of answer.conflicts) {
      const name = cellName(conflict.row, conflict.column);
      const sent = flight.edits.find((edit) => edit.row === conflict.row && edit.column === conflict.column);
      const mine = this.waiting.get(name)?.value ?? sent?.value ?? "";
      if (mine === conflict.value) this.forget(name);
      else {
        this.clashes.set(name, { mine, theirs: conflict });
        // Kept under a version that the server will refuse again: after a reload the question is asked anew.
        this.wait(name, { value: mine, base: sent?.base ?? 0 });
      }
    }
    this.store.remove("flight");
    this.learn(
      [...answer.accepted, ...answer.conflicts, ...answer.changes].toSorted((a, b) => a.version - b.version),
      answer.version,
    );
    return [...before].filter(([name, text]) => this.shown(name) !== text).map(([name]) => name);
  }

  /** A person has decided a conflict. */
  resolve(name: string, keep: "mine" | "theirs"): void {
    const clash = this.clashes.get(name);
    if (!clash) return;
    this.settle(name);
    if (keep === "mine") this.wait(name, { value: clash.mine, base: clash.theirs.version });
  }

  /** Takes over what another page left behind when it died. What this page has itself goes before. */
  adopt(entries: Iterable<readonly [key: string, text: string]>): void {
    const left = new Map<string, { value: string; base: number | null }>();
    const waiting: [string, Waiting][] = [];
    for (const [key, text] of entries) {
      if (key !== "flight") waiting.push([key, JSON.parse(text) as Waiting]);
      else
        for (const { row, column, value, base } of (JSON.parse(text) as { edits: Edit[] }).edits)
          left.set(cellName(row, column), { value, base });
    }
    // What was typed after the batch that was under way is the newer one.
    for (const [name, kept] of waiting) left.set(name, kept);
    for (const [name, { value, base }] of left)
      if (!this.waiting.has(name) && !this.isFlying(name))
        this.wait(name, { value, base: base ?? this.known.get(name)?.version ?? 0 });
  }

  /** Names of all cells that wait, are under way or are disputed. */
  get names(): string[] {
    const flying = this.flight?.edits.map(({ row, column }) => cellName(row, column)) ?? [];
    return [...this.waiting.keys(), ...flying];
  }

  get unsent(): number {
    return this.waiting.size + (this.flight?.edits.length ?? 0) - this.clashes.size;
  }

  get conflicts(): { name: string; mine: string; theirs: Conflict }[] {
    return [...this.clashes].map(([name, clash]) => ({ name, ...clash }));
  }

  private isFlying(name: string): boolean {
    const { row, column } = cellOf(name);
    return this.flight?.edits.some((edit) => edit.row === row && edit.column === column) ?? false;
  }

  private wait(name: string, waiting: Waiting): void {
    this.waiting.set(name, waiting);
    this.store.put(name, JSON.stringify(waiting));
  }

  private forget(name: string): void {
    if (this.waiting.delete(name)) this.store.remove(name);
  }

  private settle(name: string): void {
    this.clashes.delete(name);
    this.forget(name);
  }
}
