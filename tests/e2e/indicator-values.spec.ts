import { expect, test } from "./support/journey.ts";

// A short way: the deputy enters what no table knows, sees the value and how it was made, tries a formula and keeps a table.

test("entered data become a value with its origin", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/indicators/values/entry?year=2023");
  const form = page.locator("form", { has: page.getByLabel("Всего педагогов") });
  await form.getByLabel("Всего педагогов").fill("40");
  await form.getByLabel("С высшим образованием").fill("34");
  await form.getByLabel("На основании чего").fill("Штатное расписание");
  await form.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByRole("status").filter({ hasText: /Записан|Ничего не изменилось/ })).toBeVisible();
  await expect(async () => {
    await page.goto("/indicators/values?year=2023&all=1");
    await expect(page.getByRole("row", { name: /1\.25 / })).toContainText("85,0 %");
  }).toPass({ timeout: 10_000 });
  await page.getByRole("link", { name: /^1\.25 / }).click();
  await expect(page.getByText("34 ÷ 40 × 100 = 85,0 %")).toBeVisible();
  await expect(page.getByText("Штатное расписание").first()).toBeVisible();
});

test("a wrong formula is marked at its characters, a right one is tried on last year", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/indicators/formula");
  await page.getByLabel("Числитель").first().fill("works_n5 + hours_taught");
  await page.getByLabel("Знаменатель").first().fill("works_scored");
  await page.getByRole("button", { name: "Проверить и посчитать" }).click();
  await expect(page.getByText("слева чел., справа ч").first()).toBeVisible();
  await page.getByLabel("Числитель").first().fill("works_n5 + works_n4");
  await page.getByRole("button", { name: "Проверить и посчитать" }).click();
  await expect(page.getByText("Формула верна")).toBeVisible();
});

test("a table of the bank is kept under an address of its own", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/indicators/bank?codes=1.24,1.25&years=2023");
  await page.getByLabel("Название").fill("Кадры");
  await page.getByRole("button", { name: "Заморозить таблицу" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Кадры" })).toBeVisible();
  await expect(page.getByText("Отпечаток совпадает")).toBeVisible();
});
