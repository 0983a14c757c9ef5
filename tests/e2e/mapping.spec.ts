import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

/** Reading a file happens in the background; a busy machine takes its time. */
const READ = { timeout: 30_000 };
const FIRST_CODE = 30_101;

/** A mapped header is known for good, so every try brings one that nobody has mapped yet. */
const newHeader = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;
let tasks: { code: string; max: number }[] = [];
let workTitle = "";
let classLabel = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser, signedIn }) => {
  const context = await browser.newContext({
    storageState: await signedIn("deputy"),
    javaScriptEnabled: true,
  });
  const page = await context.newPage();
  await page.goto("/results/templates");
  workTitle = (await page.getByLabel("Работа").locator("option").first().textContent()) ?? "";
  await page.getByRole("radio", { name: /^csv/ }).check();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Скачать шаблон" }).click(),
  ]);
  const lines = readFileSync((await file.path()) ?? "", "utf8").split(/\r?\n/);
  const at = lines.findIndex((line) => /^\uFEFF?Код;/.test(line));
  const header = lines[at]?.split(";") ?? [];
  tasks = header.flatMap((name) => {
    const match = /^(.+) \((\d+)б\)$/.exec(name);
    return match ? [{ code: match[1] ?? "", max: Number(match[2]) }] : [];
  });
  classLabel = lines[at + 1]?.split(";")[header.indexOf("Класс")] ?? "";
  await context.close();
});

/** A завуч's own table: names beside the codes, tasks without maxima, a header nobody else uses. */
function ownTable(name: string, pupils: number, codeHeader: string) {
  const header = [
    "№",
    "ФИО ученика",
    codeHeader,
    "Кл.",
    ...tasks.map(({ code }) => code),
    "Итого",
    "Оценка за четверть",
  ];
  const rows = Array.from({ length: pupils }, (_, i) => {
    const points = tasks.map(({ max }, task) => (i + task) % (max + 1));
    const sum = points.reduce((all, one) => all + one, 0);
    return [
      i + 1,
      `Звёздочкина Вымышлена ${i}`,
      FIRST_CODE + i,
      classLabel,
      ...points,
      sum,
      3 + (i % 3),
    ].join(";");
  });
  const text = ["Таблица для себя", "", header.join(";"), ...rows].join("\r\n");
  return { name: `${name}.csv`, mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${text}\r\n`) };
}

test("an unknown table is mapped once, applied, and recognised the next time", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  const header = newHeader("Номер бланка");
  await bring(page, [ownTable("Моя таблица", 14, header)]);
  await expect(page.getByText("Портал не знает этой формы")).toBeVisible(READ);
  await page.getByRole("link", { name: "Показать столбцы" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Что стоит в столбцах?" })).toBeVisible(READ);
  const columns = page.getByRole("region", { name: "Что портал понял о столбцах?" });
  await expect(columns.getByRole("listitem").filter({ hasText: "ФИО ученика" })).toContainText(
    "Похоже на имена",
  );
  await expect(page.getByText("Звёздочкина")).toHaveCount(0);
  await expect(columns.getByLabel("Что в столбце C?")).toHaveValue("code");
  await expect(columns.getByRole("listitem").filter({ hasText: "Столбец C:" })).toContainText(
    "по пять цифр, как в коде",
  );
  await expect(columns.getByLabel("Что в столбце E?")).toHaveValue("task");

  // A slip is answered in words, and what was chosen stays.
  await columns.getByLabel("Что в столбце C?").selectOption("не читать");
  await page.getByLabel("Имя разметки").fill("Моя таблица по классам");
  await page.getByRole("button", { name: "Сохранить и проверить файл" }).click();
  await expect(page.getByText("Не отмечен столбец с кодом участника", { exact: false }).first()).toBeVisible(
    READ,
  );
  await expect(page.getByLabel("Имя разметки")).toHaveValue("Моя таблица по классам");

  await columns.getByLabel("Что в столбце C?").selectOption("код участника");
  await page.getByLabel("Работа", { exact: true }).selectOption({ label: workTitle });
  await page.getByRole("button", { name: "Сохранить и проверить файл" }).click();
  await page.waitForURL(/\/results\/imports\/\d+$/);
  await expect(page.getByRole("button", { name: "Применить файл" })).toBeVisible(READ);
  const understood = page.getByRole("region", { name: "Что портал понял?" });
  await expect(understood).toContainText("по разметке «Моя таблица по классам», редакция 1");
  await expect(understood).toContainText(workTitle);
  await page.getByRole("button", { name: "Применить файл" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Файл применён" }).first()).toBeVisible(READ);

  await bring(page, [ownTable("Моя таблица ещё раз", 14, header)]);
  await expect(page.getByText("по разметке «Моя таблица по классам»", { exact: false })).toBeVisible(READ);
  await expect(page.getByText("Портал не знает этой формы")).toHaveCount(0);
  await page.goto("/results/imports");
  await page.getByRole("link", { name: "Моя таблица.csv", exact: true }).first().click();
  await takeBack(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the columns are named all the same", async ({ pageOf }) => {
    const page = await pageOf("deputy");
    await bring(page, [ownTable("Без скриптов", 9, newHeader("Шифр работы"))]);
    await expect(page.getByRole("link", { name: "Показать столбцы" })).toBeVisible(READ);
    await page.getByRole("link", { name: "Показать столбцы" }).click();
    await page.getByLabel("Строка заголовков").selectOption("3");
    await page.getByRole("button", { name: "Показать столбцы этой строки" }).click();
    await page.getByLabel("Работа", { exact: true }).selectOption({ label: workTitle });
    await page.getByRole("button", { name: "Сохранить и проверить файл" }).click();
    await expect(page.getByRole("button", { name: "Применить файл" })).toBeVisible(READ);
  });
});

async function bring(page: Page, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  await page.goto("/results/imports/new");
  await page.getByLabel("Файлы с результатами").setInputFiles(files);
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/results\/imports(\/\d+$|\?from=)/);
}

async function takeBack(page: Page): Promise<void> {
  const fold = page.getByRole("group").filter({ hasText: "Отменить загрузку?" });
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  await page.getByRole("button", { name: /^Отменить загрузку файла/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Загрузка отменена" }).first()).toBeVisible(READ);
}
