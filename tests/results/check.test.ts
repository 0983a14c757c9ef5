import { describe, expect, it } from "vitest";
import { ITEM } from "#lib/results/cells/item.ts";
import type { FormCheck } from "#lib/results/check.ts";
import {
  book,
  check,
  checkRows,
  pupil,
  read,
  SMALL_HEADER,
  sheet,
  smallF1,
  smallWork,
  UNCALCULATED,
} from "./sheets.ts";

/** Codes of the findings of a check, in their order. */
const codes = (result: FormCheck) => result.findings.map(({ code }) => code);
const one = (result: FormCheck) => result.rows[0] as FormCheck["rows"][number];

describe("a value of a task", () => {
  // forms.md D-01 … D-06
  it.each([
    ["X", ITEM.notAttempted, []],
    ["Х", ITEM.notAttempted, []],
    ["х", ITEM.notAttempted, []],
    ["не пройд.", ITEM.notTaught, ["notTaughtCells"]],
    ["", ITEM.blank, ["itemBlank"]],
    ["Ч", ITEM.rejected, ["itemSymbol"]],
    ["H", ITEM.rejected, ["itemSymbol"]],
    ["*", ITEM.rejected, ["itemSymbol"]],
    [2, ITEM.rejected, ["itemAboveMax"]],
    [-1, ITEM.rejected, ["itemNotWhole"]],
    ["0,5", ITEM.rejected, ["itemNotWhole"]],
    [{ formula: "#ДЕЛ/0!" }, ITEM.rejected, ["formulaError"]],
    [UNCALCULATED, ITEM.rejected, ["formulaWithoutValue"]],
    [" 1 ", 1, ["totalWrong"]],
    ["1,0", 1, ["totalWrong"]],
    [0, 0, []],
  ] as const)("%j is kept as %i and reported as %j", (cell, value, found) => {
    const result = checkRows([pupil({ items: [3, cell, 0], total: 3, mark: 4 })]);
    expect(one(result).items).toEqual([3, value, 0]);
    expect(codes(result)).toEqual(found);
  });

  it("above the maximum says the task, the value and the maximum, at its own cell", () => {
    const result = checkRows([pupil({ items: [4, 1, 0], total: 1, mark: 2 })]);
    expect(result.findings).toEqual([
      {
        severity: "error",
        code: "itemAboveMax",
        sheet: "Ф1 Индивидуальные результаты",
        row: 5,
        column: 7,
        raw: "4",
        params: { row: 5, code: "00101", task: "1К1", value: "4", max: 3 },
      },
    ]);
  });

  it("never removes the row around it", () => {
    const result = checkRows([pupil({ items: ["?", "?", "?"], total: 4 })]);
    expect(result.lines).toMatchObject({ present: 1, refused: {}, held: 0 });
    expect(one(result)).toMatchObject({
      status: "present",
      totalPrinted: 4,
      totalFromItems: 0,
      markFile: 4,
      journal: 4,
    });
  });

  it("that is missing everywhere is one finding, not one a cell, and no zero", () => {
    const result = checkRows([pupil({ items: ["", "", ""], total: "", mark: "" })]);
    expect(codes(result)).toEqual(["noItems"]);
    expect(one(result)).toMatchObject({ status: "present", totalPrinted: null, markScale: null });
    expect(result.cells.accepted.blankItems).toBe(3);
  });
});

describe("a printed total", () => {
  it("stays when the items add up to something else, with the sum beside it", () => {
    const result = checkRows([pupil({ items: [3, 1, 1], total: 4 })]);
    expect(one(result)).toMatchObject({ totalPrinted: 4, totalFromItems: 5, markScale: 4 });
    expect(result.findings).toMatchObject([
      { code: "totalWrong", column: 10, params: { total: 4, sum: 5, row: 5 } },
    ]);
  });

  it.each([
    ["6", "totalOutOfRange"],
    ["-1", "totalOutOfRange"],
    ["4,5", "totalUnreadable"],
    ["пять", "totalUnreadable"],
    ["", "totalMissing"],
    [UNCALCULATED, "formulaWithoutValue"],
    [{ formula: "#ССЫЛКА!" }, "formulaError"],
  ] as const)("%j is no total and gives no mark by the scale; the sum is only offered", (total, code) => {
    const result = checkRows([pupil({ total, mark: 4 })]);
    expect(one(result)).toMatchObject({
      totalPrinted: null,
      totalFromItems: 4,
      markFile: 4,
      markScale: null,
    });
    expect(result.findings).toMatchObject([{ code, params: { sum: 4 } }]);
  });
});

