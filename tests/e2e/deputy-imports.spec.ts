import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { env } from "#lib/platform/env.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { expect, test } from "./support/journey.ts";
import { picture } from "./support/picture.ts";
import { fillTemplate, pupils } from "./support/results-file.ts";

/** Reading a file happens in the background; a busy machine takes its time. */
const READ = { timeout: 30_000 };
const csv = (name: string, buffer: Buffer) => ({ name: `${name}.csv`, mimeType: "text/csv", buffer });
/** The newest work: the school of the tour has brought nothing for it. */
let template = "";
let workTitle = "";
let analysis = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser, signedIn }) => {
  const context = await browser.newContext({
    storageState: await signedIn("deputy"),
    javaScriptEnabled: true,
  });
  const page = await context.newPage();
  await page.goto("/results");
  await page.getByRole("link", { name: "Скачать шаблон" }).click();
  workTitle = (await page.getByLabel("Работа").locator("option").first().textContent()) ?? "";
  await page.getByRole("radio", { name: /^csv/ }).check();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Скачать шаблон" }).click(),
  ]);
  template = readFileSync((await file.path()) ?? "", "utf8");
  await context.close();
});

test("a good file becomes the analysis of the school within the minute", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Загрузить результаты", exact: true }).click();
  await expect(page.getByLabel("Файлы с результатами")).toBeAttached();
  await picture(page, "submit-1-upload");
  const started = performance.now();
  await bring(page, [csv("Осень", fillTemplate(template, [...pupils(17), { code: "70099", points: null }]))]);

  const understood = page.getByRole("region", { name: "Что портал понял?" });
  await expect(understood).toContainText("шаблон портала", READ);
  await expect(understood).toContainText(workTitle);
  await expect(fact(understood, "Участники")).toHaveText(/^17, не писал[иа]? 1$/);
  await picture(page, "submit-2-review");
  await page.getByRole("button", { name: "Применить файл" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Файл применён" })).toContainText("обавлено 18");
  await picture(page, "submit-3-applied");

  await page.getByRole("link", { name: /^Анализ: / }).click();
  await expect(page.getByRole("region", { name: "Кто писал работу?" })).toContainText(
    "Работу писали 17 участников",
  );
  expect(performance.now() - started).toBeLessThan(60_000);
  await picture(page, "submit-4-analysis");
  analysis = page.url();
});

test("the same file again changes nothing and says so", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports/new");
  await bring(page, [
    csv("Осень ещё раз", fillTemplate(template, [...pupils(17), { code: "70099", points: null }])),
  ]);
  await expect(page.getByText("Этот файл уже загружен: ничего не изменилось")).toBeVisible(READ);
  await expect(page.getByRole("button", { name: "Применить файл" })).toHaveCount(0);
});

test("a file taken back leaves the results as they were before it", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports/new");
  await bring(page, [csv("Осень, дополнено", fillTemplate(template, pupils(20)))]);
  await expect(page.getByText("Добавится 3", { exact: false })).toBeVisible(READ);
  await page.getByRole("button", { name: "Применить файл" }).click();
  await expect(page.getByText("Файл применён", { exact: false }).first()).toBeVisible();
  await expectInAnalysis(page, "Работу писали 20 участников");

  await takeBack(page);
  await expectInAnalysis(page, "Работу писали 17 участников, ещё 1 не участвовал");
});

