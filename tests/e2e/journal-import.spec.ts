import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { sidewaysPixels, structureFaults, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

/** Reading a file happens in the background; a busy machine takes its time. */
const READ = { timeout: 60_000 };

test.describe.configure({ timeout: 150_000 });

/** An export of the journal of the tour's school (forms.md F-19): marks of periods, words, and a cell with two marks. Four pupils from this code on. */
function journal(first: number): { name: string; mimeType: string; buffer: Buffer } {
  const head = ["Класс", "Код обучающегося", "Предмет", "1 четверть", "2 четверть", "3 четверть", "Год"];
  const lines = [
    ["5А", String(first), "Математика", "4", "4", "5", "5"],
    ["5А", String(first + 1), "Математика", "3", "н/а", "3", "3"],
    ["5А", String(first + 2), "Математика", "зачёт", "4", "4/5", "4"],
    ["5А", String(first + 3), "Математика", "осв.", ".", "7", "3"],
  ];
  const columns = head.map((_, i) => ({
    header: i === 0 ? "Сводная ведомость. 2025/2026 учебный год" : "",
    width: 14,
  }));
  const bytes = writeXlsx([{ name: "Отметки за период", columns, rows: [head, ...lines] }]);
  return {
    name: "Выгрузка журнала edu980007.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  };
}

test("an export of the journal is read, applied and taken back; two marks of a period are refused, words are no marks", async ({
  pageOf,
}) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports/new");
  await page.getByLabel("Файлы с результатами").setInputFiles(journal(70_000 + (Date.now() % 9_000)));
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/results\/journals\/\d+$/, READ);
  await expect(page.getByText("Журнал прочитан").first()).toBeVisible(READ);
  // «4/5» and «7» cannot be the mark of a period.
  const columns = page.getByRole("table", { name: /^Столбцы журнала/ });
  await expect(columns.getByRole("row").filter({ hasText: "3 четверть" })).toBeVisible();
  await expect(page.locator("main")).toContainText("в клетке «4/5»");
  await expect(page.locator("main")).toContainText("в клетке «7»");
  expect(await violationsOf(page)).toEqual([]);
  expect(await structureFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);

  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByText(/^Применено/).first()).toBeVisible(READ);
  await page.getByText("Отменить применение?").click();
  await page.getByRole("button", { name: "Отменить применение журнала" }).click();
  await expect(page.getByText(/^Применение (журнала )?отменено/).first()).toBeVisible(READ);
});