describe("marks", () => {
  it("of the file and of the scale are both kept, a difference is a warning", () => {
    const result = checkRows([pupil({ total: 4, mark: 5 })]);
    expect(one(result)).toMatchObject({ markFile: 5, markScale: 4 });
    expect(result.findings).toMatchObject([
      { severity: "warning", code: "markNotByScale", column: 11, params: { mark: 5, byScale: 4, total: 4 } },
    ]);
  });

  it("that differ in more than a few per cent of the rows are one message for the work as well", () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      pupil({ code: String(10100 + i), mark: i < 3 ? 5 : 4 }),
    );
    const found = checkRows(rows).findings.find(({ code }) => code === "marksNotByScale");
    expect(found?.params).toEqual({ work: "VPR-2026-RU-5", edition: 1, count: 3, compared: 40 });
    expect(codes(checkRows(rows.slice(1)))).not.toContain("marksNotByScale");
    const many = Array.from({ length: 100 }, (_, i) => pupil({ code: String(20100 + i) }));
    expect(codes(checkRows([...rows.slice(0, 4), ...many]))).not.toContain("marksNotByScale");
  });

  it("where two bands of the scale overlap are those of the protocol, else undecided", () => {
    const bands = [
      { mark: 2 as const, from: 0, to: 3 },
      { mark: 4 as const, from: 3, to: 5 },
    ];
    const works = [smallWork({ scale: { edition: 1, bands } })];
    const row = { items: [3, 0, 0], total: 3 };
    const result = checkRows([pupil({ ...row, mark: 4 }), pupil({ ...row, code: "00102", mark: "" })], {
      works,
    });
    expect(result.rows.map(({ markScale }) => markScale)).toEqual([4, null]);
    expect(codes(result)).toEqual(["scaleAmbiguous", "markMissing"]);
  });

  it("by journal outside 2–5 are never rounded", () => {
    const journal = [1, 6, 12, "4+", "отл"].map((cell, i) =>
      pupil({ code: String(20100 + i), journal: cell }),
    );
    const result = checkRows(journal);
    expect(result.rows.every((row) => row.journal === null)).toBe(true);
    expect(codes(result)).toEqual([
      "journalOutOfRange",
      "journalOutOfRange",
      "journalOutOfRange",
      "journalText",
      "journalText",
    ]);
  });

  it("by journal that are missing are an answer, not a fault", () => {
    const none = ["", "нет", "НЕТ ОТМЕТКИ", "-", "—", "н/а", "зачёт"];
    const result = checkRows(none.map((journal, i) => pupil({ code: String(20200 + i), journal })));
    expect(result.findings).toEqual([]);
    expect(result.cells.accepted).toMatchObject({ journalMissing: 5, journalNoted: 2 });
  });
});

describe("a pupil code", () => {
  it("that lost its zeros stays as printed", () => {
    const result = checkRows([pupil({ code: 101 }), pupil({ code: 40102 })]);
    expect(result.rows.map(({ code }) => code)).toEqual(["101", "40102"]);
    expect(codes(result)).toEqual(["codeShort", "codeNumber"]);
  });

  it("that is missing beside results makes the row wait", () => {
    const school = ["edu970001", "Лугогорск", "Школа № 1", "", "5А", 1, 3, 1, 0, 4, 4, 4];
    const result = checkRows([school]);
    expect(result.lines.held).toBe(1);
    expect(result.findings).toMatchObject([{ severity: "error", code: "rowWithoutCode", row: 5 }]);
  });

  it("with a control character is not taken for another pupil's", () => {
    expect(one(checkRows([pupil({ code: "400\u000002" })]))).toMatchObject({ status: "held", code: "" });
  });

  it("alone in its row is a prepared row, not a pupil", () => {
    const result = checkRows([
      pupil(),
      pupil({ code: "00102", variant: "", items: [], total: "", mark: "", journal: "" }),
    ]);
    expect(result.lines).toMatchObject({ present: 1, notData: { codeOnly: 1 } });
    expect(result.findings).toMatchObject([
      { severity: "note", code: "codeOnlyRows", row: 6, params: { count: 1 } },
    ]);
  });
});

