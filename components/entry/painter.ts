import { columnOf, type GridState, rowOf, selectedCells } from "#lib/entry/grid-state.ts";
import type { RowFacts } from "#lib/entry/row-facts.ts";
import { type Phrases, say } from "./phrases.ts";

const tying = ["aria-errormessage", "aria-describedby"] as const;

/** The words about a wrong cell, in the list under the grid. */
export const problemId = (at: number) => `problem-${at}`;

/** So many wrong cells are told in words; more of them are mended from the top. */
export const mostListed = 30;

/** Shows the state of the grid in the table's own fields, only what has changed: a key costs a cell, not a table. */
export class Painter {
  private fields: HTMLInputElement[] = [];
  private totals: HTMLElement[] = [];
  private marks: HTMLElement[] = [];
  private states: HTMLElement[] = [];
  private selected: number[] = [];
  private active = -1;
  private pointed: ReadonlySet<number> = new Set();
  private readonly phrases: Phrases;

  constructor(phrases: Phrases) {
    this.phrases = phrases;
  }

  /** Takes the fields of a table that was just drawn. */
  attach(table: HTMLElement): void {
    this.fields = [...table.querySelectorAll<HTMLInputElement>("input[data-at]")];
    this.totals = [...table.querySelectorAll<HTMLElement>("[data-total]")];
    this.marks = [...table.querySelectorAll<HTMLElement>("[data-mark]")];
    this.states = [...table.querySelectorAll<HTMLElement>("[data-state]")];
    this.selected = [];
    this.active = -1;
    this.pointed = new Set();
  }

  field(at: number): HTMLInputElement | undefined {
    return this.fields[at];
  }

  cell(at: number, value: string): void {
    const field = this.fields[at];
    if (field && field.value !== value) field.value = value;
  }

  /** The row's verdict: its sums, its state, which of its cells are wrong. */
  row(state: GridState, row: number, facts: RowFacts, clashing: ReadonlySet<number>): void {
    put(this.totals[row], facts.total === null ? "—" : String(facts.total));
    put(this.marks[row], facts.mark === null ? "—" : String(facts.mark));
    const word = this.states[row];
    put(word, say(this.phrases, `row.${facts.status}`, { blanks: facts.blanks }));
    if (word && word.dataset.state !== facts.status) word.dataset.state = facts.status;
    const first = row * state.columns.length;
    for (let column = 0; column < state.columns.length; column++) {
      const field = this.fields[first + column];
      if (!field) continue;
      const isWrong = facts.problems.has(column);
      if ((field.getAttribute("aria-invalid") === "true") !== isWrong)
        field.setAttribute("aria-invalid", String(isWrong));
      const isClash = clashing.has(first + column);
      if (field.hasAttribute("data-clash") !== isClash) field.toggleAttribute("data-clash", isClash);
    }
  }

  /** Ties wrong fields to the words about them, as far as these are listed under the grid. */
  point(listed: readonly number[]): void {
    const before = this.pointed;
    this.pointed = new Set(listed);
    for (const at of before)
      if (!this.pointed.has(at)) for (const name of tying) this.fields[at]?.removeAttribute(name);
    for (const at of listed)
      if (!before.has(at)) for (const name of tying) this.fields[at]?.setAttribute(name, problemId(at));
  }

  /** The names of a row's cells begin with its code. */
  names(state: GridState, row: number, code: string): void {
    const start =
      code === ""
        ? say(this.phrases, "cell.row", { row: row + 1 })
        : say(this.phrases, "cell.code", { code });
    state.columns.forEach((column, i) => {
      const field = this.fields[row * state.columns.length + i];
      const rest = say(this.phrases, `cell.${column.kind}`, { task: column.code, max: column.max });
      const name = `${start}, ${rest}`;
      if (field && field.getAttribute("aria-label") !== name) field.setAttribute("aria-label", name);
    });
  }

  /** One stop for the Tab key; `focus` = the hand is in the grid and follows. */
  at(state: GridState, focus: boolean): void {
    if (this.active !== state.active) {
      this.fields[this.active]?.setAttribute("tabindex", "-1");
      this.fields[state.active]?.setAttribute("tabindex", "0");
      this.active = state.active;
    }
    const field = this.fields[state.active];
    if (!field || !focus) return;
    if (document.activeElement !== field) field.focus();
  }

  selection(state: GridState): void {
    const cells = state.anchor === null ? [] : selectedCells(state);
    for (const at of this.selected) this.fields[at]?.removeAttribute("data-selected");
    for (const at of cells) this.fields[at]?.setAttribute("data-selected", "");
    this.selected = cells;
  }

  /** «Код 40103, задание 4» */
  placeName(state: GridState, at: number): string {
    const code = state.cells[rowOf(state, at) * state.columns.length] ?? "";
    const column = state.columns[columnOf(state, at)];
    const start =
      code === ""
        ? say(this.phrases, "cell.row", { row: rowOf(state, at) + 1 })
        : say(this.phrases, "cell.code", { code });
    return `${start}, ${say(this.phrases, `place.${column?.kind ?? "task"}`, { task: column?.code ?? "" })}`;
  }
}

function put(element: HTMLElement | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
