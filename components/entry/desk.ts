import type { CellProblem } from "#lib/entry/cell-text.ts";
import { classProgress } from "#lib/entry/class-progress.ts";
import { makeCodes } from "#lib/entry/codes.ts";
import { cellName, cellOf, entryColumns } from "#lib/entry/columns.ts";
import { goTo } from "#lib/entry/grid-keys.ts";
import {
  columnAt,
  columnOf,
  emptyGrid,
  type GridState,
  redo,
  rowOf,
  showCells,
  undo,
  withRows,
  writeCells,
} from "#lib/entry/grid-state.ts";
import type { EntryView } from "#lib/entry/queries.ts";
import { type BatchAnswer, EntryQueue, type StoredCell } from "#lib/entry/queue.ts";
import { countCodes, type RowFacts, rowFacts } from "#lib/entry/row-facts.ts";
import type { DeskView } from "./desk-view.ts";
import { listenTo } from "./grid-events.ts";
import { readHistory } from "./history-reader.ts";
import { LocalQueues } from "./local-store.ts";
import { mostListed, Painter } from "./painter.ts";
import { type Phrases, say } from "./phrases.ts";
import { Sender } from "./sender.ts";
import { Tabs } from "./tabs.ts";

/** What stands around the table follows when the hand rests, and in an unresting one now and then. */
const REST_MS = 150;
const UNREST_MS = 600;

/** Everything that happens while a class is typed: keys make a new state, the state goes to the table, to the queue and to the parts around. */
export class EntryDesk {
  state: GridState;
  private queue: EntryQueue | null = null;
  private sender: Sender | null = null;
  private readonly tabs: Tabs;
  private readonly queues: LocalQueues;
  private readonly painter: Painter;
  private facts: RowFacts[] = [];
  private readonly taken: ReadonlyMap<string, string>;
  private readonly listeners = new Set<() => void>();
  private showing: ReturnType<typeof setTimeout> | null = null;
  /** Since when something waits to be shown, by the page's own clock. */
  private waitingSince = 0;
  private message = "";
  private history: DeskView["history"] = null;
  private detach: (() => void) | null = null;
  private readonly entry: EntryView;
  readonly phrases: Phrases;
  view: DeskView;

  constructor(entry: EntryView, phrases: Phrases) {
    this.entry = entry;
    this.phrases = phrases;
    const { key, personId, pass } = entry;
    const place = [personId, key.schoolId, key.workId, key.classLabel, pass];
    this.taken = new Map(entry.taken);
    this.state = emptyGrid(entryColumns(entry.work.tasks), entry.rows);
    if (pass === 2) this.state = { ...this.state, locked: new Set(["code"]), active: 1, home: 1 };
    this.painter = new Painter(phrases);
    this.queues = new LocalQueues(place);
    this.tabs = new Tabs(place, (cells, version) => this.heard(cells, version));
    this.view = this.look();
  }

  /** Meets other tabs, takes over what dead ones left, and begins to send. */
  async start(): Promise<void> {
    const alive = await this.tabs.meet();
    const queue = new EntryQueue(this.queues.drawer(this.tabs.name));
    queue.learn(this.entry.cells, this.entry.version);
    queue.adopt(this.queues.takeLeft(alive));
    this.queue = queue;
    const { key, personId, pass } = this.entry;
    const names = [...new Set([...this.entry.cells.map((c) => cellName(c.row, c.column)), ...queue.names])];
    this.grow(names);
    this.state = showCells(this.state, this.valuesOf(names));
    const active = this.state.cells.findIndex(
      (text, at) => text === "" && columnAt(this.state, at).kind === "task",
    );
    const hasCodes = (this.state.cells[0] ?? "") !== "";
    if (hasCodes && active >= 0) this.state = { ...this.state, active, home: columnOf(this.state, active) };
    this.sender = new Sender({ ...key, personId, pass }, queue, {
      onAnswer: (answer) => this.answered(answer),
      onLine: () => this.showSoon(0),
    });
    window.addEventListener("online", this.wake);
    window.addEventListener("focus", this.wake);
    this.judgeAll();
    this.showSoon(0);
  }

  close(): void {
    window.removeEventListener("online", this.wake);
    window.removeEventListener("focus", this.wake);
    this.sender?.close();
    this.tabs.close();
    this.detach?.();
    if (this.showing) clearTimeout(this.showing);
  }

  private readonly wake = () => {
    if (this.sender && (this.sender.line.kind !== "free" || this.view.unsent > 0)) void this.sender.now();
  };

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = () => this.view;