describe("the same code twice", () => {
  it("with different cells makes both rows wait, and no cell of them is judged", () => {
    const result = checkRows([
      pupil({ journal: 9, class: "5Щ" }),
      pupil({ code: "00102" }),
      pupil({ journal: 5 }),
    ]);
    expect(result.rows.map(({ status }) => status)).toEqual(["held", "present", "held"]);
    expect(result.findings.map(({ code, row, params }) => [code, row, params.rows])).toEqual([
      ["duplicateDiffers", 5, "5, 7"],
      ["duplicateDiffers", 7, "5, 7"],
    ]);
  });

  it("on two sheets is named with its sheets", () => {
    const first = smallF1([pupil()]).sheets[0]!;
    const second = { ...smallF1([pupil({ journal: 5 })]).sheets[0]!, name: "Второй" };
    const result = check(read(book(first, second)));
    expect(result.findings[0]?.params.rows).toBe("5 («Ф1 Индивидуальные результаты»), 5 («Второй»)");
  });

  it("with equal cells counts once", () => {
    const result = checkRows([pupil(), pupil()]);
    expect(result.rows).toHaveLength(1);
    expect(result.lines).toMatchObject({ total: 6, present: 1, notData: { equalDuplicate: 1 } });
    expect(result.findings).toMatchObject([
      { severity: "warning", code: "duplicateEqual", row: 6, params: { kept: 5 } },
    ]);
  });

  it("in two schools is two pupils", () => {
    const schools = new Map(
      ["970001", "970002"].map((login, i) => [login, { id: i, name: "", classes: [] }]),
    );
    const result = checkRows([pupil(), pupil({ login: "edu970002" })], {
      schools,
      inScope: new Set(schools.keys()),
    });
    expect(result.lines).toMatchObject({ present: 2, held: 0 });
  });

  it("that differs only in the date of upload is one row, the latest", () => {
    const row = (date: string) => ["edu970001", date, "00101", 1, 3, 1, 0, "5А", 4, 4];
    const head = ["Пользователь", "Дата загрузки", "Код", "Вариант", ...SMALL_HEADER, "Наименование класса"];
    const rows = [row("26.04.2026 09:00:00"), row("24.04.2026 14:20:05"), row("25.04.2026 10:00:00")];
    const result = check(
      read(
        book(
          sheet("Протокол", [
            [...head, "Отметка за предыдущий триместр/ четверть/полугодие", "Итого баллов"],
            ...rows,
          ]),
        ),
      ),
    );
    expect(result.rows.map((checked) => checked.row)).toEqual([2]);
    expect(result.lines.notData).toEqual({ header: 1, superseded: 2 });
    expect(
      result.findings.filter(({ code }) => code === "superseded").map(({ params }) => params.kept),
    ).toEqual([2, 2]);
  });
});

describe("an absent pupil", () => {
  it("has no zeros anywhere", () => {
    const result = checkRows([
      pupil({ class: "", variant: "отсутствовал", items: ["", "", ""], total: "", mark: "", journal: "" }),
    ]);
    expect(one(result)).toMatchObject({
      status: "absent",
      items: [],
      totalPrinted: null,
      markScale: null,
      classLabel: "",
      variant: "",
    });
    expect(result.findings).toEqual([]);
  });

  it("is known by the word one column to the left as well", () => {
    const result = checkRows([
      pupil({ class: "отсутствовал", variant: "", items: ["", "", ""], total: "", mark: "", journal: "" }),
    ]);
    expect(one(result).status).toBe("absent");
    expect(result.cells.accepted.absentShifted).toBe(1);
  });

  it("with points waits for a person", () => {
    const result = checkRows([pupil({ variant: "отсутствовал" })]);
    expect(result.lines).toMatchObject({ absent: 0, held: 1 });
    expect(codes(result)).toEqual(["absentWithItems"]);
  });
});
