import { describe, expect, it } from "vitest";
import { auditSuppression } from "#lib/statistics/disclosure/audit.ts";
import { feasibleIntervals, undecided } from "#lib/statistics/disclosure/feasible.ts";
import { recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import { isSafe, suppress } from "#lib/statistics/disclosure/suppress.ts";
import { expected } from "#tests/support/expected.ts";
import { sensitiveIn } from "./linked-tables.ts";
import { marksTables } from "./marks-tables.ts";

describe("the simulated tables of schools, subjects and marks", () => {
  const table = marksTables();
  const primary = sensitiveIn(table);
  const cost = (hidden: ReadonlySet<string>) =>
    table.cells.reduce(
      (sum, { id, value }) => (hidden.has(id) && !primary.has(id) ? sum + value + 1 : sum),
      0,
    );

  it("have the primary cells that the reference lists", () => {
    expect([...primary].sort()).toEqual([...(expected("suppression.primary").value as string[])].sort());
  });

  it("give away the reference's cells when only these are hidden", () => {
    const disclosed = [...(expected("suppression.primary.disclosed").value as string[])].sort();
    expect([...undecided(table, primary, primary)].sort()).toEqual(disclosed);
    const audit = auditSuppression(table, primary);
    expect(audit.safe).toBe(false);
    expect([...audit.recoverable, ...audit.tooNarrow, ...audit.unproved].sort()).toEqual(disclosed);
    expect(audit.unproved.size).toBe(0);
    expect(audit.recoverable).toEqual(recoverable(table, primary));
  });

  it.each(["suppression.primary", "suppression.example"])(
    "have the intervals of R's lpSolve under %s",
    (name) => {
      const intervals = expected(`${name}.intervals`).value as Record<string, [number, number]>;
      const got = feasibleIntervals(table, new Set(Object.keys(intervals)));
      expect(got.size).toBe(Object.keys(intervals).length);
      for (const [id, { low, high }] of got)
        expect([Math.ceil(low), Math.floor(high)], id).toEqual(intervals[id]);
    },
  );

  it("accept the reference's own pattern as safe", () => {
    const hidden = new Set(expected("suppression.example.hidden").value as string[]);
    expect(isSafe(table, hidden, [...primary])).toBe(true);
    expect(auditSuppression(table, hidden).safe).toBe(true);
  });

  it("are safe after suppression: no sensitive cell has a one-point interval", () => {
    const { hidden, because, exposed } = suppress(table);
    expect(exposed.size).toBe(0);
    expect(recoverable(table, hidden).size).toBe(0);
    expect(auditSuppression(table, hidden).safe).toBe(true);
    const intervals = feasibleIntervals(table, hidden);
    for (const id of primary) {
      expect(because.get(id)).toBe("sensitive");
      const { low, high } = intervals.get(id)!;
      expect(high - low, id).toBeGreaterThanOrEqual(1);
    }
    // R's greedy example hides 96 cells; a pattern that costs more than that would be a step back.
    const example = new Set(expected("suppression.example.hidden").value as string[]);
    expect(hidden.size).toBeLessThanOrEqual(example.size);
    expect(cost(hidden)).toBeLessThanOrEqual(cost(example));
  });

  it("hide nothing that could be shown", () => {
    const { hidden, because } = suppress(table);
    for (const [id, reason] of because) {
      if (reason !== "linked") continue;
      const fewer = new Set([...hidden].filter((other) => other !== id));
      expect(isSafe(table, fewer, [...primary]), id).toBe(false);
    }
  });

  it.each([3, 5])("keep every sensitive cell uncertain by %i when that is asked for", (protection) => {
    const { hidden, exposed } = suppress(table, { protection });
    expect(exposed.size).toBe(0);
    const intervals = feasibleIntervals(table, hidden);
    for (const id of primary) {
      const { low, high } = intervals.get(id)!;
      expect(high - low, id).toBeGreaterThanOrEqual(protection);
    }
    expect(auditSuppression(table, hidden, { protection }).safe).toBe(true);
    expect(auditSuppression(table, suppress(table).hidden, { protection }).safe).toBe(false);
  });
});
