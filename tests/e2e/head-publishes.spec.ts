import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

const TITLE = "Как прошли проверочные работы: отчёт для проверки";

test("a draft is checked, published, amended with a note and withdrawn, and the public sees each step", async ({
  pageOf,
  browserOf,
  expected,
}) => {
  test.setTimeout(120_000);
  // The addresses of withdrawn editions answer with 410 on purpose.
  expected.push(/the server responded with a status of 410/);
  const page = await pageOf("head");
  const reader = await (await browserOf(null)).newPage();

  await page.goto("/reports/drafts");
  await page.getByLabel("Название").fill(TITLE);
  await page.getByRole("button", { name: "Начать черновик" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  const draft = page.url();
  await page.getByLabel("Вступление").fill("Разберём трудные темы на консультациях.");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await expect(page.getByText("Черновик сохранён.")).toBeVisible();
  await expect(page.getByText("Отчёт ещё не публиковали.")).toBeVisible();

  await page.getByRole("link", { name: "Посмотреть, как увидят все" }).click();
  await expect(page.getByRole("heading", { name: "Что это значит?" })).toBeVisible();
  await page.getByRole("link", { name: "Вернуться к черновику" }).click();

  // Nothing goes out before every warning was read.
  const check = page.getByRole("region", { name: "Можно ли публиковать?" });
  const warnings = await check.getByRole("checkbox").count();
  if (warnings > 0) {
    await check.getByRole("button", { name: "Опубликовать редакцию 1" }).click();
    await expect(check.getByRole("alert")).toContainText("подтвержд");
  }
  await confirmAll(page);
  await check.getByRole("button", { name: "Опубликовать редакцию 1" }).click();
  const done = page.getByRole("status").filter({ hasText: "Опубликована редакция 1" });
  const first = await done.getByRole("link", { name: "Открыть, как видят все" }).getAttribute("href");
  const newest = first?.replace(/\/1$/, "") ?? "";

  await reader.goto(newest);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText(TITLE);
  await expect(reader.getByText("Разберём трудные темы на консультациях.")).toBeVisible();
  await expectFingerprint(reader, first ?? "");

  // A second edition needs a note, and the first keeps its address.
  await page.goto(draft);
  await page.getByLabel("Вступление").fill("Консультации — по средам, кабинет 214.");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await expect(page.getByText("Черновик сохранён.")).toBeVisible();
  await confirmAll(page);
  await page.getByRole("button", { name: "Опубликовать редакцию 2" }).click();
  await expect(check.getByRole("alert")).toBeVisible();
  await confirmAll(page);
  await page.getByLabel("Что изменилось").fill("Добавили время консультаций.");
  await page.getByRole("button", { name: "Опубликовать редакцию 2" }).click();
  await expect(page.getByText("Опубликована редакция 2", { exact: false })).toBeVisible();

  await reader.goto(newest);
  await expect(reader.getByText("Добавили время консультаций.").first()).toBeVisible();
  await reader.goto(`${newest}/1`);
  await expect(reader.getByText("Разберём трудные темы на консультациях.")).toBeVisible();
  await expect(reader.getByText("Есть более новая редакция", { exact: false })).toBeVisible();

  // Withdrawn: the address stays and says why; no number is left, in no file.
  await page.goto(draft);
  await withdraw(page, 2, "Проверяем протокол ещё раз.");
  await reader.goto(`${newest}/2`);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("Редакция 2 отозвана");
  await expect(reader.getByText("Проверяем протокол ещё раз.")).toBeVisible();
  await expectNoNumbers(reader);
  for (const file of ["data.json", "data.csv"])
    expect([404, 410], file).toContain((await reader.request.get(`${newest}/2/${file}`)).status());
  await reader.goto(newest);
  await expect(reader.getByText("Разберём трудные темы на консультациях.")).toBeVisible();

  await page.goto(draft);
  await withdraw(page, 1, "Отчёт был пробным.");
  await reader.goto(newest);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText("отозван");
  await expectNoNumbers(reader);
});

async function confirmAll(page: Page): Promise<void> {
  const boxes = page.getByRole("region", { name: "Можно ли публиковать?" }).getByRole("checkbox");
  for (const box of await boxes.all()) await box.check();
}

async function withdraw(page: Page, edition: number, reason: string): Promise<void> {
  const fold = page.getByRole("group").filter({ hasText: `Отозвать редакцию ${edition}?` });
  await fold.locator("summary").click();
  await fold.getByLabel("Причина").fill(reason);
  await fold.getByRole("button", { name: `Отозвать редакцию ${edition}` }).click();
  await expect(page.getByText(`Редакция ${edition} отозвана`, { exact: false }).first()).toBeVisible();
}

/** The printed fingerprint is that of the file with the numbers, as the page says. */
async function expectFingerprint(reader: Page, address: string): Promise<void> {
  const body = await (await reader.request.get(`${address}/data.json`)).body();
  const fingerprint = createHash("sha256").update(body).digest("hex");
  await expect(reader.getByText(fingerprint)).toBeVisible();
}

async function expectNoNumbers(reader: Page): Promise<void> {
  await expect(reader.getByRole("table")).toHaveCount(0);
  await expect(reader.getByRole("main")).not.toContainText(/%|участник|учеников/);
}
