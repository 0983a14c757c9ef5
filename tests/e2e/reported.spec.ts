import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { env } from "#lib/platform/env.ts";
import { sidewaysPixels, structureFaults, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

/** Reading a file happens in the background; a busy machine takes its time. */
const READ = { timeout: 30_000 };

test.describe.configure({ mode: "serial" });

/** Ф3 of the tour: it counted one pupil less than the portal has. */
function report(): string {
  const folder = join(env.PORTAL_DATA, "tour");
  const name = readdirSync(folder).find((one) => one.startsWith("6."));
  if (name === undefined) throw new Error("The tour has no report");
  return join(folder, name);
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await structureFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
}

async function bring(page: Page): Promise<void> {
  await page.goto("/results/imports/new");
  await page.getByLabel("Файлы с результатами").setInputFiles(report());
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/results\/(reported\/)?imports\/\d+$/);
}

test("a report with ready totals is applied and its differences stand first, with what may have made them", async ({
  pageOf,
}) => {
  const page = await pageOf("deputy");
  await bring(page);
  await expect(page.getByText("Это отчёт с готовыми итогами")).toBeVisible(READ);
  const understood = page.getByRole("region", { name: "Что портал понял?" });
  await expect(understood).toContainText("Ф3 «Статистика по отметкам»");
  await expect(understood).toContainText("1 школа");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Применить отчёт" }).click();
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /^.*Отчёт применён/ })
      .first(),
  ).toBeVisible();

  await page.getByRole("link", { name: /^Показать расхождения/ }).click();
  await page.getByRole("row").filter({ hasText: "СОШ № 7" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Сверка с отчётом");
  await expect(page.getByText(/^Расход/).first()).toBeVisible();
  const table = page.getByRole("region", { name: "Что расходится?" });
  const pupils = table.getByRole("row").filter({ hasText: "Участники" });
  await expect(pupils).toContainText("−1");
  await expect(pupils).toContainText("расходится");
  await expect(table.getByRole("row").filter({ hasText: "совпало" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Почему числа могут расходиться?" })).toContainText(
    "В отчёте участников меньше",
  );
  await expectAccessible(page);

  await page.getByRole("link", { name: "Показать все показатели" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Организации" })).toContainText("совпало");
});

test("the analysis leads to the comparison, and back", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/reported");
  await page.getByRole("row").filter({ hasText: "Русский язык, 4 класс" }).getByRole("link").click();
  await page.getByRole("row").filter({ hasText: "СОШ № 7" }).getByRole("link").click();
  await page.getByRole("link", { name: "К анализу" }).click();
  await page.getByRole("link", { name: "Сверить с отчётом ФИС ОКО" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Сверка с отчётом");
});

test("the same report again changes nothing", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await bring(page);
  await expect(page.getByText("Этот отчёт уже загружен: ничего не изменилось")).toBeVisible(READ);
  await expect(page.getByRole("button", { name: "Применить отчёт" })).toHaveCount(0);
});

test("taken back, its figures are shown no more", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/results/imports");
  await page
    .getByRole("row")
    .filter({ hasText: "6. Отчёт с итогами" })
    .filter({ hasText: "применён" })
    .getByRole("link")
    .first()
    .click();
  await page.getByText("Отменить загрузку отчёта?").click();
  await page.getByRole("button", { name: "Отменить загрузку отчёта" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "Загрузка отчёта отменена" }).first(),
  ).toBeVisible();
  await page.goto("/results/reported");
  await expect(page.getByRole("row").filter({ hasText: "Русский язык, 4 класс" })).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a report is brought, applied and taken back all the same", async ({ pageOf }) => {
    const page = await pageOf("deputy");
    await bring(page);
    await expect(page.getByRole("button", { name: "Применить отчёт" })).toBeVisible(READ);
    await page.getByRole("button", { name: "Применить отчёт" }).click();
    await expect(page.getByText("Отчёт применён", { exact: false }).first()).toBeVisible();
    await page.getByText("Отменить загрузку отчёта?").click();
    await page.getByRole("button", { name: "Отменить загрузку отчёта" }).click();
    await expect(page.getByText("Загрузка отчёта отменена", { exact: false }).first()).toBeVisible();
  });
});
