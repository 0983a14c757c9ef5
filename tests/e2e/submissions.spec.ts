import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";
import { picture } from "./support/picture.ts";
import { fillTemplate, pupils } from "./support/results-file.ts";

/** Reading a file and the check rules happen in the background; a busy machine takes its time. */
const READ = { timeout: 45_000 };
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const RETURNED = "В 4 классах меньше участников, чем в списке: проверьте.";
let template = "";
let workTitle = "";
/** The address of the submission. */
let submission = "";

test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async ({ browser, signedIn }) => {
  const context = await browser.newContext({ storageState: await signedIn("deputy") });
  const page = await context.newPage();
  await page.goto("/results/templates");
  workTitle = (await page.getByLabel("Работа").locator("option").first().textContent()) ?? "";
  await page.getByRole("radio", { name: /^csv/ }).check();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Скачать шаблон" }).click(),
  ]);
  template = readFileSync((await file.path()) ?? "", "utf8");
  await context.close();
});

test("an officer opens a campaign, and the school finds it on its desk", async ({ pageOf }) => {
  const officer = await pageOf("municipality");
  await officer.goto("/results/submissions/campaigns");
  await officer.getByLabel("Название").fill("Проверка пути результатов");
  await officer.getByLabel("Начало сбора").fill(day(-10));
  await officer.getByLabel("Срок", { exact: true }).fill(day(5));
  await officer.getByLabel("Конец сбора").fill(day(3));
  await officer.getByRole("checkbox", { name: workTitle, exact: true }).check();
  await officer.getByRole("button", { name: "Открыть кампанию" }).click();
  await expect(officer.getByText("Дни должны идти по порядку", { exact: false }).first()).toBeVisible();
  expect(await violationsOf(officer)).toEqual([]);
  await officer.getByLabel("Конец сбора").fill(day(10));
  await officer.getByRole("button", { name: "Открыть кампанию" }).click();
  await officer.waitForURL(/\/campaigns\/\d+$/);
  await expect(officer.getByRole("heading", { level: 1 })).toHaveText("Проверка пути результатов");
  await expect(officer.getByRole("region", { name: "Как идёт сбор?" })).toContainText("Ждём результатов");
  expect(await violationsOf(officer)).toEqual([]);

  const deputy = await pageOf("deputy");
  await deputy.goto("/desk");
  const tasks = deputy.getByRole("region", { name: "Что ждёт вашего решения" });
  await expect(tasks.getByRole("link").filter({ hasText: workTitle })).toContainText(
    "загрузите результаты до",
  );
  await deputy.goto("/results/submissions/reminders");
  await expect(deputy.getByRole("region", { name: "Какое письмо было бы сегодня?" })).toContainText(
    workTitle,
  );
  expect(await violationsOf(deputy)).toEqual([]);
});

