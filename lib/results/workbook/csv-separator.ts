const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** The usual one first: it wins a tie. */
const SEPARATORS = [0x3b, 0x09, 0x2c] as const;
const LINES = 30;
const LOOKED_AT = 256 * 1024;
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

/** How well the first rows agree on a number of cells: rows with the commonest number, times the separators in one. */
function agreement(counts: readonly number[]): number {
  const rows = new Map<number, number>();
  for (const count of counts) rows.set(count, (rows.get(count) ?? 0) + 1);
  return Math.max(0, ...[...rows].map(([count, times]) => (count - 1) * times));
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
