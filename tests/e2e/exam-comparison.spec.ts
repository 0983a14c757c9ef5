import type { Page } from "@playwright/test";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { sidewaysPixels, structureFaults, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

/** Reading a file happens in the background; a busy machine takes its time. */
const READ = { timeout: 90_000 };
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test.describe.configure({ timeout: 240_000 });

function book(name: string, sheet: string, rows: readonly (readonly (string | number)[])[]) {
  const [first = [], ...rest] = rows;
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => ({ header: String(first[i] ?? ""), width: 14 }));
  const bytes = writeXlsx([{ name: sheet, columns, rows: rest.map((row) => [...row]) }]);
  return { name, mimeType: XLSX, buffer: Buffer.from(bytes) };
}

/** Four persons with 30, 60, 85 and 100: mean 68.75, one of 80–99, one of 100. */
function protocol() {
  const head = [
    ...["", "Код МСУ", "Код ОО", "Класс", "Код ППЭ", "Аудитория", "Фамилия", "Имя", "Отчество", "Серия"],
    ...["Номер документа", "Задания с кратким ответом", "Задания с развёрнутым ответом"],
    ...["Первичный балл", "Балл"],
  ];
  const rows = [30, 60, 85, 100].map((score, i) => [
    ...["", "98", "980007", "11А", "0001", "1", "Выдуманова", "Вера", "Верина", "0000", `00950${i}`],
    ...["++--", "1(2)0(2)", 3, score],
  ]);
  return book("Протокол ЕГЭ 2022.xlsx", "Протокол", [["3 - Физика 06.06.2022"], head, ...rows]);
}

/** The ministry's table: five sat where the protocols have four; nothing is said of who is below, and 100 points are kept back. */
function table() {
  return book("ЕГЭ по школам 2022.xlsx", "2022", [
    ["Информация о результатах ЕГЭ выпускников школ в 2022 году"],
    [
      ...["Муниципальное образование", "Образовательная организация (школа)", "Профиль"],
      ...["Всего выпускников в 2022 году, принявших участие в ЕГЭ, чел.", "из них"],
    ],
    ["", "", "", "", "Физика, чел.", "", "", "", ""],
    [
      ...["", "", "", "", "приняло участие", "не преодолен min порог", "высокобалльники (80-99 баллов)"],
      ...["получили 100 баллов", "средний балл"],
    ],
    ["ВСЕГО по региону", "", "х", 5, 5, "", 1, "*", 68.75],
    ["", "Школа, которой портал не знает", "", 5, 5, 0, 1, 0, 68.75],
  ]);
}

async function bring(page: Page, file: ReturnType<typeof book>): Promise<void> {
  await page.goto("/results/imports/new");
  await page.getByLabel("Файлы с результатами").setInputFiles(file);
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
}

/** A second attempt finds its files applied. */
async function apply(page: Page, name: string, done: RegExp): Promise<void> {
  const button = page.getByRole("button", { name });
  await expect(button.or(page.getByText(/уже загружен/)).first()).toBeVisible(READ);
  if (!(await button.isVisible())) return;
  await button.click();
  await expect(page.getByText(done).first()).toBeVisible(READ);
}

test("a table of ЕГЭ stands beside the protocols of the portal, with the difference and with silences that are no zeros", async ({
  pageOf,
}) => {
  const deputy = await pageOf("deputy");
  await bring(deputy, protocol());
  await apply(deputy, "Применить протокол", /^Протокол применён/);

  const page = await pageOf("region");
  await bring(page, table());
  await apply(page, "Применить отчёт", /Отчёт применён/);

  await page.goto("/results/reported/table?exam=ege&year=2022");
  await page.getByRole("link", { name: "Сверить с протоколами портала" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Сверка таблицы ЕГЭ: Физика, 2022 год");
  const whole = page.getByRole("row").filter({ hasText: "ВСЕГО по региону" });
  await expect(whole).toContainText("расходится 1 число");
  await expect(whole).toContainText("на портале 4");
  await expect(whole).toContainText("разница +1");
  await expect(whole).toContainText("на портале 68,75");
  await expect(whole).toContainText("нет данных");
  await expect(whole).toContainText("скрыто");
  await expect(page.getByRole("row").filter({ hasText: "не знает" })).toContainText("школа не определена");
  expect(await violationsOf(page)).toEqual([]);
  expect(await structureFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
});
