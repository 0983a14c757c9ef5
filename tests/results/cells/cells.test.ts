import { describe, expect, it } from "vitest";
import { plain } from "#lib/platform/text/plain.ts";
import { taskCode } from "#lib/platform/text/task-code.ts";
import { splitBar } from "#lib/results/cells/bar-pair.ts";
import { readClassLabel } from "#lib/results/cells/class-label.ts";
import { isFormulaError } from "#lib/results/cells/formula-error.ts";
import { headerKey } from "#lib/results/cells/header-key.ts";
import { isLikelyX, readItem } from "#lib/results/cells/item.ts";
import { readLevel } from "#lib/results/cells/level.ts";
import { readLoadDate } from "#lib/results/cells/load-date.ts";
import { readGroupLogin, readLogin } from "#lib/results/cells/login.ts";
import { readMark } from "#lib/results/cells/mark.ts";
import { isParticipantCode } from "#lib/results/cells/participant-code.ts";
import { readSex } from "#lib/results/cells/sex.ts";
import { readTaskHeader } from "#lib/results/cells/task-header.ts";
import { isAbsentWord, joinVariants } from "#lib/results/cells/variant.ts";
import { readWhole } from "#lib/results/cells/whole-number.ts";

describe("a text without what only layout needs", () => {
  it.each([
    [" Код\u00a0участника ", "Код участника"],
    ["3.2\n(3б)", "3.2 (3б)"],
    ["Отметка  по \u00a0журналу", "Отметка по журналу"],
    ["Кла\u00adсс\u200b", "Класс"],
    ["как есть", "как есть"],
  ])("%j is %j", (text, want) => expect(plain(text)).toBe(want));
});

describe("headers are the same", () => {
  it.each([
    ["Код участника", " КОД\u00a0УЧАСТНИКА"],
    ["Отметка", "Oтмeткa"],
    ["Учёт", "учет"],
    ['Класс № (лист "Классы")', "Класс № (лист «Классы»)"],
    ["Предмет", "Предмет:"],
  ])("%j and %j", (a, b) => expect(headerKey(a)).toBe(headerKey(b)));

  it("but not when a word differs", () => {
    expect(headerKey("Отметка")).not.toBe(headerKey("Отметка по журналу"));
  });
});

describe("a whole number is read strictly", () => {
  // bad-input/generated 25: S10 and S11 are numbers, the others are not.
  it.each([
    ["7", 7],
    ["+7", 7],
    ["0", 0],
    ["18,0", 18],
    ["18.00", 18],
    ["0012", null],
    ["1e3", null],
    ["1Е3", null],
    ["0x10", null],
    ["Infinity", null],
    ["NaN", null],
    ["١٢", null],
    ["１２", null],
    ["²", null],
    ["7.0000000000000001", null],
    ["9007199254740993", null],
    ["-1", null],
    ["0,5", null],
    ["", null],
  ])("%j is %j", (text, want) => expect(readWhole(text)).toBe(want));
});

describe("a task code has one key", () => {
  // forms.md D-38
  it.each([
    ["1К1", "1К1"],
    ["1K1", "1К1"],
    ["1 k1", "1К1"],
    ["11.3 k1", "11.3К1"],
    ["10К1", "10К1"],
    ["К1", "К1"],
    ["5(1)", "5.1"],
    ["6.2(1)", "6.2.1"],
    ["9,1", "9.1"],
    ["1.10", "1.10"],
    ["05.янв", null],
    ["Итого", null],
    ["", null],
  ])("%j is %j", (printed, want) => expect(taskCode(printed)).toBe(want));

  it.each([
    ["5(1) (1б)", { code: "5.1", max: 1 }],
    ["2\u00a0(2б)", { code: "2", max: 2 }],
    ["1K1(3 б)", { code: "1К1", max: 3 }],
    ["4 (10 баллов)", { code: "4", max: 10 }],
    ["4 (0б)", null],
    ["5(1)", null],
    ["Вариант (часть 2)", null],
    ["Первичный балл", null],
  ])("header %j is %j", (printed, want) => expect(readTaskHeader(printed)).toEqual(want));
});

describe("a value of a task", () => {
  it("of two digits is compared with the maximum", () => {
    expect(readItem("12", 12).value).toBe(12);
    expect(readItem("12", 11).problem).toBe("aboveMax");
  });

  it("tells the Latin X from the other spellings", () => {
    expect(["X", "x", "Х", "х"].map((text) => readItem(text, 1).spelling)).toEqual([
      "latin",
      "other",
      "other",
      "other",
    ]);
  });

  it("on the key of X is likely to be X, and still refused", () => {
    expect(readItem("Ч", 1)).toMatchObject({ problem: "symbol" });
    expect([isLikelyX("Ч"), isLikelyX("H")]).toEqual([true, false]);
  });
});

