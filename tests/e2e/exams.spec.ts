import type { Page } from "@playwright/test";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { sidewaysPixels, structureFaults, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

/** Reading a file happens in the background; a busy machine takes its time. */
const READ = { timeout: 45_000 };
/** The school of the tour. */
const LOGIN = "980007";
const HEAD = [
  ...["Код МСУ", "Код ОО", "Класс", "Код ППЭ", "Аудитория", "Фамилия", "Имя", "Отчество", "Серия"],
  ...[
    "Номер документа",
    "Задания с кратким ответом",
    "Задания с развёрнутым ответом",
    "Первичный балл",
    "Балл",
  ],
];
// Scale of 2023: 0–7, 8–14, 15–21, 22–31; at least 2 points of tasks 15–19 and 23–25.
const PEOPLE: readonly (readonly [string, string, number, number])[] = [
  ["+++++++++++++++++++", "2(2)2(2)2(2)2(2)2(2)2(2)", 31, 5],
  ["+++++++++++++++++--", "1(2)0(2)0(2)0(2)0(2)0(2)", 18, 4],
  ["++++++++++-----+---", "1(2)0(2)0(2)1(2)0(2)0(2)", 13, 3],
  ["+++++--------------", "0(2)0(2)0(2)0(2)0(2)0(2)", 5, 2],
  ["++++++++++?----+---", "1(2)0(2)0(2)1(2)0(2)0(2)", 13, 3],
  // Thirteen points, none of geometry: «2» by the extra rule, the protocol says «3».
  ["++++++++++++-------", "1(2)0(2)0(2)0(2)0(2)0(2)", 13, 3],
];

function protocol(): { name: string; mimeType: string; buffer: Buffer } {
  const heading = "2 - Математика 09.06.2023";
  const rows = PEOPLE.map(([short, extended, primary, mark], i) => [
    ...["", "98", LOGIN, i % 2 === 0 ? "9А" : "9Б", "0001", "1", "Выдуманова", "Вера", "Верина", "0000"],
    ...[`00900${i}`, short, extended, primary, mark],
  ]);
  const columns = ["", ...HEAD].map((_, i) => ({ header: i === 0 ? heading : "", width: 12 }));
  const bytes = writeXlsx([{ name: "Протокол", columns, rows: [["", ...HEAD], ...rows] }]);
  return {
    name: "Протокол ОГЭ 2023.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  };
}

test.describe.configure({ mode: "serial", timeout: 120_000 });

async function bring(page: Page): Promise<void> {
  await page.goto("/results/imports/new");
  await page.getByLabel("Файлы с результатами").setInputFiles(protocol());
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/exams\/imports\/\d+$/, READ);
}

test("a protocol that is dropped among other files becomes the analysis of the school", async ({
  pageOf,
}) => {
  const page = await pageOf("deputy");
  await bring(page);
  const understood = page.getByRole("region", { name: "Что портал понял?" });
  await expect(understood).toContainText("ОГЭ, математика", READ);
  await expect(understood).toContainText("8 = 6 + 0 + 0 + 0 + 2");
  const findings = page.getByRole("region", { name: "Какие есть замечания?" });
  await expect(findings).toContainText("Фамилии и имена в файле");
  await expect(findings).toContainText("Задание 11: знак не «+», не «-» и не цифра");
  await expect(findings).toContainText("В протоколе 3, по шкале за 13 первичных баллов — 2");
  await expect(page.locator("main")).not.toContainText("Выдуманова");
  await page.getByRole("button", { name: "Применить протокол" }).click();
  await expect(page.getByText(/^Протокол применён/).first()).toBeVisible();

  await page.getByRole("link", { name: /^Анализ: / }).click();
  await expect(page.getByRole("heading", { level: 1, name: "ОГЭ-2023: математика" })).toBeVisible();
  const figures = page.getByRole("region", { name: "Какие результаты?" });
  // 5, 4, 3, 2, 3, 3: five of six passed, two of six with «4» and «5».
  await expect(figures).toContainText("5 из 6");
  await expect(figures).toContainText("2 из 6");
  await expect(page.getByRole("region", { name: "По какой шкале?" })).toContainText("«3» 8–14");
  expect(await violationsOf(page)).toEqual([]);
  expect(await structureFaults(page)).toEqual([]);

  await figures.getByRole("link", { name: "Как это посчитано : Качество" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Качество");
  await expect(page.locator("main")).toContainText("Интервал Уилсона");
  await expect(page.locator("main")).toContainText("Протокол ОГЭ 2023.xlsx");
});

test("no line of the file kept for review holds a name or a document", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports");
  await page.getByRole("link", { name: "Протокол ОГЭ 2023.xlsx" }).first().click();
  await page
    .getByRole("link", { name: /^строка 7, столбец/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Место в файле" })).toBeVisible();
  await expect(page.locator("main")).toContainText("++++++++++?----+---");
  await expect(page.locator("main")).not.toContainText("Выдуманова");
  await expect(page.locator("main")).not.toContainText("009004");
});

test("certificates are entered by hand and stand beside the results", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/exams?year=2023");
  await page.getByRole("link", { name: "Внести или исправить" }).click();
  const form = page.getByRole("region", { name: "9 класс" });
  await form.getByLabel("Выпускников").fill("20");
  await form.getByLabel("Не получили аттестат").fill("21");
  await form.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByText("Одно из чисел больше числа выпускников.", { exact: false })).toBeVisible();
  await form.getByLabel("Не получили аттестат").fill("1");
  await form.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByText("Сохранено.", { exact: false }).first()).toBeVisible();
  await page.goto("/exams?year=2023");
  await expect(page.getByRole("region", { name: "Аттестаты и медали" })).toContainText("1 из 20");
});

test("the region sees its subjects, may choose where high scores begin, and takes the tables away", async ({
  pageOf,
}) => {
  const page = await pageOf("region");
  await page.goto("/exams?year=2025");
  await page.getByRole("link", { name: "высокие: от 80 баллов" }).click();
  await expect(page.getByRole("columnheader", { name: "От 80 баллов" })).toBeVisible();
  await page
    .getByRole("region", { name: /^ЕГЭ-2025/ })
    .getByRole("link", { name: "русский язык" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "ЕГЭ-2025: русский язык" })).toBeVisible();
  await expect(page.getByText("Шкала не сверена с первоисточником").first()).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /сортиров/i })).toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Скачать таблицы, xlsx" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^ege-RU-2025-region-\d+\.xlsx$/);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sidewaysPixels(page)).toBe(0);
});

test("the protocol is taken back and nothing of it stays", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports");
  await page.getByRole("link", { name: "Протокол ОГЭ 2023.xlsx" }).first().click();
  await page.getByText("Отменить загрузку?").click();
  await page.getByRole("button", { name: "Отменить загрузку протокола" }).click();
  await expect(page.getByText(/^Загрузка отменена/).first()).toBeVisible();
  await page.goto("/exams");
  await expect(page.getByRole("link", { name: "2023" })).toHaveCount(0);
});
