import { describe, expect, it } from "vitest";
import { headerKey, looksLikeDate, shownHeader, taskKey } from "#lib/platform/workbook/header-key.ts";

describe("names of columns", () => {
  it.each(["Класс", "Kласс", "класс\u200b", "\u00a0Класс", "КЛАСС", " кла\u00adсс\n"])(
    "%j is the column «класс»",
    (text) => {
      expect(headerKey(text)).toBe("класс");
    },
  );

  it("ё and е, line breaks and doubled spaces make no difference", () => {
    expect(headerKey("Учёный\n  совет")).toBe(headerKey("ученый совет"));
  });

  it("Ukrainian і and Latin i are the same to the eye", () => {
    expect(headerKey("Biк")).toBe(headerKey("Вік"));
  });

  it("is shown on one line", () => {
    expect(shownHeader(" Отметка за\nтриместр/  четверть ")).toBe("Отметка за триместр/ четверть");
  });
});

describe("numbers of tasks", () => {
  it.each([
    ["6К1", "6K1"],
    ["6(1)", "6.1"],
    ["9,1", "9.1"],
    ["11.3 k1", "11.3К1"],
  ])("%s and %s are one task", (one, other) => {
    expect(taskKey(one)).toBe(taskKey(other));
  });

  it.each([
    ["1.1", "1.10"],
    ["1", "10"],
    ["6К1", "6К2"],
    ["6.1", "61"],
  ])("%s and %s are two tasks", (one, other) => {
    expect(taskKey(one)).not.toBe(taskKey(other));
  });
});

describe("dates where a name should be", () => {
  it.each([
    "05.янв",
    "05.фев",
    "01.10.2021",
    "5-Jan",
    "янв.05",
    "Oct-10",
    "10.травня",
    "06.тра",
    "2021-10-01",
    "1/2/24",
    "05.мая.2026",
  ])("%s is a date", (text) => {
    expect(looksLikeDate(text)).toBe(true);
  });

  it.each([
    "5.1",
    "1.10",
    "10",
    "6К1",
    "Дата загрузки",
    "май",
    "Марк",
    "балл за 1",
    "1 (2б)",
    "март 5 класс",
  ])("%s is none", (text) => {
    expect(looksLikeDate(text)).toBe(false);
  });
});
