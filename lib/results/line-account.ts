import type { Understood } from "./understood.ts";

/**
 * Where every line of a file went. The parts add up to `lines`; while questions are open, the rows of pupils wait as a
 * whole, because nothing of them is taken yet.
 */
export interface LineAccount {
  lines: number;
  /** Parts that are not zero, in the order of reading. */
  parts: readonly { part: "taken" | "absent" | "held" | "refused" | "waiting" | "notData"; count: number }[];
  /** What the lines without data are, the most frequent first. */
  notData: readonly { kind: string; count: number }[];
  /** False is a defect: a line was lost. */
  closed: boolean;
}

/** The sums that prove that no line of the file was lost (forms.md A.2). */
export function lineAccount(understood: Understood): LineAccount {
  const { taken, absent, held, refused, lines, blocked } = understood;
  const notData = Object.entries(understood.notData)
    .map(([kind, count]) => ({ kind, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
  const without = notData.reduce((sum, { count }) => sum + count, 0);
  const waiting = taken + absent + held + refused;
  const parts: LineAccount["parts"] = blocked
    ? [
        { part: "waiting", count: waiting },
        { part: "notData", count: without },
      ]
    : [
        { part: "taken", count: taken },
        { part: "absent", count: absent },
        { part: "held", count: held },
        { part: "refused", count: refused },
        { part: "notData", count: without },
      ];
  return {
    lines,
    parts: parts.filter(({ count }) => count > 0),
    notData,
    closed: waiting + without === lines,
  };
}
