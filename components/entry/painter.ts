import { columnAt, columnOf, type GridState, rowOf, selectedCells } from "#lib/entry/grid-state.ts";
import type { RowFacts } from "#lib/entry/row-facts.ts";
import { Pen, set } from "./pen.ts";
import { type Phrases, say } from "./phrases.ts";

const tying = ["aria-errormessage", "aria-describedby"] as const;

/** The words about a wrong cell, in the list under the grid. */
export const problemId = (at: number) => `problem-${at}`;

/** So many wrong cells are told in words; more of them are mended from the top. */
export const mostListed = 30;

/** Shows the state of the grid in the table's own cells, only what has changed: a key costs a cell, not a table. */
export class Painter {
  private cells: HTMLElement[] = [];
  private totals: HTMLElement[] = [];
  private marks: HTMLElement[] = [];
  private states: HTMLElement[] = [];
  private selected: number[] = [];
  private pointed: ReadonlySet<number> = new Set();
  /** Rows with a cell that is shown as wrong or disputed. */
  private readonly marked = new Set<number>();
  private readonly pen = new Pen();
  private readonly phrases: Phrases;

  constructor(phrases: Phrases) {
    this.phrases = phrases;
  }

  /** Takes the cells of a table that was just drawn. */
  attach(table: HTMLElement): void {
    this.cells = [...table.querySelectorAll<HTMLElement>("td[data-at]")];
    this.totals = [...table.querySelectorAll<HTMLElement>("[data-total]")];
    this.marks = [...table.querySelectorAll<HTMLElement>("[data-mark]")];
    this.states = [...table.querySelectorAll<HTMLElement>("[data-state]")];
    this.selected = [];
    this.pointed = new Set();
  }

  cell(at: number, value: string): void {
    if (at === this.pen.at) this.pen.write(value);
    else put(this.cells[at], value);
  }

  /** The field leaves the cell that is no longer the active one, before anything is written into that. */
  leave(state: GridState): void {
    const { at } = this.pen;
    if (at < 0 || at === state.active) return;
    this.pen.leave();
    put(this.cells[at], state.cells[at] ?? "");
  }

  /** The row's verdict: its sums, its state, which of its cells are wrong. */
  row(state: GridState, row: number, facts: RowFacts, clashing: ReadonlySet<number>): void {
    put(this.totals[row], facts.total === null ? "—" : String(facts.total));
    put(this.marks[row], facts.mark === null ? "—" : String(facts.mark));
    const word = this.states[row];
    put(word, say(this.phrases, `row.${facts.status}`, { blanks: facts.blanks }));
    if (word && word.dataset.state !== facts.status) word.dataset.state = facts.status;
    this.mark(state, row, facts, clashing);
    if (rowOf(state, this.pen.at) === row) this.name(state);
  }

  /** A row without anything wrong, before and now, costs nothing. */
  private mark(state: GridState, row: number, { problems }: RowFacts, clashing: ReadonlySet<number>): void {
    const first = row * state.columns.length;
    const clashes = (column: number) => clashing.has(first + column);
    const isMarked = problems.size > 0 || (clashing.size > 0 && state.columns.some((_, i) => clashes(i)));
    if (!isMarked && !this.marked.has(row)) return;
    if (isMarked) this.marked.add(row);
    else this.marked.delete(row);
    for (let column = 0; column < state.columns.length; column++) {
      const cell = this.cells[first + column];
      if (!cell) continue;
      set(cell, "aria-invalid", problems.has(column) ? "true" : null);
      set(cell, "data-clash", clashes(column) ? "" : null);
    }
  }

  /** Ties wrong cells to the words about them, as far as these are listed under the grid. */
  point(state: GridState, listed: readonly number[]): void {
    const before = this.pointed;
    this.pointed = new Set(listed);
    for (const at of before)
      if (!this.pointed.has(at)) for (const name of tying) this.cells[at]?.removeAttribute(name);
    for (const at of listed)
      if (!before.has(at)) for (const name of tying) this.cells[at]?.setAttribute(name, problemId(at));
    this.name(state);
  }

  /** The field stands in the active cell; `focus` = the hand is in the grid and follows. */
  at(state: GridState, focus: boolean): void {
    const { active, locked } = state;
    const cell = this.cells[active];
    if (!cell) return;
    this.leave(state);
    if (this.pen.field.parentElement !== cell) {
      const column = columnAt(state, active);
      this.pen.stand(cell, active, state.cells[active] ?? "", column, locked.has(column.key));
      this.name(state);
    }
    if (focus) this.pen.focus();
  }

  /** What is typed next by a soft keyboard replaces the value. */
  select(): void {
    this.pen.field.select();
  }

  selection(state: GridState): void {
    if (state.anchor === null && this.selected.length === 0) return;
    const cells = state.anchor === null ? [] : selectedCells(state);
    for (const at of this.selected) this.cells[at]?.removeAttribute("aria-selected");
    for (const at of cells) this.cells[at]?.setAttribute("aria-selected", "true");
    this.selected = cells;
  }

  /** «Код 40103, задание 4» */
  placeName(state: GridState, at: number): string {
    const column = state.columns[columnOf(state, at)];
    return `${this.rowName(state, at)}, ${say(this.phrases, `place.${column?.kind ?? "task"}`, { task: column?.code ?? "" })}`;
  }

  /** The name of the field begins with the code of its row and tells what may be typed. */
  private name(state: GridState): void {
    const { at } = this.pen;
    const cell = this.cells[at];
    if (!cell) return;
    const { kind, code, max } = columnAt(state, at);
    const name = `${this.rowName(state, at)}, ${say(this.phrases, `cell.${kind}`, { task: code, max })}`;
    this.pen.describe(name, cell.hasAttribute("aria-invalid"), cell.getAttribute("aria-errormessage"));
  }

  private rowName(state: GridState, at: number): string {
    const code = state.cells[rowOf(state, at) * state.columns.length] ?? "";
    return code === ""
      ? say(this.phrases, "cell.row", { row: rowOf(state, at) + 1 })
      : say(this.phrases, "cell.code", { code });
  }
}

function put(element: HTMLElement | undefined, text: string): void {
  if (!element || element.textContent === text) return;
  const node = element.firstChild;
  if (node instanceof Text && text !== "") node.data = text;
  else element.textContent = text;
}
