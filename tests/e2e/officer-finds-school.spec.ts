import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

const byName = new Intl.Collator("ru", { numeric: true });

test("the officer comes from the desk to the school that needs help, and to how its numbers were computed", async ({
  pageOf,
}) => {
  const page = await pageOf("municipality");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Кто что передал — вся таблица" }).click();
  await expect(page.getByRole("table")).toContainText("загружено");
  await expect(page.getByRole("table")).toContainText("срок прошёл");

  await page.getByRole("navigation", { name: "Разделы" }).getByRole("link", { name: "Признаки" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Признаки низких результатов");
  const flagged = page.getByRole("region", { name: "Какие школы и почему" });
  const school = flagged.getByRole("article").first();
  await expect(school).toContainText(/устойчиво|на границе/);
  await expect(page.getByRole("region", { name: "По какому правилу" })).toContainText("Редакция");

  await school.getByRole("heading", { level: 3 }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("признаки низких результатов");
  await expect(page.getByRole("region", { name: "Следующий шаг" })).toContainText("поддержке");

  const procedure = page.getByRole("row").nth(1);
  const [counted] = /из\s\d+/.exec((await procedure.textContent()) ?? "") ?? [];
  await procedure.getByRole("link").click();
  const marks = page.getByRole("region", { name: "Какие отметки получили?" });
  await marks.getByRole("link", { name: /^Как это посчитано.*Качество знаний$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Качество знаний");
  const formula = (await page.getByText(/^\(\d+ \+ \d+\) \/ \d+ × 100 = /).textContent()) ?? "";
  expect(computed(formula)).toBeCloseTo(saidIn(formula), 1);
  expect(counted).toContain(`из ${formula.match(/\/ (\d+)/)?.[1]}`);
  await expect(page.getByText("Отпечаток исходных данных")).toBeVisible();
});

test("lists of schools stand by name, and no result can put them in another order", async ({ pageOf }) => {
  const page = await pageOf("municipality");
  await page.goto("/flags");
  const names = page.getByRole("region", { name: "Какие школы и почему" }).getByRole("heading", { level: 3 });
  await expectByName(names);

  await page.goto("/desk/delivery");
  await expectByName(page.getByRole("rowheader"));
  await expectNoSorting(page);

  await page.goto("/insights");
  await page
    .getByRole("region", { name: "Какие работы написали", exact: false })
    .getByRole("link")
    .first()
    .click();
  const schools = page
    .getByRole("region", { name: "Какие результаты у школ?" })
    .getByRole("rowheader")
    .filter({ hasNotText: "Всего" });
  const order = await expectByName(schools);
  await expectNoSorting(page);
  await page.goto(`${page.url()}?sort=quality&order=desc`);
  expect(await expectByName(schools)).toEqual(order);
});

/** The value that the numbers of «(4 + 10) / 24 × 100 = 58,3 %» come to. */
function computed(formula: string): number {
  const [, four, five, all] = /\((\d+) \+ (\d+)\) \/ (\d+)/.exec(formula) ?? [];
  return ((Number(four) + Number(five)) / Number(all)) * 100;
}

function saidIn(formula: string): number {
  return Number(/= ([\d,]+)/.exec(formula)?.[1]?.replace(",", "."));
}

async function expectByName(names: Locator): Promise<string[]> {
  await expect(names.nth(1)).toBeVisible();
  const texts = await names.allTextContents();
  expect(texts).toEqual([...texts].sort(byName.compare));
  return texts;
}

async function expectNoSorting(page: Page): Promise<void> {
  await expect(page.getByRole("columnheader").getByRole("link")).toHaveCount(0);
  await expect(page.getByRole("columnheader").getByRole("button")).toHaveCount(0);
  await expect(page.locator("[aria-sort]")).toHaveCount(0);
}
