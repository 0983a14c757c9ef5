import fc from "fast-check";
import { expect, it } from "vitest";
import type { CheckedRow } from "#lib/results/check.ts";
import { columnsOf, rowsOf } from "#lib/results/row-columns.ts";

const mark = fc.constantFrom(null, 2, 3, 4, 5) as fc.Arbitrary<CheckedRow["markFile"]>;
const words = fc.oneof(
  fc.string(),
  fc.constantFrom("", "NULL", "{}", 'а"б', "\\", '\\"', "4А\nб\tв", "«№ 5», 😀", ","),
);
const row: fc.Arbitrary<CheckedRow> = fc.record({
  ...{ sheet: words, row: fc.nat(), login: fc.constantFrom("970001", "970002", "x"), workId: fc.nat(9) },
  ...{
    code: words,
    classLabel: words,
    variant: words,
    sex: fc.constantFrom(null, "м" as const, "ж" as const),
  },
  status: fc.constantFrom("present" as const, "absent" as const, "held" as const),
  items: fc.array(fc.integer({ min: -4, max: 20 })),
  totalPrinted: fc.option(fc.nat(60)),
  totalFromItems: fc.nat(60),
  ...{ markFile: mark, markScale: mark, journal: mark },
});
const schools = new Map([
  ["970001", 1],
  ["970002", 2],
]);

it("rows are the same after they were columns", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(rowsOf(columnsOf(rows, schools))).toEqual(rows);
    }),
  );
});

it("tallies count every row of a known school once, by work and by what became of it", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const known = rows.filter(({ login }) => schools.has(login));
      const { tallies } = columnsOf(rows, schools);
      const of = (status: "present" | "absent" | "held") =>
        tallies.reduce((sum, tally) => sum + tally[status], 0);
      for (const status of ["present", "absent", "held"] as const)
        expect(of(status)).toBe(known.filter((one) => one.status === status).length);
      const keys = tallies.map(({ schoolId, workId }) => `${schoolId}:${workId}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
