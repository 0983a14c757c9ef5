import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditSuppression } from "#lib/statistics/disclosure/audit.ts";
import { recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import { isSafe, suppress } from "#lib/statistics/disclosure/suppress.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import {
  hierarchicalTables,
  intervalsByTrying,
  marginsTable,
  oneSum,
  sensitiveIn,
  threeWayTables,
  twoWayTables,
} from "./linked-tables.ts";

describe("secondary suppression of one sum", () => {
  const table = oneSum({ all: 24, two: 3, three: 9, four: 12 }, ["two"]);

  it("hides the next smallest", () => {
    const { hidden, because, exposed } = suppress(table);
    expect([...hidden].sort()).toEqual(["three", "two"]);
    expect(because).toEqual(
      new Map([
        ["two", "sensitive"],
        ["three", "linked"],
      ]),
    );
    expect(exposed.size).toBe(0);
  });

  it("hides what costs least where costs are given", () => {
    const dear = table.cells.map((cell) => (cell.id === "three" ? { ...cell, cost: 100 } : cell));
    expect([...suppress({ ...table, cells: dear }).hidden].sort()).toEqual(["four", "two"]);
    const free = table.cells.map((cell) => (cell.id === "all" ? { ...cell, cost: 0 } : cell));
    expect([...suppress({ ...table, cells: free }).hidden].sort()).toEqual(["all", "two"]);
  });

  it("sees what earlier releases have shown", () => {
    const options = { alreadyPublished: new Set(["three"]) };
    expect([...suppress(table, options).hidden].sort()).toEqual(["four", "two"]);
  });

  it("reports a cell as exposed when it, or everything it follows from, is public", () => {
    const all = suppress(table, { alreadyPublished: new Set(["all", "three", "four"]) });
    expect([...all.exposed]).toEqual(["two"]);
    expect([...all.hidden]).toEqual(["two"]);
    const shown = suppress(table, { alreadyPublished: new Set(["two"]) });
    expect([...shown.exposed]).toEqual(["two"]);
    expect(shown.hidden.size).toBe(0);
  });

  it("does not count what no release shows", () => {
    const { hidden, because } = suppress(table, { notReleased: new Set(["four"]) });
    expect([...hidden].sort()).toEqual(["four", "two"]);
    expect(because.get("four")).toBe("notReleased");
  });

  it("hides a positive count where a zero would not help", () => {
    const zeros = oneSum({ all: 20, two: 0, three: 0, four: 12, five: 8 }, ["two"]);
    expect([...suppress(zeros).hidden].sort()).toEqual(["five", "two"]);
  });

  it("leaves the interval as wide as asked, for the table or for one cell", () => {
    // Hiding «three» beside «two» leaves 0–12: enough for 12. For 13, «four» has to go instead: 0–15. Then both.
    const hiddenBeside = (protection: number) => [...suppress(table, { protection }).hidden].sort();
    expect(hiddenBeside(12)).toEqual(["three", "two"]);
    expect(hiddenBeside(13)).toEqual(["four", "two"]);
    expect(hiddenBeside(15)).toEqual(["four", "two"]);
    expect(hiddenBeside(16)).toEqual(["four", "three", "two"]);
    const own = table.cells.map((cell) => (cell.id === "two" ? { ...cell, protection: 13 } : cell));
    expect([...suppress({ ...table, cells: own }).hidden].sort()).toEqual(["four", "two"]);
    const published = new Set(["all"]);
    expect(suppress(table, { protection: 24, alreadyPublished: published }).exposed.size).toBe(0);
    expect([...suppress(table, { protection: 25, alreadyPublished: published }).exposed]).toEqual(["two"]);
    for (const protection of [0, -1, 1.5, Number.NaN])
      expect(() => suppress(table, { protection })).toThrow(RangeError);
  });
});

