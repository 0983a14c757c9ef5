import { describe, expect, it } from "vitest";
import { journalView } from "#lib/insights/journal-view.ts";
import { comparableYears } from "#lib/insights/rules.ts";
import { yearsView } from "#lib/insights/years-view.ts";
import { analysis, classOf24, nobody, plain, words, work } from "./sample-analysis.ts";

const viewing = { words, unit: analysis().unit, work };

describe("marks of the work against the journal (the class of design.md, 5.9)", () => {
  const view = journalView(viewing, analysis())!;

  it("says how many were confirmed, lowered and raised, with the base", () => {
    expect(plain(view.chart.summary)).toBe(
      "Подтвердили 17 из 24 (71 %), понизили 4, повысили 3. Расхождений на две отметки нет.",
    );
    expect(view.base).toBe(
      "Сравнили тех, у кого есть обе отметки: 24 участника; отметка в журнале есть у всех.",
    );
  });

  it("says how much of the agreement is more than chance, within which bounds", () => {
    expect(plain(view.kappa!.text)).toBe(
      "Согласие отметок сверх случайного: 0,64 (от 0,42 до 0,87). 1 — совпали бы все отметки, 0 — столько совпало бы, если бы отметки журнала раздали тем же участникам наугад.",
    );
    expect(view.kappa!.figure.href).toContain("/how/kappa");
  });

  it("is silent about chance where everybody has the same mark, and gives no bounds where all agree", () => {
    const same = [0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(journalView(viewing, analysis({ summary: { ...classOf24, journal: same } }))!.kappa).toBeNull();
    const agreed = [1, 0, 0, 0, 0, 9, 0, 0, 0, 0, 10, 0, 0, 0, 0, 4];
    const view = journalView(viewing, analysis({ summary: { ...classOf24, journal: agreed } }))!;
    expect(view.kappa!.text).toContain("сверх случайного: 1,00. 1 — совпали");
  });

  it("turns the matrix so that rows are the journal", () => {
    expect(view.counts).toEqual([
      [0, 0, 0, 0],
      [2, 6, 2, 0],
      [0, 2, 8, 1],
      [0, 0, 0, 3],
    ]);
  });

  it("counts a gap of two marks, and who has no journal mark", () => {
    // one «5» in the journal with a «2» for the work, two without a journal mark
    const journal = [0, 1, 0, 1, 0, 5, 2, 0, 0, 2, 8, 0, 0, 0, 0, 3];
    const found = journalView(viewing, analysis({ summary: { ...classOf24, journal } }))!;
    expect(found.chart.summary).toContain("У 1 участника отметки разошлись на две и больше");
    expect(found.base).toBe(
      "Сравнили тех, у кого есть обе отметки: 22 участника; у 2 отметки в журнале нет.",
    );
  });

  it("is not there without a journal", () => {
    expect(journalView(viewing, analysis({ summary: nobody }))).toBeNull();
  });
});

describe("years side by side", () => {
  const inYear = (year: number, marks: readonly [number, number, number, number], change = {}) => {
    const other = { ...work, id: year, year, ...change };
    return {
      work: other,
      comparability: comparableYears(work, other),
      summary: { ...classOf24, marks },
    };
  };

  it("in order of time, with a change smaller than the uncertainty worded so", () => {
    // 12 of 30 = 40 %, then 14 of 24 = 58 %; Newcombe −8.0…41.4 (R)
    const view = yearsView(viewing, analysis({ otherYears: [inYear(2025, [8, 10, 9, 3])] }))!;
    expect(view.rows.map(({ year, isThis }) => [year, isThis])).toEqual([
      ["2025", false],
      ["2026", true],
    ]);
    expect(plain(view.sentence)).toBe(
      "2025 – 2026: доля «4» и «5» была 40 %, стала 58 %. Это меньше погрешности, говорить об изменении рано.",
    );
    expect(view.chart).toBeNull();
  });

  it("says a change larger than the uncertainty in percentage points", () => {
    // 20 of 80 = 25 %; Newcombe 11.2…52.4 (R)
    const view = yearsView(viewing, analysis({ otherYears: [inYear(2024, [20, 40, 15, 5])] }))!;
    expect(plain(view.sentence)).toBe(
      "2024 – 2026: доля «4» и «5» выросла на 33 п. п., с 25 % до 58 %. Это больше погрешности.",
    );
  });

  it("draws a line from three comparable years on", () => {
    const years = [inYear(2025, [8, 10, 9, 3]), inYear(2024, [20, 40, 15, 5])];
    const chart = yearsView(viewing, analysis({ otherYears: years }))!.chart!;
    expect(chart.points.map(({ label }) => label)).toEqual(["2024", "2025", "2026"]);
    expect(chart.points[0]?.own).toMatchObject({ value: 25, base: "80" });
  });

  it("does not put another instrument beside this one, and says why", () => {
    const years = [
      inYear(2024, [20, 40, 15, 5], { maxScore: 38 }),
      inYear(2023, [1, 1, 1, 1], { tasks: [] }),
    ];
    const view = yearsView(viewing, analysis({ otherYears: years }))!;
    expect([view.rows, view.sentence, view.chart]).toEqual([[], null, null]);
    expect(view.notComparable.map(({ text }) => plain(text))).toEqual([
      "ВПР 2024. Русский язык, 4 класс: максимум 38, а здесь 24. Доли и баллы таких работ рядом не ставят.",
      "ВПР 2023. Русский язык, 4 класс: задания другие. Доли и баллы таких работ рядом не ставят.",
    ]);
  });

  it("is not there without another year", () => {
    expect(yearsView(viewing, analysis())).toBeNull();
  });
});
