import type { Machine } from "./machine.ts";
import { type Ratio, shownValue, verdict } from "./ratio.ts";

/** The result as lines of plain text: a table with goal and verdict, under each ratio the numbers behind it. */
export function lines(before: Machine, after: Machine, ratios: readonly Ratio[]): string[] {
  const rows = ratios.map((ratio) => [
    ratio.name,
    `${shownValue(ratio)} ${ratio.unit}`,
    goalText(ratio),
    { met: "met", missed: "MISSED", none: "" }[verdict(ratio)],
  ]);
  const heads = ["", "measured", "goal", ""];
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 1 || i === 2 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [
    `${before.cores} cores (${before.processor}), ${before.memoryGb} GB, ${before.platform}, Node ${before.node}; load ${before.load} before, ${after.load} after`,
    "",
    line(heads),
    ...rows.flatMap((row, i) => [line(row), `    ${ratios[i]?.behind ?? ""}`]),
  ];
}

function goalText({ goal, unit }: Ratio): string {
  return goal === null ? "" : `${goal.kind === "atMost" ? "≤" : "≥"} ${goal.value} ${unit}`;
}
