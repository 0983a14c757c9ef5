import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditSuppression, isSafe } from "#lib/statistics/disclosure/audit.ts";
import { suppress } from "#lib/statistics/disclosure/suppress.ts";
import { intervalsByTrying, oneSum, sensitiveIn, threeWayTables, twoWayTables } from "./linked-tables.ts";

describe("an audit", () => {
  const table = oneSum({ all: 24, two: 3, three: 9, four: 12 }, ["two"]);

  it("names sensitive cells that are shown", () => {
    const audit = auditSuppression(table, new Set(["three"]));
    expect(audit.safe).toBe(false);
    expect(audit.shown).toEqual(new Set(["two"]));
  });

  it("names those that follow from sums", () => {
    const audit = auditSuppression(table, new Set(["two"]));
    expect(audit).toEqual({
      safe: false,
      shown: new Set(),
      recoverable: new Set(["two"]),
      tooNarrow: new Set(),
      unproved: new Set(),
    });
  });

  it("names those that follow because counts are not negative, or are known otherwise", () => {
    const zeros = oneSum({ all: 20, two: 0, three: 0, four: 20 }, ["two"]);
    expect(auditSuppression(zeros, new Set(["two", "three"])).tooNarrow).toEqual(new Set(["two"]));
    const both = oneSum({ all: 20, two: 1, three: 1, four: 18 }, ["two", "three"]);
    const hidden = new Set(["two", "three"]);
    expect(auditSuppression(both, hidden).safe).toBe(true);
    // Two numbers that are both said to lie from 1 to 9 and are 2 together: one each.
    const knowledge = { sensitive: { low: 1, high: 9 } };
    expect(auditSuppression(both, hidden, { knowledge }).tooNarrow).toEqual(hidden);
    const { hidden: more, exposed } = suppress(both, { knowledge });
    expect(exposed.size).toBe(0);
    expect(more.size).toBe(3);
    expect(auditSuppression(both, more, { knowledge }).safe).toBe(true);
  });

  it("names those whose interval is narrower than asked for", () => {
    const hidden = new Set(["two", "three"]);
    expect(auditSuppression(table, hidden, { protection: 12 }).safe).toBe(true);
    expect(auditSuppression(table, hidden, { protection: 13 }).tooNarrow).toEqual(new Set(["two"]));
    expect(() => auditSuppression(table, hidden, { protection: 0 })).toThrow(RangeError);
  });

  it("accepts what has no sensitive cell", () => {
    expect(auditSuppression({ cells: [], equations: [] }, new Set()).safe).toBe(true);
    expect(auditSuppression(oneSum({ n: 3, a: 3 }), new Set(["a"])).safe).toBe(true);
  });

  it("refuses a statement about hidden numbers that is not true", () => {
    const hidden = new Set(["two", "three"]);
    expect(() => auditSuppression(table, hidden, { knowledge: { sensitive: { low: 4, high: 9 } } })).toThrow(
      RangeError,
    );
    expect(() => auditSuppression(table, hidden, { knowledge: { linked: { low: 10, high: 99 } } })).toThrow(
      RangeError,
    );
  });

  it("is asked about any cells by isSafe", () => {
    const { hidden } = suppress(table);
    expect(isSafe(table, hidden, ["two"])).toBe(true);
    expect(isSafe(table, hidden, ["two", "three"])).toBe(true);
    expect(isSafe(table, hidden, ["four"])).toBe(false);
    expect(isSafe(table, new Set(["two"]), ["two"])).toBe(false);
    expect(isSafe(table, new Set(), [])).toBe(true);
  });
});

it("tells the same as trying every two-way table", () => {
  fc.assert(
    fc.property(twoWayTables, fc.integer({ min: 1, max: 2 }), (table, protection) => {
      const hidden = sensitiveIn(table);
      const tried = intervalsByTrying(table, hidden, 5);
      const narrow = [...tried].filter(([, { low, high }]) => high - low < protection).map(([id]) => id);
      const audit = auditSuppression(table, hidden, { protection });
      expect([...audit.recoverable, ...audit.tooNarrow].sort()).toEqual(narrow.sort());
      expect(audit.unproved.size).toBe(0);
    }),
    { numRuns: 25 },
  );
});

it("is content with fewer cells hidden never more than with more", () => {
  fc.assert(
    fc.property(threeWayTables, fc.array(fc.nat(), { maxLength: 6 }), (table, picks) => {
      const hidden = sensitiveIn(table);
      const more = new Set(hidden);
      for (const pick of picks) more.add(table.cells[pick % table.cells.length]!.id);
      const [few, many] = [auditSuppression(table, hidden), auditSuppression(table, more)];
      for (const id of many.recoverable) expect(few.recoverable.has(id)).toBe(true);
      if (few.safe) expect(many.safe).toBe(true);
    }),
    { numRuns: 80 },
  );
});