  /** The table was drawn, or drawn anew with more rows. */
  attach(table: HTMLElement): void {
    this.detach?.();
    this.detach = listenTo(table, this);
    this.painter.attach(table);
    this.paintAll();
  }

  undo(): void {
    this.apply(undo(this.state), true);
  }
  redo(): void {
    this.apply(redo(this.state), true);
  }
  addRow(): void {
    this.apply(withRows(this.state, this.state.rows + 1), false);
  }
  setMoving(moving: { autoMove?: boolean; direction?: "row" | "column" }): void {
    this.apply({ ...this.state, ...moving }, false);
  }

  /** Codes for rows that have none, for a class without a list; one step to undo. */
  fillCodes(place: number): void {
    const { columns, cells, rows } = this.state;
    const own = new Set(Array.from({ length: rows }, (_, row) => cells[row * columns.length] ?? ""));
    const empty = Array.from({ length: rows }, (_, row) => row * columns.length).filter(
      (at) => cells[at] === "",
    );
    const codes = makeCodes(
      this.entry.work.gradeWriting,
      place,
      empty.length,
      (code) => own.has(code) || this.taken.has(code),
    );
    const values = empty.flatMap((at, i) => (codes[i] ? [[at, codes[i]] as const] : []));
    this.apply(writeCells(this.state, values), false);
    this.tell(say(this.phrases, "message.codes", { count: values.length }));
  }

  resolve(name: string, keep: "mine" | "theirs"): void {
    this.queue?.resolve(name, keep);
    this.reshow([name]);
    this.sender?.poke();
  }

  goto(at: number): void {
    this.apply(goTo(this.state, at), true);
  }

  /** What was done to the active cell; what is typed and not yet sent goes first. */
  async showHistory(): Promise<void> {
    const { active } = this.state;
    const place = this.painter.placeName(this.state, active);
    const show = (steps: NonNullable<DeskView["history"]>["steps"]) => {
      this.history = { place, steps };
      this.showSoon(0);
    };
    show("reading");
    await this.sender?.now();
    show(await readHistory(this.entry.key, rowOf(this.state, active), columnAt(this.state, active).key));
  }
  closeHistory(): void {
    this.history = null;
    this.goto(this.state.active);
    this.showSoon(0);
  }

  /** The next cell that is wrong, from the active one on and around. */
  gotoProblem(by: 1 | -1): void {
    const all = this.problems().map(({ at }) => at);
    const next =
      by === 1
        ? (all.find((at) => at > this.state.active) ?? all[0])
        : (all.findLast((at) => at < this.state.active) ?? all.at(-1));
    if (next !== undefined) this.goto(next);
  }

  /** Sends what waits; true when everything is with the server and nothing is disputed. */
  async flush(): Promise<boolean> {
    await this.sender?.now();
    this.showNow();
    return this.view.unsent === 0 && this.view.conflicts.length === 0;
  }

  restore(at: number): void {
    this.painter.cell(at, this.state.cells[at] ?? "");
  }
  select(): void {
    this.painter.select();
  }

  /** Makes a state the present one: what changed goes to the queue, to the table and to the row's verdict. */
  apply(next: GridState, focus: boolean): void {
    const before = this.state;
    this.state = next;
    const changed: number[] = [];
    if (next.cells !== before.cells)
      for (let at = 0; at < next.cells.length; at++)
        if (next.cells[at] !== (before.cells[at] ?? "")) changed.push(at);
    for (const at of changed) this.queue?.edit(this.nameOf(at), next.cells[at] ?? "");
    if (next.rows === before.rows) this.painted(changed, focus);
    else this.judgeAll();
    if (changed.length > 0) {
      this.message = "";
      this.sender?.poke();
    }
    this.showSoon(next.rows === before.rows ? REST_MS : 0);
  }

  private painted(changed: readonly number[], focus: boolean): void {
    this.painter.leave(this.state);
    for (const at of changed) this.painter.cell(at, this.state.cells[at] ?? "");
    if (changed.some((at) => columnOf(this.state, at) === 0)) this.judgeAll();
    else this.judge([...new Set(changed.map((at) => rowOf(this.state, at)))]);
    this.painter.selection(this.state);
    this.painter.at(this.state, focus);
  }

  private judgeAll(): void {
    this.judge(Array.from({ length: this.state.rows }, (_, row) => row));
  }

