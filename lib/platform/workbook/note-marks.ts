import { MARK } from "./clean-text.ts";
import type { Notebook } from "./notebook.ts";
import { refuse } from "./refused.ts";

/** Writes down what the marks of a cell's text mean; gives true when the cell itself must be refused. */
export function noteMarks(
  notes: Notebook,
  marks: number,
  place: { sheet: string; row: number; column: number; raw: string },
  cellCharacters: number,
): boolean {
  if ((marks & MARK.tooLong) !== 0) refuse("cellTooLong", { limit: cellCharacters }, { ...place, raw: null });
  if ((marks & MARK.directionMarks) !== 0) notes.add("directionMarksRemoved", {}, place);
  if ((marks & MARK.lettersLost) !== 0) notes.add("lettersLost", {}, place);
  if ((marks & MARK.control) === 0) return false;
  notes.add("controlCharacters", {}, place);
  return true;
}