test("a deputy submits only what has no open error and no unexplained warning", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await bringAndApply(page, "Передача", fillTemplate(template, pupils(17, 80_001)));
  await page.goto("/results/submissions");
  await page.getByRole("link", { name: workTitle, exact: true }).click();
  await page.waitForURL(/\/results\/submissions\/\d+\/\d+$/);
  submission = page.url();
  await checksDone(page);
  await expect(page.getByRole("region", { name: "Все ли писали работу?" })).toContainText(
    "Нет в результатах",
  );
  expect(await violationsOf(page)).toEqual([]);

  const submit = page.getByRole("button", { name: "Передать на утверждение" });
  await submit.click();
  await expect(page.getByRole("alert").filter({ hasText: "есть замечания без пояснения" })).toBeVisible();
  await picture(page, "submit-5-explain");
  await confirmAll(page);
  await submit.click();
  await expect(page.getByRole("status").filter({ hasText: "переданы на утверждение" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Отозвать передачу" })).toBeVisible();
  await picture(page, "submit-6-submitted");
});

test("the head approves, the officer returns with a reason, and the deputy reads it", async ({ pageOf }) => {
  await approve(await pageOf("head"));

  const officer = await pageOf("municipality");
  await officer.goto(submission);
  await unfold(officer, "Вернуть школе");
  await officer.getByRole("button", { name: "Вернуть школе" }).click();
  await expect(officer.getByRole("alert").filter({ hasText: "Напишите причину" })).toBeVisible();
  await unfold(officer, "Вернуть школе");
  await officer.getByLabel("Причина").fill(RETURNED);
  await officer.getByRole("button", { name: "Вернуть школе" }).click();
  await expect(officer.getByRole("status").filter({ hasText: "возвращены школе" })).toBeVisible();

  const deputy = await pageOf("deputy");
  await deputy.goto("/desk");
  await deputy
    .getByRole("link")
    .filter({ hasText: `результаты возвращены. Причина: ${RETURNED}` })
    .click();
  await expect(deputy.getByRole("region", { name: "Где результаты сейчас?" })).toContainText(RETURNED);
});

test("the deputy corrects, and the results are accepted and locked", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await bringAndApply(page, "Передача, исправлено", fillTemplate(template, pupils(18, 80_001)));
  await page.goto(submission);
  await checksDone(page);
  await confirmAll(page);
  await page.getByRole("button", { name: "Передать на утверждение" }).click();
  await expect(page.getByRole("status").filter({ hasText: "переданы на утверждение" })).toBeVisible();
  await approve(await pageOf("head"));

  const officer = await pageOf("municipality");
  await officer.goto("/results/submissions");
  expect(await violationsOf(officer)).toEqual([]);
  await officer.getByRole("checkbox", { name: workTitle }).first().check();
  await officer.getByRole("button", { name: "Принять отмеченные" }).click();
  await expect(officer.getByText("Сейчас ничего.")).toBeVisible();
  await officer.goto(submission);
  await officer.getByRole("button", { name: "Закрыть окончательно" }).click();
  await expect(officer.getByRole("status").filter({ hasText: "Результаты закрыты" })).toBeVisible();
  expect(await violationsOf(officer)).toEqual([]);
});

test("a locked result refuses a file until it is unlocked with a reason; the history of a row tells it all", async ({
  pageOf,
}) => {
  const page = await pageOf("deputy");
  await bring(page, "После закрытия", fillTemplate(template, pupils(19, 80_001)));
  await page.getByRole("button", { name: "Применить файл" }).click(READ);
  await expect(page.getByRole("alert").filter({ hasText: "Результаты закрыты от изменений" })).toBeVisible();
  const file = page.url();

  const officer = await pageOf("municipality");
  await officer.goto(submission);
  await unfold(officer, "Открыть для исправлений");
  await officer.getByLabel("Причина").fill("Нашли ещё один бланк.");
  await officer.getByRole("button", { name: "Открыть для исправлений" }).click();
  await expect(officer.getByRole("status").filter({ hasText: "открыты для исправлений" })).toBeVisible();
  const history = officer.getByRole("region", { name: "Кто и что решил?" });
  await expect(history.getByRole("listitem").first()).toContainText("открыто для исправлений");
  await expect(history).toContainText("Нашли ещё один бланк.");

  await page.goto(file);
  await page.getByRole("button", { name: "Применить файл" }).click();
  await expect(page.getByText("Файл применён", { exact: false }).first()).toBeVisible();

  await page.goto(submission.replace("/results/submissions/", "/results/"));
  await page.getByRole("link", { name: "История строки 80001" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Код 80001");
  await expect(page.getByText("Файл «Передача.csv»", { exact: false })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/results/imports/new");
  await page
    .getByLabel("Файлы с результатами")
    .setInputFiles([{ name: `${name}.csv`, mimeType: "text/csv", buffer }]);
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/results\/imports(\/\d+$|\?from=)/);
  await expect(page.getByRole("button", { name: "Применить файл" })).toBeVisible(READ);
}

async function bringAndApply(page: Page, name: string, buffer: Buffer): Promise<void> {
  await bring(page, name, buffer);
  await page.getByRole("button", { name: "Применить файл" }).click();
  await expect(page.getByText("Файл применён", { exact: false }).first()).toBeVisible();
}

/** Looks again until the check rules have seen what was brought. */
async function checksDone(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Проверка по правилам ещё идёт", { exact: false })).toHaveCount(0);
  }).toPass(READ);
}

/** Writes a reason beside every warning. */
async function confirmAll(page: Page): Promise<void> {
  for (const field of await page.getByLabel("Почему это верно").all())
    await field.fill("Сверено с бланками школы");
}

async function approve(page: Page): Promise<void> {
  await page.goto("/desk");
  await page.getByRole("link").filter({ hasText: "результаты ждут вашего утверждения" }).first().click();
  await page.waitForURL(submission);
  await page.getByRole("button", { name: "Утвердить" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Результаты утверждены" })).toBeVisible();
}

async function unfold(page: Page, name: string): Promise<void> {
  const fold: Locator = page
    .getByRole("group")
    .filter({ has: page.getByRole("button", { name, includeHidden: true }) });
  if ((await fold.first().getAttribute("open")) === null) await fold.first().locator("summary").click();
}