  private judge(rows: readonly number[]): void {
    if (rows.length === 0) return;
    const { columns, cells, rows: count } = this.state;
    const width = columns.length;
    const counts = countCodes(Array.from({ length: count }, (_, row) => cells[row * width] ?? ""));
    const clashing = new Set(this.queue?.conflicts.map(({ name }) => this.atOfName(name)));
    for (const row of rows) {
      const facts = rowFacts(
        columns,
        cells.slice(row * width, (row + 1) * width),
        { counts, taken: this.taken },
        this.entry.work.scale,
      );
      this.facts[row] = facts;
      this.painter.row(this.state, row, facts, clashing);
    }
  }

  private paintAll(): void {
    this.state.cells.forEach((text, at) => {
      this.painter.cell(at, text);
    });
    this.judgeAll();
    this.painter.selection(this.state);
    this.painter.at(this.state, false);
  }

  private answered(answer: BatchAnswer): void {
    if (!this.queue) return;
    const clashes = this.queue.conflicts.length;
    this.reshow(this.queue.acknowledge(answer));
    this.tabs.tell(answer.accepted, answer.version);
    if (this.queue.conflicts.length > clashes) this.judgeAll();
    this.showSoon(0);
  }

  /** Another tab says what the server has taken from it. */
  private heard(cells: readonly StoredCell[], version: number): void {
    // The number of the server is not taken over: what came between would be missed.
    void version;
    if (this.queue) this.reshow(this.queue.learn(cells, 0));
  }

  /** Cells that came from elsewhere: shown, judged, no step to undo. */
  private reshow(names: readonly string[]): void {
    if (names.length > 0) {
      const rows = this.state.rows;
      this.grow(names);
      this.state = showCells(this.state, this.valuesOf(names));
      if (this.state.rows === rows)
        this.painted(
          names.map((name) => this.atOfName(name)).filter((at) => at >= 0),
          false,
        );
      else this.judgeAll();
    }
    this.showSoon(0);
  }

  private grow(names: readonly string[]): void {
    this.state = withRows(this.state, Math.max(0, ...names.map((name) => cellOf(name).row + 1)));
  }

  private valuesOf(names: readonly string[]): [number, string][] {
    return names.map((name) => [this.atOfName(name), this.queue?.shown(name) ?? ""]);
  }

  private nameOf(at: number): string {
    return cellName(rowOf(this.state, at), columnAt(this.state, at).key);
  }

  private atOfName(name: string): number {
    const { row, column } = cellOf(name);
    const index = this.state.columns.findIndex(({ key }) => key === column);
    return index < 0 ? -1 : row * this.state.columns.length + index;
  }

  private problems(): { at: number; place: string; problem: CellProblem }[] {
    return this.facts.flatMap(({ problems }, row) =>
      [...problems].map(([column, problem]) => {
        const at = row * this.state.columns.length + column;
        return { at, place: this.painter.placeName(this.state, at), problem };
      }),
    );
  }

  tell(message: string): void {
    this.message = message;
    this.showSoon(0);
  }

  private showSoon(ms: number): void {
    if (this.showing) clearTimeout(this.showing);
    else this.waitingSince = performance.now();
    const longest = Math.max(0, this.waitingSince + UNREST_MS - performance.now());
    this.showing = setTimeout(() => this.showNow(), Math.min(ms, longest));
  }

  private showNow(): void {
    if (this.showing) clearTimeout(this.showing);
    this.showing = null;
    this.view = this.look();
    for (const listener of this.listeners) listener();
    this.painter.point(
      this.state,
      this.view.problems.slice(0, mostListed).map(({ at }) => at),
    );
  }

  private look(): DeskView {
    const { rows, autoMove, direction, columns, cells } = this.state;
    const conflicts = (this.queue?.conflicts ?? []).map(({ name, mine, theirs }) => {
      const at = this.atOfName(name);
      return { name, at, place: this.painter.placeName(this.state, at), mine, theirs };
    });
    return {
      ready: this.queue !== null,
      rows,
      line: this.sender?.line ?? { kind: "free" },
      busy: this.sender?.isBusy ?? false,
      unsent: this.queue?.unsent ?? 0,
      savedAt: this.sender?.savedAt ?? null,
      durable: this.queues.durable,
      conflicts,
      problems: this.problems(),
      progress: classProgress(this.facts),
      idle: this.facts.filter(
        ({ status }, row) => status === "empty" && (cells[row * columns.length] ?? "") !== "",
      ).length,
      history: this.history,
      message: this.message,
      canUndo: this.state.undo.length > 0,
      canRedo: this.state.redo.length > 0,
      autoMove,
      direction,
      version: this.queue?.since ?? this.entry.version,
    };
  }
}
