const LINE_POINTS = 15;
/** The tallest row that a worksheet has. */
const TALLEST_POINTS = 409;

/**
 * The attributes of a row whose texts wrap in columns of these widths; empty for one line. Programs disagree whether they fit
 * heights when a file opens, so the height is said: an estimate on the safe side, a letter taking a width unit.
 */
export function rowHeight(texts: readonly (string | null)[], widths: readonly number[]): string {
  let lines = 1;
  texts.forEach((text, index) => {
    if (text !== null) lines = Math.max(lines, linesOf(text, widths[index]!));
  });
  if (lines === 1) return "";
  return ` ht="${Math.min(lines * LINE_POINTS, TALLEST_POINTS)}" customHeight="1"`;
}

/** Lines that a text takes when whole words wrap; a word longer than the line is broken. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width) - 1);
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(" ")) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed <= room) {
        used = needed;
        continue;
      }
      lines += (used === 0 ? 0 : 1) + Math.floor((word.length - 1) / room);
      used = ((word.length - 1) % room) + 1;
    }
  }
  return lines;
}
