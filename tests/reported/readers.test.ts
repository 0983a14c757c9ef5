import { describe, expect, it } from "vitest";
import { readReport } from "#lib/reported/read-report.ts";
import { type ReportCode, recogniseReport } from "#lib/results/layouts/report-forms.ts";
import { book, type Cell, sheet } from "#tests/results/sheets.ts";

const TITLE = ["ВПР 2026 Русский язык 4 класс"];
const MARKS = ["Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5];

function read(
  form: ReportCode,
  rows: Cell[][],
  answers: Parameters<typeof readReport>[3] = {},
  name = "Лист",
) {
  const workbook = book(sheet(name, rows));
  expect(recogniseReport(workbook)).toBe(form);
  return readReport(form, workbook.sheets, "отчёт.xlsx", answers);
}
const codes = ({ findings }: ReturnType<typeof readReport>) => findings.map(({ code }) => code);
const values = ({ figures }: ReturnType<typeof readReport>, measure: string) =>
  figures.filter((figure) => figure.measure === measure).map(({ value }) => value);

describe("«Статистика по отметкам»", () => {
  it("is per cent where lines add up to 100, the real national line of 2026 too", () => {
    // forms.md F-06: 5.06 + 32.92 + 44.33 + 17.69 = 100.00, the region 100.01.
    const reading = read("F-06", [
      TITLE,
      MARKS,
      ["Вся выборка", 35589, 1722202, 5.06, 32.92, 44.33, 17.69],
      ["Приозёрная область(reg970000)", 42, 2435, 13.44, 44.15, 36.28, 6.14],
    ]);
    expect(values(reading, "marks")).toEqual([5.06, 32.92, 44.33, 17.69, 13.44, 44.15, 36.28, 6.14]);
    expect(codes(reading)).toEqual(["reportShareRounding"]);
    expect(reading.units.map(({ kind }) => kind)).toEqual(["country", "region"]);
  });

  it("is counts where lines add up to the participants", () => {
    const reading = read("F-06", [TITLE, MARKS, ["Школа(edu970001)", 1, 24, 2, 8, 10, 4]]);
    expect(values(reading, "markCounts")).toEqual([2, 8, 10, 4]);
    expect(values(reading, "marks")).toEqual([]);
  });

  it("is read from the analysts' flat table too: each line names its own work and school", () => {
    const head = ["Год", "Класс", "Предмет", "Муниципалитет", "Логин", "ОО", "Кол-во участников", 2, 3, 4, 5];
    const reading = read("F-06", [
      head,
      [2026, 4, "Русский язык", "Первый округ", "edu970001", "Школа № 1", 20, 5, 30, 45, 20],
      [2026, 4, "Русский язык", "Первый округ", "edu970002", "Школа № 2", 10, 0, 50, 40, 10],
      [2026, 5, "Математика", "Первый округ", "edu970001", "Школа № 1", 25, 4, 36, 40, 20],
    ]);
    expect(reading.works.map(({ year, grade, subject }) => [year, grade, subject])).toEqual([
      [2026, 4, "RU"],
      [2026, 5, "MA"],
    ]);
    expect(reading.units.map(({ kind, login, place }) => [kind, login, place])).toEqual([
      ["school", "edu970001", "Первый округ"],
      ["school", "edu970002", "Первый округ"],
    ]);
    expect(values(reading, "marks")).toEqual([5, 30, 45, 20, 0, 50, 40, 10, 4, 36, 40, 20]);
    expect(values(reading, "participants")).toEqual([20, 10, 25]);
    expect(reading.lines).toEqual({ total: 4, data: 3, notData: { header: 1 } });
    expect(codes(reading)).toEqual([]);
  });

  it("takes both values of a cell «чел./%», and says when they do not belong together", () => {
    // 2 of 24 = 8.33 %, 8 of 24 = 33.33 %, 10 of 24 = 41.67 %, 4 of 24 = 16.67 %; the second line says 40 % of 8 of 24.
    const reading = read("F-06", [
      TITLE,
      MARKS,
      ["Школа(edu970001)", 1, 24, "2/8,3%", "8 чел. / 33,3 %", "10 (41,7%)", "4 / 16.7"],
      ["Школа(edu970002)", 1, 24, "2/8,3%", "8/40%", "10 (41,7%)", "4/16,7%"],
    ]);
    expect(values(reading, "markCounts")).toEqual([2, 8, 10, 4, 2, 8, 10, 4]);
    expect(values(reading, "marks")).toEqual([8.3, 33.3, 41.7, 16.7, 8.3, 40, 41.7, 16.7]);
    expect(reading.findings.map(({ code, row, raw }) => [code, row, raw])).toEqual([
      ["reportShareOfCount", 4, "8/40%"],
      ["reportShareSum", 4, "106.7"],
    ]);
  });

  it.each([
    ["neither", [3, 8, 10, 4], 24],
    ["both, because there are a hundred pupils", [10, 20, 30, 40], 100],
  ])("asks when the lines add up to %s", (_why, marks, n) => {
    const rows = [TITLE, MARKS, ["Школа(edu970001)", 1, n, ...marks]];
    expect(codes(read("F-06", rows))).toContain("reportPercentOrCounts");
    expect(codes(read("F-06", rows, { shares: "counts" }))).not.toContain("reportPercentOrCounts");
    expect(values(read("F-06", rows, { shares: "counts" }), "markCounts")).toEqual(marks);
  });

  it("keeps no data, kept back, zero and unreadable apart", () => {
    const reading = read("F-06", [TITLE, MARKS, ["Школа(edu970001)", 1, 24, "", "*", 0, "много"]], {
      shares: "percent",
    });
    const states = reading.figures
      .filter(({ measure }) => measure === "marks")
      .map(({ state, value }) => [state, value]);
    expect(states).toEqual([
      ["blank", null],
      ["hidden", null],
      ["value", 0],
      ["unread", null],
    ]);
    expect(reading.findings.find(({ code }) => code === "reportCell")?.params).toEqual({
      cell: "G3",
      raw: "много",
    });
  });

  it("knows levels by the login in brackets, also the older one of a municipality, never by the place of a line", () => {
    const names = [
      "Школа(sch970001)",
      "Округ(reg97_vpr_m002)",
      "Область(reg97)",
      "Вся выборка",
      "Школа без логина",
    ];
    const reading = read("F-06", [TITLE, MARKS, ...names.map((name) => [name, 1, 10, 10, 20, 30, 40])]);
    expect(reading.units.map(({ kind }) => kind)).toEqual([
      "school",
      "municipality",
      "region",
      "country",
      "school",
    ]);
  });

  it("leaves out a printed row of column numbers", () => {
    const reading = read("F-06", [
      TITLE,
      MARKS,
      [1, 2, 3, 4, 5, 6, 7],
      ["Школа(edu970001)", 1, 24, 25, 25, 25, 25],
    ]);
    expect(reading.lines).toEqual({
      total: 4,
      data: 1,
      notData: { heading: 1, header: 1, columnNumbers: 1 },
    });
    expect(reading.units).toHaveLength(1);
  });
});

describe("«Сравнение отметок с отметками по журналу»", () => {
  const LONG = ["Группы участников", "Кол-во участников", "%"];
  const outcomes: Cell[][] = [
    ["Понизили (Отметка < Отметка по журналу) %", 11011, 37.22],
    ["Подтвердили (Отметка = Отметке по журналу) %", 17951, 60.67],
    ["Повысили (Отметка > Отметка по журналу) %", 624, 2.11],
    ["Всего", 29589, ""],
  ];

  it("in four lines a level: the base of the shares is the pupils with a journal mark (29 586 of 29 589)", () => {
    const reading = read("F-07", [TITLE, LONG, ["Приозёрная область(reg970000)", "", ""], ...outcomes]);
    expect(values(reading, "journal")).toEqual([37.22, 60.67, 2.11]);
    expect(values(reading, "journalCounts")).toEqual([11011, 17951, 624]);
    expect(values(reading, "participants")).toEqual([29589]);
    expect(reading.figures.find(({ measure }) => measure === "journal")?.n).toBe(29586);
    expect(reading.findings.map(({ code, params }) => [code, params.rest])).toEqual([
      ["reportWithoutJournal", 3],
    ]);
  });

  it("warns when the three are more than all", () => {
    const rows = [...outcomes.slice(0, 3), ["Всего", 29000, ""]];
    expect(codes(read("F-07", [TITLE, LONG, ["Округ(reg97_m001)", "", ""], ...rows]))).toEqual([
      "reportCountsMore",
    ]);
  });
});

describe("other reports", () => {
  it("a distribution with a missing score says so and reads the columns by their numbers", () => {
    const reading = read("F-08", [
      TITLE,
      ["Группы участников", "Кол-во участников", 0, 1, 2, 4],
      ["Школа(edu970001)", 4, 25, 25, 25, 25],
    ]);
    expect(codes(reading)).toEqual(["reportScoreGap"]);
    expect(reading.figures.filter(({ measure }) => measure === "scores").map(({ key }) => key)).toEqual([
      "0",
      "1",
      "2",
      "4",
    ]);
    expect(reading.works[0]?.maxScore).toBe(4);
  });

  it("a task that stands twice under two spellings is in neither of its columns", () => {
    const header = ["Группы участников", "Кол-во ОО", "Кол-во участников", "9,1", "9(1)", "К1"];
    const reading = read("F-09", [
      TITLE,
      header,
      ["Макс балл", "", "", 1, 1, 2],
      ["Школа(edu970001)", 1, 20, 50, 60, 70],
    ]);
    expect(codes(reading)).toEqual(["reportTaskTwice", "reportTaskTwice"]);
    expect(
      reading.figures.filter(({ measure }) => measure === "tasks").map(({ key, value }) => [key, value]),
    ).toEqual([["К1", 70]]);
  });

  it("shares are printed with the decimals of the most precise one: 75 beside 64,13 means 75,00", () => {
    const header = ["Группы участников", "Кол-во ОО", "Кол-во участников", "1", "2"];
    const reading = read("F-09", [TITLE, header, ["Школа(edu970001)", 1, 20, "64,13", 75]]);
    expect(
      reading.figures.filter(({ measure }) => measure === "tasks").map(({ decimals }) => decimals),
    ).toEqual([2, 2]);
  });

  it("an objectivity list: the sum of the columns may be less than the number of markers, and is told", () => {
    const header = [
      "Год",
      "Логин",
      "Муниципалитет",
      "ОО",
      "Количество маркеров",
      "4 РУ",
      "4 МА",
      "5 РУ",
      "5 МА",
    ];
    const reading = read("F-18", [
      header,
      [2026, "edu970001", "г. Лугогорск", "Школа № 1", 2, 1, 1, 0, 0],
      [2026, "edu970002", "г. Лугогорск", "Школа № 2", 3, 1, 1, 0, 0],
    ]);
    expect(reading.works.map(({ exam, year }) => [exam, year])).toEqual([["objectivity", 2026]]);
    expect(reading.figures.slice(0, 5).map(({ measure, key, value }) => [measure, key, value])).toEqual([
      ["markers", "", 2],
      ["marker", "4 RU", 1],
      ["marker", "4 MA", 1],
      ["marker", "5 RU", 0],
      ["marker", "5 MA", 0],
    ]);
    expect(reading.findings.map(({ code, params }) => [code, params])).toEqual([
      ["reportMarkersSum", { sum: 2, total: 3 }],
    ]);
  });

  it("a report without a single number is empty", () => {
    expect(codes(read("F-06", [TITLE, MARKS, ["Школа(edu970001)", "", "", "", "", "", ""]]))).toContain(
      "reportEmpty",
    );
  });
});
