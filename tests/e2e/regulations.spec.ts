import type { Page } from "@playwright/test";
import { docxOf, plain, table } from "../regulations/docx/sample.ts";
import { sidewaysPixels, structureFaults, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

const title = `Положение о кружках ${Date.now()}`;
let address = "";

test.describe.configure({ mode: "serial" });

async function clean(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await structureFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0);
}

test("a document of Word becomes a draft only after the deputy has looked at it", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/regulations/new");
  await page.getByLabel("Полное название").fill(title);
  await page.getByLabel("Показывать всем в открытой части портала").check();
  await page.getByRole("button", { name: "Добавить документ" }).click();
  await page.getByRole("link", { name: "Новая редакция" }).click();
  await page.getByLabel("Номер редакции").fill("1");
  await page.getByLabel("День принятия").fill("2026-08-28");
  await page.getByLabel("Действует с").fill("2026-09-01");
  await page.getByLabel("Кто прин").fill("педагогический совет");
  await page.getByRole("button", { name: "Начать проект" }).click();
  await page.waitForURL(/\/editions\/\d+$/);
  address = page.url();

  const field = page.getByLabel("Документ DOCX");
  await field.setInputFiles({
    name: "скан.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("%PDF-1.7"),
  });
  await page.getByRole("button", { name: "Прочитать", exact: true }).click();
  // Next keeps an empty alert of its own on every page.
  await expect(
    page.getByRole("alert").filter({ hasText: "Это PDF: пункты из него не читаются" }),
  ).toBeVisible();

  const bytes = await docxOf([
    plain("УТВЕРЖДЕНО"),
    plain("1. Общие положения"),
    plain("1.1. Кружки открыты для всех учеников."),
    plain("1.2. Расписание вывешивают до 10 сентября."),
    table(["Кружок", "День"], ["Шахматы", "среда"]),
  ]);
  await field.setInputFiles({
    name: "Положение.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(bytes),
  });
  await page.getByRole("button", { name: "Прочитать", exact: true }).click();
  await page.waitForURL(/\/import\/\d+$/);
  await expect(page.getByRole("row")).toHaveCount(5);
  await clean(page);
  await page.getByRole("checkbox", { name: "Не брать строку 1" }).check();
  await page.getByRole("button", { name: "Взять текст в проект" }).click();
  await page.waitForURL(/taken=1/);
  await expect(page.getByText("Шахматы | среда")).toBeVisible();
  await expect(page.getByText("УТВЕРЖДЕНО")).toHaveCount(0);
  await expect(page.getByText("Принимает руководитель.")).toBeVisible();
  await clean(page);
});

test("the head adopts it and asks the teachers to read it", async ({ pageOf }) => {
  const page = await pageOf("head");
  await page.goto(address);
  await page.getByRole("button", { name: "Принять редакцию" }).click();
  await expect(page.getByText("Редакция принята.")).toBeVisible();
  await clean(page);
  await page.getByRole("link", { name: "Лист ознакомления" }).click();
  await page.getByLabel("Учитель").check();
  await page.getByLabel("До какого дня").fill("2030-09-10");
  await page.getByRole("button", { name: "Попросить ознакомиться" }).click();
  await expect(page.getByRole("heading", { name: /Ознакомились 0 из \d/ })).toBeVisible();
  await clean(page);
});

test("a teacher finds it on the desk, reads it and says so", async ({ pageOf }) => {
  const page = await pageOf("teacher");
  await page.goto("/desk");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Я прочитал(а) этот документ" }).click();
  await expect(page.getByText("Вы ознакомились")).toBeVisible();
  await page.getByRole("link", { name: "Пункт 1.1: что на нём стоит" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Пункт 1.1");
  await clean(page);
});

test("everybody finds it by another form of a word, without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/regulations/public?q=${encodeURIComponent("расписания кружка")}`);
  const found = page.getByRole("link", { name: /Пункт 1\.2/ });
  await found.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Положение о кружках");
  await expect(page.getByText("Расписание вывешивают до 10 сентября.")).toBeVisible();
  await context.close();
});
