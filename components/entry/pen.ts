import type { EntryColumn } from "#lib/entry/columns.ts";

/**
 * The one field of the grid: it stands in the active cell and goes with the hand. Twelve hundred fields, one a cell, cost
 * the browser four times as much at every key.
 */
export class Pen {
  readonly field: HTMLInputElement;
  /** Where it stands; -1 = nowhere yet. */
  at = -1;

  constructor() {
    const field = document.createElement("input");
    field.autocomplete = "off";
    field.setAttribute("autocorrect", "off");
    field.spellcheck = false;
    field.maxLength = 32;
    this.field = field;
  }

  /** Stands into a cell with its text; the cell itself is empty meanwhile, so that nothing is read out twice. */
  stand(cell: HTMLElement, at: number, text: string, column: EntryColumn, locked: boolean): void {
    const { field } = this;
    this.at = at;
    const mode = column.kind === "task" || column.kind === "journal" ? "numeric" : "text";
    if (field.inputMode !== mode) field.inputMode = mode;
    if (field.readOnly !== locked) field.readOnly = locked;
    field.value = text;
    cell.replaceChildren(field);
  }

  /** Away from the page: a field with the focus counts its text and caret anew at every change. */
  leave(): void {
    this.at = -1;
    this.field.remove();
  }

  write(text: string): void {
    if (this.field.value !== text) this.field.value = text;
  }

  /** What a screen reader says of the cell, and whether it is wrong. */
  describe(name: string, wrong: boolean, words: string | null): void {
    set(this.field, "aria-label", name);
    set(this.field, "aria-invalid", String(wrong));
    set(this.field, "aria-errormessage", words);
    set(this.field, "aria-describedby", words);
  }

  focus(): void {
    if (document.activeElement !== this.field) this.field.focus();
  }
}

/** An attribute as it shall be; null = without it. What is so already costs nothing. */
export function set(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