describe("degenerate tables", () => {
  it("of nothing, of one cell, of cells without sums", () => {
    expect(suppress({ cells: [], equations: [] }).hidden.size).toBe(0);
    const cells = [
      { id: "a", value: 3, sensitive: true },
      { id: "b", value: 3, sensitive: false },
    ];
    const alone = suppress({ cells, equations: [] });
    expect([...alone.hidden]).toEqual(["a"]);
    expect(alone.exposed.size).toBe(0);
  });

  it("of a total without parts: nothing can protect it", () => {
    const cells = [{ id: "n", value: 0, sensitive: true }];
    expect([...suppress({ cells, equations: [{ total: "n", parts: [] }] }).exposed]).toEqual(["n"]);
  });

  it("of zeros only: all of them would have to go, and the total with them", () => {
    const { hidden, exposed } = suppress(oneSum({ n: 0, a: 0, b: 0 }, ["a"]));
    expect([...hidden].sort()).toEqual(["a", "n"]);
    expect(exposed.size).toBe(0);
  });

  it("of a sum of one part, which is the same number twice", () => {
    expect([...suppress(oneSum({ n: 3, a: 3 }, ["a"])).hidden].sort()).toEqual(["a", "n"]);
  });

  it("with everything sensitive", () => {
    const { hidden, exposed } = suppress(marginsTable([3, 3], [1, 2, 0, 1, 1, 3, 2, 0, 1], () => true));
    expect(hidden.size).toBe(16);
    expect(exposed.size).toBe(0);
  });
});

