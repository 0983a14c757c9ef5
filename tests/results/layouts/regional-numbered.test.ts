import { describe, expect, it } from "vitest";
import { regional2020 } from "#lib/results/layouts/regional-2020.ts";
import { regional2021 } from "#lib/results/layouts/regional-2021.ts";
import { matchWorks } from "#lib/results/match-works.ts";
import { book, check, sheet, smallWork } from "../sheets.ts";

const A = ["логин школы", "регион", "код обучающегося", "класс", "вариант", "всего баллов"];
const tasks = ["балл за 1", "балл за 2", "балл за 3"];
const name = "Проведение работы по русскому языку, 5 класс. ВПР 2026.xlsx";

describe("the export of spring 2021", () => {
  const file = book(
    sheet("Sheet", [
      [...A, ...tasks, "Учебник", "балл за 4"],
      ["sch970001", "г. Лугогорск", "00101", "А", "1", "4", "3", "1", "0", "Русский язык", "9"],
      ["sch970001", "г. Лугогорск", "00102", "отсутствовал"],
    ]),
  );
  const reading = regional2021.read(file, name);

  it("numbers its tasks, and nothing right of «Учебник» is one", () => {
    expect(reading.works[0]!.tasks.map(({ code, max }) => [code, max])).toEqual([
      ["1", null],
      ["2", null],
      ["3", null],
    ]);
    expect(reading.cellsOutside).toBe(2);
    expect(reading.findings).toEqual([]);
  });

  it("takes year, subject and grade from the name of the file", () => {
    expect(reading.works[0]).toMatchObject({ year: 2026, grade: 5, subject: "RU" });
    expect(regional2021.read(file, "data.xlsx").works[0]).toMatchObject({ year: null, subject: null });
  });

  it("fits a work by the number of its tasks, in their order", () => {
    const other = smallWork({ id: 8, code: "OTHER", tasks: smallWork().tasks.slice(1) });
    const untitled = regional2021.read(file, "data.xlsx").works[0]!;
    expect(matchWorks(untitled, [smallWork(), other])).toMatchObject({ kind: "one", by: "tasks" });
    const [first, second] = check(reading).rows;
    expect(first).toMatchObject({
      login: "970001",
      classLabel: "5А",
      items: [3, 1, 0],
      totalPrinted: 4,
      markScale: 4,
    });
    expect(second).toMatchObject({ status: "absent", classLabel: "" });
  });

  it("with another number of tasks than the work has is a question, and nothing of it is taken", () => {
    const works = [smallWork({ tasks: smallWork().tasks.slice(1) })];
    const result = check(reading, { works });
    expect(result.findings.map(({ code }) => code)).toContain("taskCountDiffers");
    expect(result.rows).toEqual([]);
  });
});

describe("the export of autumn 2020", () => {
  const head = ["groups", "user", "id", "code", "klass", "var-1", "var-2", "sum"];
  const items = ["a-1-grade", "a-2-grade", "a-3-grade"];
  const pupil = (tags: string, second: string) =>
    [tags, "sch970001", 1400001, 50001, "6А", 2, second, 4, 3, 1, 0, "Математика", 7] as const;
  const of = (tags: string, second = "") =>
    regional2020.read(
      book(sheet("Sheet1", [[...head, ...items, "Учебник", "a-5-grade"], pupil(tags, second)])),
      name,
    );

  it("finds the municipality among the tags, and says when there is none or more than one", () => {
    const one = of("vpr2020,reg97_vpr_m003,reg97_vpr,oko_01");
    expect(one.rows[0]).toMatchObject({ login: "970001", municipality: "reg97_vpr_m003" });
    expect(one.findings).toEqual([]);
    for (const [tags, code] of [
      ["vpr2020,reg97", "municipalityTagMissing"],
      ["reg97_vpr_m001,reg97_vpr_m002", "municipalityTagsSeveral"],
    ] as const) {
      const { findings, rows } = of(tags);
      expect(findings).toMatchObject([{ code, row: 2, column: 1 }]);
      expect(rows[0]!.municipality).toBeNull();
    }
  });

  it("has a second variant only where somebody has one", () => {
    expect(of("reg97_vpr_m003").rows[0]!.variant).toBe("2");
    expect(of("reg97_vpr_m003", "1").rows[0]!.variant).toBe("2/1");
  });
});
