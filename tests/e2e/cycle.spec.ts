import { sidewaysPixels, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

const title = `Сверка журналов ${Date.now().toString(36)}`;
let line = "";

test.describe.configure({ mode: "serial" });

test("a deputy adds a line to the school's yearly cycle; overdue, it stands on the head's desk", async ({
  pageOf,
}) => {
  const page = await pageOf("deputy");
  await page.goto("/schedule/cycle");
  await expect(page.getByText(/Наступил срок \d+ пункт/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
  await page.getByRole("link", { name: "Добавить пункт" }).click();
  await page.getByLabel("Что делается").fill(title);
  await page.getByRole("button", { name: "Добавить пункт" }).click();
  await expect(page.getByRole("alert", { name: /Исправьте/ })).toContainText("Выберите день");
  await expect(page.getByLabel("Что делается")).toHaveValue(title);
  await page.getByLabel("Что получится").fill("Справка");
  // The first day of the demo's school year: nothing stands before it on the desk.
  await page.getByLabel("Срок").fill("2026-08-03");
  await page.getByRole("button", { name: "Добавить пункт" }).click();
  await page.waitForURL(/\/schedule\/cycle\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("Просрочено")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  line = new URL(page.url()).pathname;

  const desk = await pageOf("head");
  await desk.goto("/desk");
  await expect(desk.getByRole("region", { name: "Циклограмма ВСОКО" })).toContainText(title);
});

test("nothing is done without what shows it; then the line leaves the desk", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto(line);
  await page.getByRole("radio", { name: "Сделано" }).check();
  await page.getByRole("button", { name: "Сохранить", exact: true }).click();
  await expect(page.getByRole("alert", { name: /Исправьте/ })).toContainText("чем это подтверждается");
  await page.getByLabel("Чем это подтверждается").fill("Справка от 03.08.2026 № 4");
  await page.getByLabel("Когда сделано").fill("2026-08-03");
  await page.getByRole("button", { name: "Сохранить", exact: true }).click();
  await expect(page.getByText("Сделано 3 августа 2026")).toBeVisible();

  const desk = await pageOf("head");
  await desk.goto("/desk");
  await expect(desk.getByText(title)).toHaveCount(0);
});

test("an office sees how far each school has come", async ({ pageOf }) => {
  const page = await pageOf("municipality");
  await page.goto("/schedule/cycle");
  const table = page.getByRole("region", { name: /Выполнение циклограмм/ });
  await expect(table.getByRole("row").filter({ hasText: "МБОУ СОШ № 7" })).toContainText("%");
  expect(await violationsOf(page)).toEqual([]);
});