/** Gives the same table with everything in another order. */
function shuffled(table: Table, order: readonly number[]): Table {
  let next = 0;
  const mixed = <T>(values: readonly T[]) =>
    values
      .map((value) => ({ value, key: order[next++ % order.length]! }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);
  return {
    cells: mixed(table.cells),
    equations: mixed(table.equations).map(({ total, parts }) => ({ total, parts: mixed(parts) })),
  };
}

describe("any linked tables", () => {
  it("of schools in municipalities in a region: no sensitive cell follows, by elimination and by an audit", () => {
    fc.assert(
      fc.property(hierarchicalTables, fc.constantFrom(1, 1, 2), (table, protection) => {
        const { hidden, because, exposed } = suppress(table, { protection });
        const follows = recoverable(table, hidden);
        const { safe, recoverable: found } = auditSuppression(table, hidden, { protection });
        for (const id of sensitiveIn(table))
          expect([hidden.has(id), follows.has(id)], id).toEqual([true, false]);
        expect([exposed.size, found.size, safe]).toEqual([0, 0, true]);
        expect(new Set(because.keys())).toEqual(hidden);
      }),
      { numRuns: 60 },
    );
  });

  it("no sensitive cell follows, by elimination and by an audit that sees only the result", () => {
    fc.assert(
      fc.property(threeWayTables, (table) => {
        const { hidden, because, exposed } = suppress(table);
        const sensitive = sensitiveIn(table);
        for (const id of sensitive) expect(hidden.has(id)).toBe(true);
        const follows = recoverable(table, hidden);
        const audit = auditSuppression(table, hidden);
        for (const id of sensitive) if (!exposed.has(id)) expect(follows.has(id), id).toBe(false);
        for (const id of [...audit.recoverable, ...audit.tooNarrow, ...audit.unproved])
          expect(exposed.has(id), id).toBe(true);
        expect(new Set(because.keys())).toEqual(hidden);
        // With no cell public before, hiding more always helps in the end.
        expect(exposed.size).toBe(0);
      }),
      { numRuns: 120 },
    );
  });

  it("whatever is safe already stays as it is", () => {
    fc.assert(
      fc.property(threeWayTables, (table) => {
        const hidden = sensitiveIn(table);
        if (!auditSuppression(table, hidden).safe) return;
        expect(suppress(table).hidden).toEqual(hidden);
      }),
      { numRuns: 120 },
    );
  });

  it("a pattern put in again, its cells not released, comes out unchanged", () => {
    fc.assert(
      fc.property(threeWayTables, (table) => {
        const { hidden } = suppress(table);
        expect(suppress(table, { notReleased: hidden }).hidden).toEqual(hidden);
      }),
      { numRuns: 60 },
    );
  });

  it("the result does not depend on the order of cells, sums and parts", () => {
    fc.assert(
      fc.property(threeWayTables, fc.array(fc.nat(), { minLength: 5, maxLength: 40 }), (table, order) => {
        const { hidden, because, exposed } = suppress(table);
        const other = suppress(shuffled(table, order));
        expect([...other.hidden].sort()).toEqual([...hidden].sort());
        expect(other.because).toEqual(because);
        expect(other.exposed).toEqual(exposed);
      }),
      { numRuns: 80 },
    );
  });

  it("no hidden cell that is not sensitive could be shown", () => {
    fc.assert(
      fc.property(threeWayTables, (table) => {
        const { hidden, because } = suppress(table);
        const sensitive = [...sensitiveIn(table)];
        for (const [id, reason] of because) {
          if (reason !== "linked") continue;
          expect(isSafe(table, new Set([...hidden].filter((other) => other !== id)), sensitive), id).toBe(
            false,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the table is not changed", () => {
    fc.assert(
      fc.property(threeWayTables, (table) => {
        const before = structuredClone(table);
        suppress(table);
        expect(table).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe("against trying every table", () => {
  // Two-way tables change along closed paths, so entries up to the greatest value + protection show every freedom wanted.
  it.each([1, 2])("no sensitive cell is narrower than %i, unless it is reported as exposed", (protection) => {
    fc.assert(
      fc.property(
        twoWayTables,
        fc.subarray(["0|*", "1|*", "*|0", "*|1", "*|2", "*|*"]),
        (table, published) => {
          const alreadyPublished = new Set(published);
          const { hidden, exposed } = suppress(table, { alreadyPublished, protection });
          const intervals = intervalsByTrying(table, hidden, 3 + protection);
          for (const { id, sensitive } of table.cells) {
            if (!sensitive || exposed.has(id)) continue;
            const { low, high } = intervals.get(id)!;
            expect(high - low, id).toBeGreaterThanOrEqual(protection);
          }
          for (const id of alreadyPublished) expect(hidden.has(id)).toBe(false);
        },
      ),
      { numRuns: protection === 1 ? 40 : 15 },
    );
  });

  it("what is reported as exposed could not have been protected by hiding everything else", () => {
    fc.assert(
      fc.property(
        twoWayTables,
        fc.subarray(["0|*", "1|*", "*|0", "*|1", "*|2", "*|*"]),
        (table, published) => {
          const alreadyPublished = new Set(published);
          const { exposed } = suppress(table, { alreadyPublished });
          const rest = new Set(table.cells.map(({ id }) => id).filter((id) => !alreadyPublished.has(id)));
          const intervals = intervalsByTrying(table, rest, 4);
          for (const id of exposed) {
            if (alreadyPublished.has(id)) continue;
            const { low, high } = intervals.get(id)!;
            expect(high - low, id).toBe(0);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("many cells", () => {
  /** Small tables of 2 × 3 with margins, side by side. */
  function manyBlocks(blocks: number): Table {
    const cells: Table["cells"][number][] = [];
    const equations: Table["equations"][number][] = [];
    for (let block = 0; block < blocks; block++) {
      const values = Array.from({ length: 6 }, (_, i) => ((block * 7 + i * 13) % 23) + (block % 3));
      const table = marginsTable([2, 3], values, (value) => value > 0 && value < 5);
      const name = (id: string) => `${block}: ${id}`;
      cells.push(...table.cells.map((cell) => ({ ...cell, id: name(cell.id) })));
      equations.push(
        ...table.equations.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) })),
      );
    }
    return { cells, equations };
  }

  it("each block is protected as if it were alone", () => {
    const table = manyBlocks(60);
    const { hidden } = suppress(table);
    for (let block = 0; block < 60; block += 7) {
      const isOwn = (id: string) => id.startsWith(`${block}: `);
      const own = suppress({
        cells: table.cells.filter(({ id }) => isOwn(id)),
        equations: table.equations.filter(({ total }) => isOwn(total)),
      });
      expect(new Set([...hidden].filter(isOwn))).toEqual(own.hidden);
    }
  });

  it("of a region are protected and audited whole", () => {
    // 200 schools × 3 subjects × 4 marks with all margins: 4 · 5 · 201 = 4,020 cells in one piece.
    const values = Array.from({ length: 200 * 12 }, (_, i) => (i * i * 31 + i * 17) % (i % 12 < 3 ? 11 : 47));
    const table = marginsTable([200, 3, 4], values, (value) => value > 0 && value < 10);
    const { hidden, exposed } = suppress(table);
    expect(exposed.size).toBe(0);
    expect(hidden.size).toBeLessThan(table.cells.length / 2);
    expect(auditSuppression(table, hidden).safe).toBe(true);
  });
});
