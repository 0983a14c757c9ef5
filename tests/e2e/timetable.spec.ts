import { violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

const YEAR = "2026";

test("a deputy head pastes a timetable, corrects a lesson by keyboard without scripts, and the rules use it", async ({
  pageOf,
  browser,
}) => {
  const page = await pageOf("deputy");
  await page.goto(`/schedule?year=${YEAR}`);
  await page.waitForURL(/\/schedule\/\d+/);
  const here = `${new URL(page.url()).pathname}/timetable`;

  await page.goto(`${here}/import?year=${YEAR}`);
  const table = [
    ["День", "Урок", "4Б", "4В", "1Ъ"],
    ["Понедельник", "1", "Математика", "Русский язык", "Музыка"],
    ["", "2", "Английский язык / Информатика", "Алхимия", ""],
  ];
  await page.getByLabel(/^Таблица: день/).fill(table.map((row) => row.join("\t")).join("\n"));
  await page.getByRole("button", { name: "Проверить таблицу" }).click();
  await page.waitForURL(/\/import\/\d+/);
  const row = (label: string) =>
    page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label }) });
  await expect(row("4В")).toContainText("предмет «Алхимия» не знаком");
  await expect(row("1Ъ")).toContainText("нет в реестре");
  expect(await violationsOf(page)).toEqual([]);
  // A walk that was broken off may have left the same timetable: then there is nothing to bring in.
  const apply = page.getByRole("button", { name: /^Внести расписание/ });
  await expect(apply.or(page.getByText(/^Вносить нечего/))).toBeVisible();
  if (await apply.isVisible()) {
    await apply.click();
    await page.waitForURL(/imported=/);
    await expect(page.getByText(/^Внесено расписание/)).toBeVisible();
  }

  const cookies = await page.context().cookies();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: "ru-RU",
  });
  await plain.addCookies(cookies);
  const form = await plain.newPage();
  await form.goto(`${here}/edit?year=${YEAR}&class=4${encodeURIComponent("Б")}&from=${YEAR}-09-01`);
  const monday = form.getByRole("group", { name: "Понедельник" });
  await expect(monday.getByLabel(/урок 2$/)).toHaveValue("Английский язык / Информатика");
  await monday.getByLabel(/урок 2$/).press("Tab");
  await form.keyboard.type("Физкультура");
  await form.keyboard.press("Enter");
  await form.waitForURL(/saved=/);
  await expect(form.getByText("Расписание сохранено: 4Б.")).toBeVisible();
  // The demo school goes without timetables again.
  await form
    .getByRole("row")
    .filter({ hasText: "4Б" })
    .getByRole("link", { name: /^с 01\.09/ })
    .click();
  await form.getByRole("button", { name: "Удалить это расписание" }).click();
  await expect(form.getByRole("row").filter({ hasText: "4Б" })).toContainText("не внесено");
  await plain.close();
});

test("a work dragged to another week opens its move on the same weekday of that week", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/schedule?year=${YEAR}`);
  await page.waitForURL(/\/schedule\/\d+/);
  await page.goto(`${new URL(page.url()).pathname}?year=${YEAR}&view=grid`);
  const work = page.locator("li[data-move]").first();
  const week = work.locator("xpath=ancestor::tr");
  const next = week.locator("xpath=following-sibling::tr[1]");
  const [on, monday, target] = [
    await work.getAttribute("data-on"),
    await week.getAttribute("data-week"),
    await next.getAttribute("data-week"),
  ];
  const days = (from: string | null) => Date.parse(`${from}T00:00:00Z`) / 86_400_000;
  const expected = new Date((days(target) + days(on) - days(monday)) * 86_400_000).toISOString().slice(0, 10);

  const cell = next.getByRole("cell").first();
  // Until the page's script runs there is nothing that could take the work.
  await expect(async () => {
    await page.mouse.up();
    await work.hover({ position: { x: 10, y: 10 } });
    await page.mouse.down();
    await cell.hover();
    await cell.hover();
    await expect(next).toHaveAttribute("data-over", "", { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await page.mouse.up();

  await page.waitForURL(/\/works\/\d+\?.*on=/);
  await expect(page.getByLabel("Дата").first()).toHaveValue(expected);
});
