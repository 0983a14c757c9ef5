import { describe, expect, it } from "vitest";
import { moveClause, sectionsAbove, withInside, withoutLinks } from "#lib/regulations/clause-order.ts";
import { reviewed } from "#lib/regulations/import-review.ts";
import type { Clause } from "#lib/regulations/schema.ts";

const text: Clause[] = (
  [
    ["1", 1],
    ["1.1", 2],
    ["1.1.1", 3],
    ["1.2", 2],
    ["2", 1],
    ["2.1", 2],
  ] as const
).map(([key, depth]) => ({ key, number: key, heading: "", body: key, depth }));
const keys = (clauses: readonly Clause[]) => clauses.map(({ key }) => key).join(" ");

describe("a clause of a draft", () => {
  it("moves with everything in it", () => {
    expect(keys(moveClause(text, "1.1", "down"))).toBe("1 1.2 1.1 1.1.1 2 2.1");
    expect(keys(moveClause(text, "2", "up"))).toBe("2 2.1 1 1.1 1.1.1 1.2");
  });

  it("stays where it has no neighbour of its depth", () => {
    expect(keys(moveClause(text, "1.2", "down"))).toBe(keys(text));
    expect(keys(moveClause(text, "1", "up"))).toBe(keys(text));
    expect(keys(moveClause(text, "1.1.1", "up"))).toBe(keys(text));
  });

  it("knows the sections around it and the clauses in it", () => {
    expect(keys(sectionsAbove(text, "1.1.1"))).toBe("1 1.1");
    expect(keys(withInside(text, "1"))).toBe("1 1.1 1.1.1 1.2");
  });
});

describe("clauses on which nothing stands", () => {
  it("are those without clauses inside", () => {
    expect(keys(withoutLinks(text, new Set()))).toBe("1.1.1 1.2 2.1");
  });

  it("are not those linked, nor those in a linked section", () => {
    expect(keys(withoutLinks(text, new Set(["1.2"])))).toBe("1.1.1 2.1");
    expect(keys(withoutLinks(text, new Set(["1"])))).toBe("2.1");
  });
});

describe("the review of a file", () => {
  const rows = ["а", "б", "в"].map((body, i) => ({ number: String(i + 1), heading: "", body, depth: 1 }));

  it("leaves rows out and joins rows to the one above", () => {
    expect(reviewed(rows, { leftOut: ["0"], joined: ["2"] })).toEqual([
      { number: "2", heading: "", body: "б\n3 в", depth: 1 },
    ]);
  });

  it("keeps a row that has nothing above it to be joined to", () => {
    expect(reviewed(rows, { leftOut: [], joined: ["0"] })).toEqual(rows);
  });
});
