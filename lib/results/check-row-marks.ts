import { plain } from "../platform/text/plain.ts";
import { type Mark, readMark } from "./cells/mark.ts";
import { brokenFormula } from "./check-formula.ts";
import type { RowNotes } from "./check-notes.ts";
import type { RowReading } from "./layouts/layout.ts";

/** The mark that a form prints for the work; null where the form has none or it cannot be read. */
export function checkMark(
  row: RowReading,
  column: number | undefined,
  total: number | null,
  notes: RowNotes,
): Mark | null {
  if (column === undefined) return null;
  const broken = brokenFormula(row, column, plain(row.mark));
  if (broken) {
    notes.say(broken, column, row.mark, { field: "mark", task: "", value: plain(row.mark) });
    return null;
  }
  const cell = readMark(row.mark);
  if (cell.status === "none" || cell.status === "noted") {
    if (total !== null) notes.say("markMissing", column, row.mark, { total });
  } else if (cell.mark === null) notes.say("markUnreadable", column, row.mark, { value: plain(row.mark) });
  return cell.mark;
}

/** The mark by journal (forms.md D-10 … D-12); a missing one is an answer of its own, not a fault. */
export function checkJournal(row: RowReading, column: number | undefined, notes: RowNotes): Mark | null {
  if (column === undefined) return null;
  const broken = brokenFormula(row, column, plain(row.journal));
  if (broken) {
    notes.say(broken, column, row.journal, { field: "journal", task: "", value: plain(row.journal) });
    return null;
  }
  const cell = readMark(row.journal);
  if (cell.status === "none") notes.count("journalMissing");
  else if (cell.status === "noted") notes.count("journalNoted");
  else if (cell.status === "outOfRange")
    notes.say("journalOutOfRange", column, row.journal, { value: plain(row.journal) });
  else if (cell.status === "text")
    notes.say("journalText", column, row.journal, { value: plain(row.journal) });
  return cell.mark;
}