describe("a class", () => {
  it.each([
    ["4А", "4А", "plain"],
    ["А", "4А", "plain"],
    ["4 «Б»", "4Б", "normalised"],
    ['"А"', "4А", "normalised"],
    ["4а", "4А", "plain"],
    ["4-Б", "4Б", "plain"],
    ["4", "4", "normalised"],
    ["4 класс", "4", "normalised"],
    ["4A", "4А", "normalised"],
    ["нет", "4", "none"],
    ["", "4", "none"],
    ["5/1", "5/1", "plain"],
    ["10М1", "10М1", "plain"],
    ["4D", null, "plain"],
    ["13А", null, "plain"],
    ["0", null, "plain"],
    ["нет данных", null, "plain"],
  ])("%j of grade 4 is %j (%s)", (text, label, form) => {
    expect(readClassLabel(text, 4)).toMatchObject({ label, form });
  });

  it("keeps a printed grade that is another one", () => {
    expect(readClassLabel("5В", 4)).toMatchObject({ label: "5В", grade: 5 });
  });
});

describe("a mark is 2, 3, 4, 5 or not one", () => {
  it.each([
    ["5", 5, "mark"],
    ["4,0", 4, "mark"],
    ["1", null, "outOfRange"],
    ["12", null, "outOfRange"],
    ["4.5", null, "outOfRange"],
    ["нет отметки", null, "none"],
    ["—", null, "none"],
    ["осв.", null, "noted"],
    ["4+", null, "text"],
  ])("%j is %j (%s)", (text, mark, status) => expect(readMark(text)).toEqual({ mark, status }));
});

describe("a date of upload", () => {
  // Serial 45405 is 23 April 2024: 45292 is 1 January 2024, plus 31 + 29 + 31 + 22 days.
  it.each([
    ["24.04.2024 14:20:05", "2024-04-24T14:20:05", "text"],
    ["2024-04-24 14:20", "2024-04-24T14:20:00", "text"],
    ["45405.5", "2024-04-23T12:00:00", "serial"],
    ["24.04.24 14:20:05", null, "unreadable"],
    ["31.02.2024", null, "unreadable"],
    ["29.02.2024", "2024-02-29T00:00:00", "text"],
    ["вчера", null, "unreadable"],
    ["", null, "blank"],
  ])("%j is %j (%s)", (text, at, form) => expect(readLoadDate(text)).toEqual({ at, form }));
});

describe("small cells", () => {
  it("a login is its six digits, old or new", () => {
    expect(["edu970005", "sch970005", "EDU 970005", "edu970005 | Школа № 5"].map(readLogin)).toEqual(
      Array(4).fill("970005"),
    );
    expect(["reg97_m002", "970005", "edu97000", "edu9700051", ""].map(readLogin)).toEqual(
      Array(5).fill(null),
    );
    expect(readGroupLogin("Школа № 5(edu970005) | Кол-во участников: 3")).toBe("970005");
  });

  it("code and name are divided at the first bar", () => {
    expect(splitBar("edu970034 | Школа | филиал")).toEqual({ code: "edu970034", name: "Школа | филиал" });
    expect(splitBar("Лугогорск")).toEqual({ code: "Лугогорск", name: null });
  });

  it("a code has a digit, is no sentence and holds no control character", () => {
    expect(["00123", "220206E5", "1E400"].map(isParticipantCode)).toEqual([true, true, true]);
    expect(["", "Итого", "400\u000002", "1".repeat(33), "Иванов 40001"].map(isParticipantCode)).toEqual(
      Array(5).fill(false),
    );
  });

  it("variants of two parts are one value, absence wins", () => {
    expect(joinVariants(["1", "2"])).toBe("1/2");
    expect(joinVariants(["1,0", ""])).toBe("1/");
    expect(joinVariants(["", ""])).toBe("");
    expect(joinVariants(["отсутствовал", ""])).toBe("отсутствовал");
    expect(["отсутствовал", "Отсутствовала ", "нет"].map(isAbsentWord)).toEqual([true, true, false]);
  });

  it("sex is м, ж, not stated or not readable", () => {
    expect(["м", "Ж", "муж.", "женский", "", "1"].map(readSex)).toEqual([
      "м",
      "ж",
      "м",
      "ж",
      null,
      undefined,
    ]);
  });

  it("an error of a formula is known in both languages", () => {
    expect(["#ДЕЛ/0!", "#Н/Д", "#VALUE!", "#REF!"].every(isFormulaError)).toBe(true);
    expect(isFormulaError("#1")).toBe(false);
  });

  it("the level stands in the name of the subject", () => {
    expect(["Математика (углублённый уровень)", "Математика (базовый)", "Математика"].map(readLevel)).toEqual(
      ["advanced", "base", null],
    );
  });
});
