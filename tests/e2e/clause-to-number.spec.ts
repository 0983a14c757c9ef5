import type { Page } from "@playwright/test";
import { violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

// One indicator of each object of assessment; B16 follows from the registry, so that its number is there at once.
const codes = ["A3", "B16", "C4", "D5"];

test.describe.configure({ mode: "serial" });

test("a head adopts indicators and the act; the act's clause leads to the number, and the number to the clause", async ({
  pageOf,
}) => {
  test.setTimeout(120_000);
  const page = await pageOf("head");
  for (const code of codes) await adoptIndicator(page, code);

  await page.goto("/acts");
  const adopted = page.getByRole("row").filter({ hasText: "принято" }).getByRole("link");
  // Walked a second time, the act is there already: one is not adopted twice on a day.
  if ((await adopted.count()) > 0) await adopted.first().click();
  else await adoptAct(page);
  await page.getByRole("link", { name: "Открыть в разделе «Документы»" }).click();
  await page.waitForURL(/\/regulations\/[^/]+$/);

  // From the clause to the number …
  const clause = page.getByRole("link", { name: "7.2", exact: false }).first();
  await clause.click();
  await expect(page.getByRole("main")).toContainText("Показатели условий");
  await page.getByRole("link", { name: /B16/ }).first().click();
  await page.waitForURL(/\/indicators\/B16/);
  await expect(page.getByRole("region", { name: /Какие значения/ })).toContainText(/\d+,\d\sчел/);
  // … and back.
  const basis = page.getByRole("region", { name: /На чём основан/ });
  await basis
    .getByRole("link", { name: /7\.2|Положение о внутренней/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/regulations\/.+\/clauses\/indicators\.conditions/);
});

test("the act goes away as DOCX", async ({ pageOf }) => {
  const page = await pageOf("head");
  await page.goto("/acts");
  await page
    .getByRole("link", { name: /Положение о внутренней системе/ })
    .first()
    .click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Скачать DOCX" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("Положение о внутренней системе оценки качества образования.docx");
});

async function adoptIndicator(page: Page, code: string): Promise<void> {
  await page.goto(`/indicators/${code}`);
  const adopt = page.getByRole("button", { name: "Принять показатель" });
  if ((await adopt.count()) === 0) return;
  await adopt.click();
  await expect(page.getByText(/: измеряется с /)).toBeVisible({ timeout: 20_000 });
}

async function adoptAct(page: Page): Promise<void> {
  // A school has one draft at a time: the walk goes on with the one that is there.
  const begin = page.getByRole("button", { name: "Составить положение" });
  const draft = page.getByRole("row").filter({ hasText: "черновик" }).getByRole("link");
  await begin.or(draft).first().click();
  await page.waitForURL(/\/acts\/\d+$/);
  await expect(page.getByText("Обязательные части на месте")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByLabel("Номер приказа").fill("01-07/315");
  await page.getByRole("button", { name: "Принять положение" }).click();
}
