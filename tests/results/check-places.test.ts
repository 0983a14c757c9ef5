import { describe, expect, it } from "vitest";
import type { FormCheck } from "#lib/results/check.ts";
import { checkRows, pupil, smallWork } from "./sheets.ts";

/** Codes of the findings of a check, in their order. */
const codes = (result: FormCheck) => result.findings.map(({ code }) => code);
const one = (result: FormCheck) => result.rows[0] as FormCheck["rows"][number];

describe("a class", () => {
  it.each([
    ["5А", "5А", []],
    ["А", "5А", []],
    ['"А"', "5А", []],
    ["5A", "5А", ["latinClassLetters"]],
    ["НЕТ", "5", ["classNotListed"]],
    ["4А", "5А", ["classOtherGrade"]],
    ["пятый", "", ["classUnreadable"]],
  ])("printed %j is %j", (printed, label, found) => {
    const result = checkRows([pupil({ class: printed })]);
    expect(one(result).classLabel).toBe(label);
    expect(codes(result)).toEqual(found);
  });

  it("that the school does not have is reported once, with the nearest one", () => {
    const result = checkRows([pupil({ class: "5В" }), pupil({ class: "5В", code: "00102" })]);
    expect(result.findings).toMatchObject([
      { code: "classNotListed", params: { label: "5В", nearest: "5Б", count: 2 } },
    ]);
  });

  it("is not looked up where the school has no list", () => {
    const schools = new Map([["970001", { id: 1, name: "", classes: [] }]]);
    expect(checkRows([pupil({ class: "5Щ" })], { schools }).findings).toEqual([]);
  });

  it("with and without a letter in one work is a question", () => {
    const result = checkRows([pupil({ class: "нет" }), pupil({ code: "00102" })]);
    expect(result.findings).toMatchObject([{ code: "classMixed", params: { count: 1, label: "5" } }]);
  });
});

describe("the school of a row", () => {
  it("that is not in the registry refuses its rows and keeps the others", () => {
    const result = checkRows([
      pupil({ login: "edu970009" }),
      pupil({ login: "edu970009", code: "00102" }),
      pupil(),
    ]);
    expect(result.lines).toMatchObject({ present: 1, refused: { "970009": 2 } });
    expect(result.findings).toMatchObject([
      { code: "schoolUnknown", row: 5, raw: "edu970009", params: { count: 2 } },
    ]);
    expect(
      result.perSchool.map(({ login, schoolId, present, refused }) => [login, schoolId, present, refused]),
    ).toEqual([
      ["970009", null, 0, 2],
      ["970001", 1, 1, 0],
    ]);
  });

  it("out of scope refuses its rows", () => {
    const result = checkRows([pupil()], { inScope: new Set() });
    expect(result.rows).toEqual([]);
    expect(codes(result)).toEqual(["schoolOutOfScope"]);
  });

  it("is the same under the older spelling of the login", () => {
    expect(one(checkRows([pupil({ login: "sch970001" })])).login).toBe("970001");
  });

  it("with another number in its name is a question", () => {
    const schools = new Map([["970001", { id: 1, name: "МБОУ СОШ № 14", classes: [] }]]);
    expect(codes(checkRows([pupil()], { schools }))).toEqual(["schoolNameDiffers"]);
  });
});

describe("the work of the file", () => {
  it("that is not settled leaves its rows aside, none is checked or lost", () => {
    const result = checkRows([pupil()], { works: [null] });
    expect(result).toMatchObject({ rows: [], lines: { total: 5, unmatched: 1 } });
    expect(codes(checkRows([pupil({ login: "" })], { works: [null] }))).toEqual(["schoolUnreadable"]);
  });

  it("whose tasks are others is answered by column", () => {
    const tasks = [
      { code: "1К1", max: 2, difficulty: null },
      { code: "2", max: 1, difficulty: null },
      { code: "4", max: 1, difficulty: null },
    ];
    const result = checkRows([pupil()], { works: [smallWork({ tasks })] });
    expect(result.findings.map(({ code, column, params }) => [code, column, params.task])).toEqual([
      ["taskMaxDiffers", 7, "1К1"],
      ["taskMissing", null, "4"],
      ["taskUnknown", 9, "3"],
    ]);
    expect(result.lines.unmatched).toBe(1);
  });

  it("without described tasks is one finding that offers the header's", () => {
    expect(codes(checkRows([pupil()], { works: [smallWork({ tasks: [] })] }))).toEqual(["tasksNotDescribed"]);
    expect(codes(checkRows([pupil()], { works: [smallWork({ tasks: [], maxScore: 9 })] }))).toEqual([
      "workMaxDiffers",
    ]);
  });

  it("chosen against the title, or handed on in the form of another year, is a warning", () => {
    expect(codes(checkRows([pupil()], { works: [smallWork({ year: 2025 })] }))).toEqual([
      "workDisagrees",
      "layoutYear",
    ]);
  });
});

it("a number of participants that the file declares is compared with its rows", () => {
  const group = ["Школа № 1(edu970001)", "Кол-во участников: 3"];
  expect(checkRows([["Лугогорск(reg97_m001)", "Кол-во участников: 300"], pupil()]).findings).toEqual([]);
  expect(checkRows([group, pupil()]).findings).toMatchObject([
    { code: "declaredCountDiffers", row: 5, column: 2, params: { declared: 3, found: 1 } },
  ]);
});

it("a check counts every line once", () => {
  const result = checkRows([
    pupil(),
    pupil(),
    pupil({ code: "00102", login: "edu970009" }),
    pupil({ code: "00103", variant: "отсутствовал", items: ["", "", ""], total: "", mark: "" }),
    ["Всего участников:", 3],
  ]);
  expect(result.lines).toEqual({
    total: 9,
    present: 1,
    absent: 1,
    held: 0,
    refused: { "970009": 1 },
    unmatched: 0,
    notData: { heading: 3, header: 1, equalDuplicate: 1, totalLine: 1 },
  });
});

it("counts do not depend on the order of the rows", () => {
  const rows = [
    pupil(),
    pupil({ journal: 5 }),
    pupil({ code: "00102", items: ["?", 1, 0], total: 1, mark: 2 }),
    pupil({ code: "00103" }),
  ];
  const [a, b] = [checkRows(rows), checkRows(rows.toReversed())];
  expect(b.lines).toEqual(a.lines);
  expect(b.cells).toEqual(a.cells);
});
