import fc from "fast-check";
import { expect, it } from "vitest";
import type { CheckedRow } from "#lib/results/check.ts";
import { batchesOf, rowsOf } from "#lib/results/row-columns.ts";

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

const inBatches = (rows: CheckedRow[]) => [...batchesOf(rows, schools, new Map(), 7)];

it("rows are the same after they were columns, those of one school's work in their order", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const back = inBatches(rows).flatMap(rowsOf);
      expect(back.length).toBe(rows.length);
      const partOf = ({ login, workId, status }: CheckedRow) => `${login}:${workId}:${status === "held"}`;
      expect(Map.groupBy(back, partOf)).toEqual(Map.groupBy(rows, partOf));
    }),
  );
});

it("the rows of one school's work are never divided", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const seen = inBatches(rows).flatMap((batch) => [
        ...new Set(
          rowsOf(batch).map(({ login, workId, status }) => `${login}:${workId}:${status === "held"}`),
        ),
      ]);
      expect(new Set(seen).size).toBe(seen.length);
    }),
  );
});

it("tallies count every row of a known school once, by work and by what became of it", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const known = rows.filter(({ login }) => schools.has(login));
      const batches = inBatches(rows);
      const of = (status: "present" | "absent" | "held") =>
        batches.flatMap(({ tallies }) => tallies).reduce((sum, tally) => sum + tally[status], 0);
      for (const status of ["present", "absent", "held"] as const)
        expect(of(status)).toBe(known.filter((one) => one.status === status).length);
      for (const { tallies } of batches) {
        const keys = tallies.map(({ schoolId, workId }) => `${schoolId}:${workId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
  );
});
