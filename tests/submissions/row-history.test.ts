import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AppliedFile,
  changesBetween,
  type RowValues,
  rowHistory,
} from "#lib/submissions/row-history.ts";

const row = (items: number[], part: Partial<RowValues> = {}): RowValues => ({
  ...{ classLabel: "4А", variant: "1", status: "present", items, totalPrinted: null },
  ...{ markFile: null, markScale: null, journal: null },
  ...part,
});
const file = (importId: number, part: Partial<AppliedFile>): AppliedFile => ({
  ...{
    importId,
    appliedAt: `2025-05-${String(importId).padStart(2, "0")}`,
    undoneAt: null,
    after: null,
    before: null,
  },
  ...part,
});
const told = (files: AppliedFile[]) => rowHistory(files).map(({ importId, kind }) => `${importId} ${kind}`);

describe("the history of a row", () => {
  it("tells additions, changes and removals, newest first, and nothing of files that left it as it was", () => {
    const [first, second] = [row([1, 2]), row([1, 0])];
    expect(
      told([
        file(1, { after: first }),
        file(2, { after: first }),
        file(3, { after: second, before: first }),
        file(4, { before: second }),
        file(5, { after: second }),
      ]),
    ).toEqual(["5 added", "4 removed", "3 changed", "1 added"]);
  });

  it("tells what an undoing brought back", () => {
    const [first, second] = [row([1, 2]), row([1, 0])];
    const history = rowHistory([
      file(1, { after: first }),
      file(2, { after: second, before: first, undoneAt: "2025-05-03" }),
    ]);
    expect(history[0]).toMatchObject({
      kind: "undone",
      changes: [{ name: { field: "item", index: 1 }, before: 0, after: 2 }],
    });
    expect(told([file(1, { after: first, undoneAt: "2025-05-02" })])).toEqual(["1 undone", "1 added"]);
  });

  it("undoing a file that had not changed the row is no event of the row", () => {
    const first = row([1, 2]);
    expect(told([file(1, { after: first }), file(2, { after: first, undoneAt: "2025-05-03" })])).toEqual([
      "1 added",
    ]);
  });
});

describe("changes between two states", () => {
  const values = fc
    .array(fc.integer({ min: -4, max: 5 }), { minLength: 3, maxLength: 3 })
    .map((items) => row(items));

  it("name exactly the fields that differ, so that they lead from one to the other", () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const items = [...before.items];
        for (const { name, after: value } of changesBetween(before, after))
          if ("index" in name) items[name.index] = value as number;
        expect(items).toEqual(after.items);
        expect(changesBetween(before, before)).toEqual([]);
      }),
    );
  });
});
