import { describe, expect, it } from "vitest";
import { readFileTitle } from "#lib/results/layouts/file-title.ts";

describe("the name of a file says of its work", () => {
  it.each([
    ["Проведение работы по математике, 4 класс. ВПР 2021.xlsx", 2021, 4, "MA"],
    ["Проведение_работы_по_русскому_языку_4_класс_ВПР_2021.xlsx", 2021, 4, "RU"],
    ["ВПР осень 2020. Математика, программа 4 класса (пишут 5-е классы).xlsx", 2020, 4, "MA"],
    ["ВПР 2021 Окружающий мир 4 класс.xlsx", 2021, 4, "OM"],
    ["Литературному чтению 3-й класс 2026.csv", 2026, 3, "LC"],
    ["История, 11 класс, ВПР-2021.xlsx", 2021, 11, "IS"],
  ])("%s", (name, year, grade, subject) => {
    expect(readFileTitle(name)).toMatchObject({ year, grade, subject });
  });

  it.each([
    ["nothing", "data.xlsx", null, null, null],
    ["two years", "ВПР 2020 и 2021 математика 4 класс.xlsx", null, 4, "MA"],
    ["the same year twice", "2021 ВПР-2021 математика 4 класс.xlsx", 2021, 4, "MA"],
    ["two subjects", "Математика и история 5 класс 2021.xlsx", 2021, 5, null],
    ["a grade that is none", "Математика 14 класс 2021.xlsx", 2021, null, "MA"],
    ["a login, not a year", "edu200012 математика 5 класс.xlsx", null, 5, "MA"],
  ])("%s in %s: what is not said once is left open", (_, name, year, grade, subject) => {
    expect(readFileTitle(name)).toMatchObject({ year, grade, subject });
  });
});
