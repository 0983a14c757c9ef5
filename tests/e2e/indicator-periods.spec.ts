import { violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

const code = `Q${Date.now().toString(36)}`;

// A school measures something of its own by quarters: from the indicator over the form of a quarter to its value.

test("an indicator of a quarter gets its value from the form of that quarter", async ({ pageOf }) => {
  const page = await pageOf("head");
  await page.goto("/indicators/new");
  await page.getByLabel("Код", { exact: true }).fill(code);
  await page.getByLabel("Название по-русски").fill(`Часы за четверть ${code}`);
  await page.getByLabel("Название по-украински").fill(`Години за чверть ${code}`);
  await page
    .getByLabel("Определение", { exact: true })
    .fill("Проведено часов из запланированных в четверти.");
  await page.getByLabel("Периодичность").selectOption("quarter");
  await page.getByLabel("Числитель").fill("ege_scored");
  await page.getByLabel("Знаменатель").fill("ege_participants");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "только за весь учебный год" })).toBeVisible({
    timeout: 20_000,
  });
  await page.getByLabel("Числитель").fill("hours_taught");
  await page.getByLabel("Знаменатель").fill("hours_planned");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await page.waitForURL(/~s\d+$/);
  await page.getByRole("link", { name: "Продолжить черновик" }).click();
  await page.getByRole("button", { name: "Ввести редакцию 1 в действие" }).click();
  await page.waitForURL(/~s\d+$/);
  await page.getByRole("button", { name: "Принять показатель" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Показатель принят" })).toBeVisible({
    timeout: 20_000,
  });

  await page.goto("/indicators/values/entry?year=2024&part=q3");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("III четверть 2024/25");
  await expect(page.getByText("наше предложение")).toBeVisible();
  await page.getByLabel("Часов по учебному плану").fill("8 000");
  await page.getByLabel("Проведено часов").fill("7 600");
  await page.getByRole("button", { name: "Сохранить", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /Записан|Ничего не изменилось/ })).toBeVisible({
    timeout: 20_000,
  });
  expect(await violationsOf(page)).toEqual([]);

  // 7 600 of 8 000 hours.
  await expect(async () => {
    await page.goto("/indicators/values?year=2024");
    await expect(page.getByRole("row", { name: new RegExp(code) })).toContainText("95,0 %");
  }).toPass({ timeout: 20_000 });
  await page.getByRole("link", { name: new RegExp(code) }).click();
  await expect(page.getByRole("row", { name: /III четверть/ })).toContainText("7 600 из 8 000");
  expect(await violationsOf(page)).toEqual([]);
});
