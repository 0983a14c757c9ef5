import type { CellTexts } from "./cell-texts.ts";
import type { Limits } from "./limits.ts";
import { refuse } from "./refused.ts";
import { NAME } from "./xml-names.ts";
import { TOKEN, type XmlScanner } from "./xml-scanner.ts";

/** The table of texts that cells of a workbook point into, and the marks of each (see MARK). */
export interface SharedStrings {
  texts: readonly string[];
  marks: readonly number[];
}

export const NO_SHARED_STRINGS: SharedStrings = { texts: [], marks: [] };

/** A shared text takes about as much memory as this many places of cells. */
const CELLS_PER_TEXT = 4;

/** Reads the part `sharedStrings.xml`. */
export function readSharedStrings(x: XmlScanner, reader: CellTexts, limits: Limits): SharedStrings {
  const texts: string[] = [];
  const marks: number[] = [];
  for (let token = x.next(); token !== TOKEN.end; token = x.next()) {
    if (token !== TOKEN.open || x.name !== NAME.si) continue;
    texts.push(reader.rich(x));
    marks.push(reader.marks);
    if (texts.length > limits.cells / CELLS_PER_TEXT) refuse("tooManyCells", { limit: limits.cells });
  }
  return { texts, marks };
}
