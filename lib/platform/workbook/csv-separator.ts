const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** The usual one first: it wins a tie. */
const SEPARATORS = [0x3b, 0x09, 0x2c] as const;
const LINES = 30;
const LOOKED_AT = 256 * 1024;
const AGREES_WITH_FIRST_ROW = 1_000_000_000;
/** Spreadsheet programs write and understand a first line that names the separator; it is no row of the table. */
const SEPARATOR_LINE = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i;

/** The separator of a text table in UTF-8 and the place where its first row starts. */
export function findSeparator(bytes: Uint8Array): { separator: number; start: number } {
  const named = SEPARATOR_LINE.exec(Buffer.from(bytes.subarray(0, 16)).toString("latin1"));
  if (named !== null) return { separator: named[1]!.charCodeAt(0), start: named[0].length };
  let best: { separator: number; score: number } = { separator: SEPARATORS[0], score: 0 };
  for (const separator of SEPARATORS) {
    const score = agreement(cellCounts(bytes, separator));
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, start: 0 };
}

/**
 * How well the first rows agree on a number of cells: rows with the commonest number, times the separators in one. A separator
 * that the first row has as often comes before all others: decimal commas stand in the numbers and not in the names above them.
 */
function agreement(counts: readonly number[]): number {
  const rows = new Map<number, number>();
  for (const count of counts) rows.set(count, (rows.get(count) ?? 0) + 1);
  let best = { cells: 1, score: 0 };
  for (const [cells, times] of rows) {
    const score = (cells - 1) * times;
    if (score > best.score) best = { cells, score };
  }
  return best.score > 0 && counts[0] === best.cells ? best.score + AGREES_WITH_FIRST_ROW : best.score;
}

function cellCounts(bytes: Uint8Array, separator: number): number[] {
  const counts: number[] = [];
  const end = Math.min(bytes.length, LOOKED_AT);
  let cells = 1;
  let inQuotes = false;
  let atStart = true;
  for (let at = 0; at < end && counts.length < LINES; at += 1) {
    const byte = bytes[at]!;
    if (inQuotes) {
      if (byte === QUOTE) inQuotes = false;
    } else if (byte === QUOTE && (atStart || bytes[at - 1] === QUOTE)) {
      inQuotes = true;
      atStart = false;
    } else if (byte === separator) {
      cells += 1;
      atStart = true;
    } else if (byte === LF || byte === CR) {
      if (cells > 1 || !atStart) counts.push(cells);
      cells = 1;
      atStart = true;
    } else {
      atStart = false;
    }
  }
  if (cells > 1) counts.push(cells);
  return counts;
}