test("every slip of a dirty file is answered by its cell, and the rest is taken", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports/new");
  const [first, second, third, fourth, ...others] = pupils(20, 71_001);
  if (!first || !second || !third || !fourth) throw new Error("too few pupils");
  const slips = [
    { ...first, points: (max: number, task: number) => (task === 1 ? max + 5 : max) },
    { ...second, points: (_max: number, task: number) => (task === 0 ? "0,5" : 1) },
    { ...third, total: 99 },
    { ...fourth, journal: 7 },
  ];
  await bring(page, [csv("С ошибками", fillTemplate(template, [...slips, ...others]))]);

  const findings = page.getByRole("region", { name: "Какие есть замечания?" });
  await expect(findings).toContainText("Балл больше максимума", READ);
  await expect(findings).toContainText("Балл не целый");

  // The header of the template's text form is line 3, so the first pupil stands in row 4.
  const fold = findings.getByRole("group").filter({ hasText: "Балл больше максимума" });
  await unfold(fold);
  await fold.getByRole("link", { name: /строка 4/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Место в файле" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "71001" })).toContainText("здесь");
  await page.getByRole("link", { name: "К проверке файла" }).click();

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    findings.getByRole("link", { name: "Скачать замечания, xlsx" }).click(),
  ]);
  const read = readWorkbook(readFileSync((await file.path()) ?? ""), file.suggestedFilename());
  const table = read.ok ? (read.workbook.sheets[0]?.rows ?? []) : [];
  expect(table.length).toBeGreaterThan(4);
  expect(table.some((cells) => cells.includes("0,5"))).toBe(true);

  await page.getByRole("button", { name: "Применить файл" }).click();
  await expect(page.getByText("Файл применён", { exact: false }).first()).toBeVisible();
  await expectInAnalysis(page, "20 участников");
  await takeBack(page);
});

test("the files of the tour, dropped at once, are each answered on their own", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports/new");
  const folder = join(env.PORTAL_DATA, "tour");
  await bring(
    page,
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  );
  await expect(page.getByText(/^Получено 6 файлов/)).toBeVisible();
  await expect(page.getByText("Читаем файлы, осталось", { exact: false })).toHaveCount(0, READ);
  const row = (start: string) => page.getByRole("row").filter({ hasText: start });
  await expect(row("4. Не та форма")).toContainText("не прочитан");
  await expect(row("5. Чужая школа")).toContainText("взять нечего");
  await expect(row("2. С ошибками")).toContainText("можно применить");

  await expect(row("6. Отчёт с итогами")).toContainText("отчёт с готовыми итогами");

  await row("4. Не та форма").getByRole("link").first().click();
  const refusal = page.getByRole("status").filter({ hasText: "Файл не прочитан" });
  await expect(refusal).toContainText("таблица показателей самообследования");
  await expect(refusal).toContainText("«Индивидуальные результаты»");
});

test("the results are as they were before this journey", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports");
  await page.getByRole("link", { name: "Осень.csv", exact: true }).click();
  await takeBack(page);
  await page.goto("/results");
  await expect(page.getByRole("region", { name: "Какие результаты есть?" })).not.toContainText(workTitle);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a file is brought, applied and taken back all the same", async ({ pageOf }) => {
    const page = await pageOf("deputy");
    await page.goto("/results/imports/new");
    await bring(page, [csv("Без скриптов", fillTemplate(template, pupils(11)))]);
    await expect(page.getByRole("button", { name: "Применить файл" })).toBeVisible(READ);
    await page.getByRole("button", { name: "Применить файл" }).click();
    await expect(page.getByText("Файл применён", { exact: false }).first()).toBeVisible();
    await expectInAnalysis(page, "Работу писали 11 участников");
    await takeBack(page);
  });
});

async function bring(page: Page, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  await page.getByLabel("Файлы с результатами").setInputFiles(files);
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/results\/imports(\/\d+$|\?from=)/);
}

/** What the analysis says of who took part; comes back to where the person was. */
async function expectInAnalysis(page: Page, sentence: string): Promise<void> {
  const here = page.url();
  await page.goto(analysis);
  await expect(page.getByRole("region", { name: "Кто писал работу?" })).toContainText(sentence);
  await page.goto(here);
}

async function takeBack(page: Page): Promise<void> {
  await unfold(page.getByRole("group").filter({ hasText: "Отменить загрузку?" }));
  await page.getByRole("button", { name: /^Отменить загрузку файла/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Загрузка отменена" }).first()).toBeVisible();
}

async function unfold(fold: Locator): Promise<void> {
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
}

function fact(place: Locator, term: string): Locator {
  return place.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd");
}
