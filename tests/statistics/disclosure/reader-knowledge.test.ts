import { describe, expect, it } from "vitest";
import { auditSuppression } from "#lib/statistics/disclosure/audit.ts";
import { PUBLIC_RULE } from "#lib/statistics/disclosure/primary.ts";
import { rangeOf } from "#lib/statistics/disclosure/reader-knowledge.ts";
import { suppress } from "#lib/statistics/disclosure/suppress.ts";
import { oneSum } from "./linked-tables.ts";

describe("what a reader knows of hidden numbers", () => {
  it("follows from the reason that the page gives", () => {
    expect(rangeOf("smallCount", "count", PUBLIC_RULE)).toEqual({ low: 1, high: 9 });
    expect(rangeOf("smallGroup", "group", PUBLIC_RULE)).toEqual({ low: 1, high: 9 });
    expect(rangeOf("smallGroup", "count", PUBLIC_RULE)).toEqual({ low: 0, high: 9 });
    expect(rangeOf("everyoneTheSame", "count", PUBLIC_RULE)).toEqual({ low: 0, high: 19 });
    expect(rangeOf("dominance", "count", PUBLIC_RULE)).toBeNull();
    expect(rangeOf("pPercent", "group", PUBLIC_RULE)).toBeNull();
  });

  it("makes more cells hidden where it narrows the intervals", () => {
    // 8 and 9 hidden beside each other are 17: known to lie from 1 to 9 each, they are 8 and 9 or 9 and 8.
    const table = oneSum({ n: 60, a: 8, b: 9, c: 12, d: 31 }, ["a", "b"]);
    const knowledge = { sensitive: { low: 1, high: 9 } };
    expect(suppress(table, { protection: 5 }).hidden.size).toBe(2);
    const { hidden, exposed } = suppress(table, { protection: 5, knowledge });
    expect([...hidden].sort()).toEqual(["a", "b", "c"]);
    expect(exposed.size).toBe(0);
    expect(auditSuppression(table, hidden, { protection: 5, knowledge }).safe).toBe(true);
    expect(auditSuppression(table, new Set(["a", "b"]), { protection: 5, knowledge }).safe).toBe(false);
  });

  it("keeps cells from being hidden that would make it false", () => {
    // «12» hidden to protect others is told to be from 20 up: then only 31 can be hidden.
    const table = oneSum({ n: 52, a: 9, c: 12, d: 31 }, ["a"]);
    expect([...suppress(table).hidden].sort()).toEqual(["a", "c"]);
    const knowledge = { linked: { low: 20, high: Number.POSITIVE_INFINITY } };
    expect([...suppress(table, { knowledge }).hidden].sort()).toEqual(["a", "d"]);
  });

  it("is not true of a sensitive cell outside of the range: refused", () => {
    const table = oneSum({ n: 52, a: 9, c: 43 }, ["a"]);
    expect(() => suppress(table, { knowledge: { sensitive: { low: 1, high: 8 } } })).toThrow(RangeError);
  });

  it("does not speak of cells that are not released", () => {
    const table = oneSum({ n: 52, a: 9, c: 43 }, ["a"]);
    const knowledge = { linked: { low: 50, high: 60 } };
    const { hidden, exposed } = suppress(table, { knowledge, notReleased: new Set(["c"]) });
    expect([...hidden].sort()).toEqual(["a", "c"]);
    expect(exposed.size).toBe(0);
  });
});
