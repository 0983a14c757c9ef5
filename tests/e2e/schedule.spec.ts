import { violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

/** A public holiday of the demo year, and what the work is called: each run has one of its own. */
const HOLIDAY = "2027-02-23";
const title = `Реформы ${Date.now() % 100_000}`;

test("a deputy head places a work against a holiday, takes a free date, publishes, and a parent reads it", async ({
  pageOf,
  browser,
}) => {
  const page = await pageOf("deputy");
  await page.goto("/schedule");
  const school = /\/schedule\/(\d+)/.exec(page.url())?.[1];
  await page.getByRole("link", { name: "Поставить работу" }).click();

  await page.getByLabel("Предмет", { exact: true }).selectOption("История");
  await page.getByLabel("Название").fill(title);
  await page.getByLabel("9А", { exact: true }).check();
  await page.getByLabel("Урок").selectOption("3");
  await page.getByLabel("Дата").fill(HOLIDAY);
  // The rules speak before anything is sent, and quote the clause.
  const said = page.getByRole("status").filter({ hasText: "Конфликт" });
  await expect(said).toContainText("каникулы или праздник");
  const free = page.getByRole("group", { name: "Ближайшие свободные даты" }).getByRole("button");
  await expect(free).toHaveCount(3);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole("button", { name: "Поставить", exact: true }).click();
  await expect(page.getByText(/^Работа не поставлена/)).toBeVisible();
  await free.first().click();
  const day = await page.getByLabel("Дата").inputValue();
  expect(day).not.toBe(HOLIDAY);
  await expect(page.getByText("В этот день ни одно правило не нарушено")).toBeVisible();
  await page.getByRole("button", { name: "Поставить", exact: true }).click();
  await expect(page.getByText("Работа стоит в графике.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: title })).toContainText("Без замечаний");

  await page.goto(`/schedule/${school}/publish?year=2026`);
  await page.getByLabel("Что изменилось и почему").fill("Добавлена работа по истории в 9А.");
  await page.getByLabel("Знаю об этом и публикую").check();
  await page.getByRole("button", { name: /Опубликовать редакцию/ }).click();
  await expect(page.getByText(/Опубликована редакция \d+/)).toBeVisible();
  const address = await page.getByRole("link", { name: "Как видят родители" }).getAttribute("href");

  const outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const parent = await outside.newPage();
  await parent.goto(address ?? "");
  await parent.getByLabel("Класс", { exact: true }).selectOption("9А");
  await parent.getByRole("button", { name: "Показать" }).click();
  await expect(parent.getByRole("row").filter({ hasText: title })).toContainText(
    day.split("-").reverse().join("."),
  );
  await parent.getByText("Подписаться в календаре").click();
  const feed = await parent.getByRole("link", { name: "9А", exact: true }).getAttribute("href");
  const text = await (await outside.request.get(feed ?? "")).text();
  expect(text.replaceAll(/\r\n[ \t]/g, "")).toContain(title);
  await outside.close();
});

test("the public calendar holds no script and weighs at most 100 kB", async ({ browserOf }) => {
  const { request } = await browserOf(null);
  const list = await (await request.get("/calendar")).text();
  const school = /href="(\/calendar\/[^"?]+)"/.exec(list)?.[1] ?? "";
  for (const html of [list, await (await request.get(school)).text()]) {
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(html.length).toBeLessThanOrEqual(100_000);
  }
});
