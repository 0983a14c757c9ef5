import type { Say } from "./registry-plan.ts";
import type { LinePlace } from "./registry-reading.ts";

/**
 * Lines of which each key stands once. A line that repeats another word for word is left out with a note; lines of one
 * key that say different things are all refused, because only a person knows which is right (forms.md D-40).
 */
export function once<Line extends LinePlace>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  what: "login" | "class",
  say: Say,
): Line[] {
  const taken: Line[] = [];
  for (const group of Map.groupBy(lines, keyOf).values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const isSame = others.every((line) => content(line) === content(first));
    if (isSame) taken.push(first);
    for (const line of isSame ? others : group) {
      const other = line === first ? others[0] : first;
      const params = { row: other?.row ?? 0, sheet: other?.sheet ?? "none", what };
      say(isSame ? "warning" : "error", isSame ? "lineRepeated" : "lineContradicts", line, params);
    }
  }
  return taken;
}

function content({ file: _file, sheet: _sheet, row: _row, line: _line, ...said }: LinePlace): string {
  return JSON.stringify(said);
}
