import { describe, expect, it } from "vitest";
import { readWorkbook, type Workbook } from "#lib/platform/workbook/workbook.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { recogniseLayout } from "#lib/results/layouts/recognise.ts";
import { copyLine } from "#scripts/bench/import/copy-rows.ts";
import { districtForm, loginOf } from "#scripts/bench/import/district-form.ts";
import { TASK_MAXIMA } from "#scripts/bench/import/invented-work.ts";
import { CLASSES, schoolForm } from "#scripts/bench/import/school-form.ts";

function book(bytes: Uint8Array): Workbook {
  const outcome = readWorkbook(bytes, "форма.xlsx");
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.workbook;
}

describe("the invented forms", () => {
  it("are the collection form of a school: as many pupils as asked for, in every class", () => {
    const workbook = book(schoolForm(60, 0));
    const layout = recogniseLayout(workbook);
    const reading = layout?.read(workbook);
    expect(layout?.code).toBe("E");
    expect(reading?.rows).toHaveLength(60);
    expect(reading?.works[0]?.tasks.map((task) => task.max)).toEqual([...TASK_MAXIMA]);
    expect(new Set(reading?.rows.map((row) => row.classText)).size).toBe(CLASSES.length);
    expect(reading?.findings).toEqual([]);
  });

  it("are the list of a district: the pupils shared out among its schools", () => {
    const workbook = book(districtForm(60, 4, 0));
    const layout = recogniseLayout(workbook);
    const reading = layout?.read(workbook);
    expect(layout?.code).toBe("F");
    const counts = Map.groupBy(reading?.rows ?? [], (row) => row.login);
    expect([...counts].map(([login, rows]) => [login, rows.length])).toEqual(
      [1, 2, 3, 4].map((school) => [loginOf(school), 15]),
    );
    expect(reading?.findings).toEqual([]);
  });

  it("are the same bytes every time, and other points in another edition", () => {
    expect(schoolForm(20, 0)).toEqual(schoolForm(20, 0));
    expect(schoolForm(20, 0)).not.toEqual(schoolForm(20, 1));
  });
});

it("a row is written for COPY: tabs apart, what is missing as \\N, signs of the format escaped", () => {
  const row: CheckedRow = {
    ...{
      sheet: "a\tb\\c",
      row: 7,
      login: "980001",
      workId: 3,
      code: "50001",
      classLabel: "5А",
      variant: "1",
    },
    ...{ sex: null, status: "present", items: [1, -1], totalPrinted: 1, totalFromItems: 1 },
    ...{ markFile: null, markScale: 2, journal: 3 },
  };
  expect(copyLine(row, 11, 4)).toBe(
    "11\t2026\t2025\t4\t50001\t5А\t1\t\\N\tpresent\t{1,-1}\t1\t1\t\\N\t2\t3\t4\ta\\tb\\\\c\t7\n",
  );
});
