import { cellName } from "./columns.ts";
import type { Edit } from "./queue.ts";

/** A stored cell with who changed it last. */
export interface HeldCell {
  value: string;
  version: number;
}

/** What becomes of each edit of a batch. */
export interface Judged {
  /** to be written under the new version */
  written: Edit[];
  /** the same value is there already: nothing to write */
  same: Edit[];
  /** somebody changed the cell after the version that the edit was typed upon */
  clashing: Edit[];
}

/** Decides a batch against what is stored: an edit stands when it was typed upon the version that is there. */
export function judgeBatch(stored: ReadonlyMap<string, HeldCell>, edits: readonly Edit[]): Judged {
  const judged: Judged = { written: [], same: [], clashing: [] };
  for (const edit of edits) {
    const now = stored.get(cellName(edit.row, edit.column)) ?? { value: "", version: 0 };
    if (now.value === edit.value) judged.same.push(edit);
    else if (now.version === edit.base) judged.written.push(edit);
    else judged.clashing.push(edit);
  }
  return judged;
}

/** Which typing a person does: the second one when the work is typed twice, somebody else did the first, and they are not compared yet. */
export function passOf(entry: {
  twice: boolean;
  compared: boolean;
  firstTypists: readonly number[];
  personId: number;
}): 1 | 2 {
  if (!entry.twice || entry.compared || entry.firstTypists.length === 0) return 1;
  return entry.firstTypists.includes(entry.personId) ? 1 : 2;
}
