import { describe, expect, it } from "vitest";
import { auditSuppression } from "#lib/statistics/disclosure/audit.ts";
import { type Edition, ledgerOf } from "#lib/statistics/disclosure/ledger.ts";
import { suppress } from "#lib/statistics/disclosure/suppress.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";
import { oneSum } from "./linked-tables.ts";

function edition(name: string, table: Table, shown: readonly string[]): Edition {
  return { name, table, shown: new Set(shown) };
}

/** What of the new release must be hidden. */
function hiddenNow(
  now: Table,
  editions: readonly Edition[],
  links?: Parameters<typeof ledgerOf>[2],
): string[] {
  const ledger = ledgerOf(now, editions, links);
  const { hidden, exposed } = suppress(ledger.table, ledger);
  expect(exposed.size).toBe(0);
  expect(auditSuppression(ledger.table, hidden).safe).toBe(true);
  const own = new Set(now.cells.map(({ id }) => id));
  return [...hidden].filter((id) => own.has(id)).sort();
}

describe("earlier editions", () => {
  const then = oneSum({ n: 60, a: 20, b: 40 });

  it("change nothing when there are none, or nothing has changed", () => {
    expect(hiddenNow(then, [])).toEqual([]);
    expect(hiddenNow(then, [edition("May", then, ["n", "a", "b"])])).toEqual([]);
  });

  it("do not let one late pupil follow from two values of a number", () => {
    const now = oneSum({ n: 61, a: 21, b: 40 });
    expect(hiddenNow(now, [edition("May", then, ["n", "a", "b"])])).toEqual(["a", "n"]);
    // Ten more are a group that may be known.
    expect(hiddenNow(oneSum({ n: 70, a: 30, b: 40 }), [edition("May", then, ["n", "a", "b"])])).toEqual([]);
    // What was never shown cannot be compared.
    expect(hiddenNow(now, [edition("May", then, ["b"])])).toEqual([]);
  });

  it("are all compared, not the last one alone", () => {
    const editions = [
      edition("May", then, ["n", "a", "b"]),
      edition("June", oneSum({ n: 90, a: 50, b: 40 }), ["n", "a", "b"]),
    ];
    expect(hiddenNow(oneSum({ n: 61, a: 21, b: 40 }), editions)).toEqual(["a", "n"]);
  });

  it("take the limit of a telling change as a parameter", () => {
    const editions = [edition("May", then, ["n", "a", "b"])];
    const isTelling = (change: number) => change < 15;
    expect(hiddenNow(oneSum({ n: 70, a: 30, b: 40 }), editions, { isTelling })).toEqual(["a", "n"]);
  });

  it("keep a number public that the new release would hide", () => {
    const now = { ...then, cells: then.cells.map((cell) => ({ ...cell, sensitive: cell.id === "a" })) };
    const ledger = ledgerOf(now, [edition("May", then, ["n", "b"])]);
    expect(ledger.alreadyPublished).toEqual(new Set(["n", "b"]));
    expect([...suppress(ledger.table, ledger).exposed]).toEqual(["a"]);
  });

  it("do not let the other class follow by differencing", () => {
    // The parallel was published in May; 4А now. The difference is 4Б with 7 pupils.
    const parallel = (sensitive: string[]) => oneSum({ "4": 31, "4А": 24, "4Б": 7 }, sensitive);
    expect(hiddenNow(parallel(["4Б"]), [edition("May", parallel(["4Б"]), ["4"])])).toEqual(["4А", "4Б"]);
  });

  it("reach across merged units", () => {
    // School A (25) took in school B (3, hidden) since; A then was shown, and A now would tell of the three.
    const before: Table = {
      cells: [
        { id: "A", value: 25, sensitive: false },
        { id: "B", value: 3, sensitive: true },
      ],
      equations: [],
    };
    const now: Table = { cells: [{ id: "A", value: 28, sensitive: false }], equations: [] };
    const merged = {
      total: { edition: null, cell: "A" },
      parts: [
        { edition: "May", cell: "A" },
        { edition: "May", cell: "B" },
      ],
    };
    expect(
      hiddenNow(now, [edition("May", before, ["A"])], { links: [merged], isTelling: () => false }),
    ).toEqual(["A"]);
    const wrong = { ...merged, parts: [{ edition: "June", cell: "A" }] };
    expect(() => ledgerOf(now, [edition("May", before, ["A"])], { links: [wrong] })).toThrow(RangeError);
  });

  it("have names of their own", () => {
    expect(() => ledgerOf(then, [edition("May", then, []), edition("May", then, [])])).toThrow(RangeError);
  });

  it("are one number while they do not change, and another when they come back", () => {
    const other = oneSum({ n: 80, a: 40, b: 40 });
    const ledger = ledgerOf(then, [
      edition("1", then, []),
      edition("2", other, ["a"]),
      edition("3", then, []),
    ]);
    expect(ledger.table.cells.map(({ id }) => id).sort()).toEqual(
      ["n", "a", "b", "n @ 2", "a @ 2", "n @ 1", "a @ 1", "a since a @ 2"].sort(),
    );
    expect(ledger.alreadyPublished).toEqual(new Set(["a @ 2"]));
    expect(ledger.notReleased).toEqual(new Set(["n @ 2", "n @ 1", "a @ 1", "a since a @ 2"]));
    expect(ledger.table.equations).toHaveLength(4);
  });

  it("bring their percentages with them", () => {
    const percents = [{ count: "a", base: "n", percent: 33, decimals: 0 }];
    const ledger = ledgerOf(oneSum({ n: 80, a: 40, b: 40 }), [edition("May", { ...then, percents }, ["n"])]);
    expect(ledger.table.percents).toEqual([{ ...percents[0], count: "a @ May", base: "n @ May" }]);
  });
});
