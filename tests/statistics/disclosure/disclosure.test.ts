import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feasibleIntervals, undecided } from "#lib/statistics/disclosure/feasible.ts";
import { countSensitivity, groupSensitivity, PUBLIC_RULE } from "#lib/statistics/disclosure/primary.ts";
import { deductions, recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import { isSafe, suppress } from "#lib/statistics/disclosure/suppress.ts";
import { checkTable, type Table } from "#lib/statistics/disclosure/table.ts";
import { expected } from "#tests/support/expected.ts";
import { marksTables } from "./marks-tables.ts";

/** One sum: the first number is the total, the others are its parts; those named in `sensitive` are. */
function oneSum(values: Record<string, number>, sensitive: string[] = []): Table {
  const [total, ...parts] = Object.keys(values);
  return {
    cells: Object.entries(values).map(([id, value]) => ({ id, value, sensitive: sensitive.includes(id) })),
    equations: [{ total: total!, parts }],
  };
}

describe("primary suppression", () => {
  it("hides groups and counts below ten, and shows a zero", () => {
    expect(groupSensitivity(9)).toBe("smallGroup");
    expect(groupSensitivity(10)).toBeNull();
    expect(countSensitivity(3, 9)).toBe("smallGroup");
    expect(countSensitivity(9, 60)).toBe("smallCount");
    expect(countSensitivity(10, 60)).toBeNull();
    expect(countSensitivity(0, 60)).toBeNull();
  });

  it("hides 0 % and 100 % of a group below twenty", () => {
    expect(countSensitivity(0, 19)).toBe("everyoneTheSame");
    expect(countSensitivity(19, 19)).toBe("everyoneTheSame");
    expect(countSensitivity(20, 20)).toBeNull();
    expect(countSensitivity(0, 20)).toBeNull();
  });

  it("has nobody to protect in an empty group, and refuses what is no count", () => {
    expect(groupSensitivity(0)).toBeNull();
    expect(countSensitivity(0, 0)).toBeNull();
    expect(() => countSensitivity(5, 4)).toThrow(RangeError);
    expect(() => groupSensitivity(-1)).toThrow(RangeError);
  });

  it("takes its limits from the rule", () => {
    expect(countSensitivity(5, 60, { ...PUBLIC_RULE, leastCount: 5 })).toBeNull();
    expect(countSensitivity(4, 60, { ...PUBLIC_RULE, leastCount: 5 })).toBe("smallCount");
  });
});

describe("the simulated tables of schools, subjects and marks", () => {
  const table = marksTables();
  const primary = new Set(table.cells.filter((cell) => cell.sensitive).map((cell) => cell.id));

  it("have the primary cells that the reference lists", () => {
    expect([...primary].sort()).toEqual([...(expected("suppression.primary").value as string[])].sort());
  });

  it("give away the reference's cells when only these are hidden", () => {
    const disclosed = [...(expected("suppression.primary.disclosed").value as string[])].sort();
    expect([...undecided(table, primary, primary)].sort()).toEqual(disclosed);
    for (const id of recoverable(table, primary)) expect(disclosed).toContain(id);
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
    expect(
      isSafe(table, new Set(expected("suppression.example.hidden").value as string[]), [...primary]),
    ).toBe(true);
  });

  it("are safe after suppression: no sensitive cell has a one-point interval", () => {
    const { hidden, because, exposed } = suppress(table);
    expect(exposed.size).toBe(0);
    expect(recoverable(table, hidden).size).toBe(0);
    const intervals = feasibleIntervals(table, hidden);
    for (const id of primary) {
      expect(because.get(id)).toBe("sensitive");
      const { low, high } = intervals.get(id)!;
      expect(high - low, id).toBeGreaterThanOrEqual(1);
    }
    // R's greedy example hides 96 cells; a worse pattern than that would be a step back.
    expect(hidden.size).toBeLessThanOrEqual(96);
  });

  it("hide nothing that could be shown", () => {
    const { hidden, because } = suppress(table);
    for (const [id, reason] of because) {
      if (reason !== "linked") continue;
      expect(isSafe(table, new Set([...hidden].filter((other) => other !== id)), [...primary]), id).toBe(
        false,
      );
    }
  });
});

describe("what follows by subtraction", () => {
  const table = oneSum({ all: 24, two: 3, three: 9, four: 12 }, ["two"]);

  it("is found, with the cells it follows from", () => {
    expect(deductions(table, new Set(["two"]))).toEqual(new Map([["two", ["all", "three", "four"]]]));
    expect(recoverable(table, new Set(["two", "three"])).size).toBe(0);
  });

  it("is prevented by hiding the next smallest", () => {
    const { hidden, because } = suppress(table);
    expect([...hidden].sort()).toEqual(["three", "two"]);
    expect(because).toEqual(
      new Map([
        ["two", "sensitive"],
        ["three", "linked"],
      ]),
    );
  });

  it("is found through several tables at once", () => {
    // a + b = 10 and b + c = 12 and a + c = 8 fix all three, though no single sum does: (10 + 8 − 12) / 2 = 3.
    const three: Table = {
      cells: Object.entries({ ab: 10, bc: 12, ac: 8, a: 3, b: 7, c: 5 }).map(([id, value]) => ({
        ...{ id, value, sensitive: id === "a" },
      })),
      equations: [
        { total: "ab", parts: ["a", "b"] },
        { total: "bc", parts: ["b", "c"] },
        { total: "ac", parts: ["a", "c"] },
      ],
    };
    expect([...recoverable(three, new Set(["a", "b", "c"]))].sort()).toEqual(["a", "b", "c"]);
    const { hidden } = suppress(three);
    expect(recoverable(three, hidden).has("a")).toBe(false);
    expect(hidden.has("ac")).toBe(true);
  });

  it("is found when an earlier release shows what this one hides", () => {
    const options = { alreadyPublished: new Set(["three"]) };
    expect([...suppress(table, options).hidden].sort()).toEqual(["four", "two"]);
  });

  it("cannot be prevented when earlier releases have shown everything else: the cell is reported as exposed", () => {
    const { exposed } = suppress(table, { alreadyPublished: new Set(["all", "three", "four"]) });
    expect([...exposed]).toEqual(["two"]);
    expect([...suppress(table, { alreadyPublished: new Set(["two"]) }).exposed]).toEqual(["two"]);
  });

  it("does not count what no release shows", () => {
    const { hidden, because } = suppress(table, { notReleased: new Set(["four"]) });
    expect([...hidden].sort()).toEqual(["four", "two"]);
    expect(because.get("four")).toBe("notReleased");
  });
});

describe("what follows because counts are not negative", () => {
  it("is found: parts of nothing are nothing", () => {
    const table = oneSum({ all: 20, two: 0, three: 0, four: 12, five: 8 }, ["two"]);
    const hidden = new Set(["two", "three"]);
    expect(recoverable(table, hidden).size).toBe(0);
    expect([...undecided(table, hidden, hidden)].sort()).toEqual(["three", "two"]);
    expect(isSafe(table, hidden, ["two"])).toBe(false);
  });

  it("is prevented: a positive count has to go, a zero would not help", () => {
    const { hidden } = suppress(oneSum({ all: 20, two: 0, three: 0, four: 12, five: 8 }, ["two"]));
    expect([...hidden].sort()).toEqual(["five", "two"]);
  });

  it("leaves a cell unbounded when no total is shown", () => {
    const table = oneSum({ all: 5, a: 3, b: 2 });
    expect(feasibleIntervals(table, new Set(["all", "a"])).get("a")).toEqual({
      low: 0,
      high: Number.POSITIVE_INFINITY,
    });
    expect(undecided(table, new Set(["all", "a"]), ["a"]).size).toBe(0);
    expect(feasibleIntervals(table, new Set(["a", "b"])).get("a")).toEqual({ low: 0, high: 5 });
  });
});

/** A table of rows × 3 columns with both margins and the grand total. */
const smallTables = fc
  .record({
    values: fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 }),
    marks: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  .map(({ values, marks }): Table => {
    const inner = values.map((value, i) => ({ id: `r${Math.floor(i / 3)}c${i % 3}`, value }));
    const sumOf = (test: (id: string) => boolean) =>
      inner.filter(({ id }) => test(id)).reduce((sum, { value }) => sum + value, 0);
    const margins = ["r0", "r1", "c0", "c1", "c2"].map((id) => ({
      id,
      value: sumOf((cell) => cell.includes(id)),
    }));
    const all = [...inner, ...margins, { id: "all", value: sumOf(() => true) }];
    return {
      cells: all.map((cell, i) => ({ ...cell, sensitive: marks[i]! })),
      equations: [
        ...margins.map(({ id }) => ({
          total: id,
          parts: inner.map((cell) => cell.id).filter((at) => at.includes(id)),
        })),
        { total: "all", parts: ["r0", "r1"] },
        { total: "all", parts: ["c0", "c1", "c2"] },
      ],
    };
  });

/** Hidden cells that have one value only in all tables with entries 0–3 that fit what is shown, by trying them all. */
function fixedByTrying(table: Table, hidden: ReadonlySet<string>): string[] {
  const seen = new Map([...hidden].map((id) => [id, new Set<number>()]));
  const sums = ["r0", "r1", "c0", "c1", "c2"];
  for (let code = 0; code < 4 ** 6; code++) {
    const value: Record<string, number> = { all: 0, ...Object.fromEntries(sums.map((id) => [id, 0])) };
    for (let i = 0; i < 6; i++) {
      const entry = Math.floor(code / 4 ** i) % 4;
      value[`r${Math.floor(i / 3)}c${i % 3}`] = entry;
      for (const id of [`r${Math.floor(i / 3)}`, `c${i % 3}`, "all"]) value[id]! += entry;
    }
    if (table.cells.some((cell) => !hidden.has(cell.id) && value[cell.id] !== cell.value)) continue;
    for (const [id, values] of seen) values.add(value[id]!);
  }
  return [...seen].filter(([, values]) => values.size === 1).map(([id]) => id);
}

describe("against trying every table", () => {
  // Two-way tables change along closed paths by one, so entries up to the greatest value + 1 show every freedom.
  it("undecided cells are exactly those that have one value, and recoverable ones are among them", () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const hidden = new Set(table.cells.filter((cell) => cell.sensitive).map((cell) => cell.id));
        const fixed = fixedByTrying(table, hidden).sort();
        expect([...undecided(table, hidden, hidden)].sort()).toEqual(fixed);
        for (const id of recoverable(table, hidden)) expect(fixed).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it("no sensitive cell is fixed after suppression, unless it is reported as exposed", () => {
    fc.assert(
      fc.property(smallTables, fc.subarray(["r0", "r1", "c0", "c1", "c2", "all"]), (table, published) => {
        const alreadyPublished = new Set(published);
        const { hidden, exposed } = suppress(table, { alreadyPublished });
        const fixed = fixedByTrying(table, hidden);
        for (const { id, sensitive } of table.cells) {
          if (sensitive && !exposed.has(id)) expect(hidden.has(id) && !fixed.includes(id), id).toBe(true);
        }
        for (const id of alreadyPublished) expect(hidden.has(id)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a broken table is refused", () => {
  it.each([
    [
      "a sum that does not hold",
      { cells: [{ id: "a", value: 1, sensitive: false }], equations: [{ total: "a", parts: [] }] },
    ],
    ["an unknown cell", { cells: [], equations: [{ total: "a", parts: [] }] }],
    ["a value that is no count", { cells: [{ id: "a", value: 0.5, sensitive: false }], equations: [] }],
  ] satisfies [string, Table][])("%s", (_, table) => {
    expect(() => checkTable(table)).toThrow(RangeError);
  });

  it("two cells of one name, and an unknown hidden cell", () => {
    const cell = { id: "a", value: 1, sensitive: false };
    expect(() => checkTable({ cells: [cell, cell], equations: [] })).toThrow(RangeError);
    expect(() => deductions({ cells: [cell], equations: [] }, new Set(["b"]))).toThrow(RangeError);
  });
});
