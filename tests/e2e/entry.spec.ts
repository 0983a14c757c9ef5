import type { Locator, Page } from "@playwright/test";
import { violationsOf } from "./support/accessibility.ts";
import { accountOf } from "./support/accounts.ts";
import { expect, signIn, test } from "./support/journey.ts";

// A deputy types a class by keyboard: on a bad line, in two windows, with the session gone, and hands it over.

/** The server is asked again at its own pace when the line was broken. */
const AGAIN = { timeout: 30_000 };
let place = "";
let maxima: number[] = [];

test.describe.configure({ mode: "serial" });

const cells = "/api/entry/cells";
const saving = (page: Page) => page.locator("[data-saving]");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const firstTask = (page: Page, row: number) =>
  page.getByRole("row").nth(row).locator("td.entry-task").first();
/** The one field of the grid; it stands in the active cell. */
const pen = (page: Page) => page.getByRole("grid").getByRole("textbox");
/** What a cell shows: as its text, or in the field while the hand is there. */
const expectValue = (cell: Locator, value: string | RegExp) =>
  expect
    .poll(() => cell.evaluate((td) => td.querySelector("input")?.value ?? td.textContent ?? ""), AGAIN)
    .toMatch(typeof value === "string" ? new RegExp(`^${value}$`) : value);
const totalOf = (page: Page, row: number) => page.getByRole("row").nth(row).locator("td.entry-total");

async function open(page: Page): Promise<void> {
  await page.goto(place);
  await expect(page.getByRole("grid")).toBeVisible();
}

/** A block as a spreadsheet puts it on the clipboard. */
async function paste(at: Locator, rows: readonly (readonly string[])[]): Promise<void> {
  await at.click();
  await at.getByRole("textbox").evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    rows.map((row) => row.join("\t")).join("\n"),
  );
}

test("from the desk to the grid of a class, by links that can be seen", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Внести с клавиатуры" }).click();
  const free = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /^Вносить / }) })
    .filter({ has: page.locator("td:nth-child(4):text-is('0')") });
  await free.first().getByRole("link").click();
  await expect(page.getByRole("grid")).toBeVisible();
  place = new URL(page.url()).pathname;
  maxima = (await page.locator("th.entry-task .entry-max").allTextContents()).map((text) =>
    Number(/\d+/.exec(text)),
  );
  expect(maxima.length).toBeGreaterThan(3);
  // What an earlier journey has left in the draft.
  await firstTask(page, 1).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(saving(page)).toContainText(/Сохранено|Пока ничего/, AGAIN);
  expect(await violationsOf(page)).toEqual([]);
});

test("codes are made, points are typed without a mouse, and the row counts itself", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await open(page);
  await page.getByRole("button", { name: "Заполнить коды" }).click();
  await firstTask(page, 1).click();
  for (const max of maxima) await page.keyboard.type(String(max));
  const sum = maxima.reduce((all, max) => all + max, 0);
  await expect(totalOf(page, 1)).toHaveText(String(sum));
  // The hand has come to the first task of the next row by itself.
  await expect(firstTask(page, 2).getByRole("textbox")).toBeFocused();
  await page.keyboard.type("0");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("х");
  await expectValue(firstTask(page, 2), "Х");
  await page.keyboard.press("Control+z");
  await expectValue(firstTask(page, 2), /^[^Х]?$/);
  await page.keyboard.press("Control+y");
  await expectValue(firstTask(page, 2), "Х");
  await expect(saving(page)).toContainText("Сохранено", AGAIN);
});

test("a value above the maximum is told in words and named for a screen reader", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await open(page);
  const first = firstTask(page, 3);
  await first.click();
  await page.keyboard.type("9");
  if (maxima[0] !== undefined && maxima[0] < 9) {
    await expect(first).toHaveAttribute("aria-invalid", "true");
    await expect(pen(page)).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#entry-errors")).toContainText(`введено 9, а максимум ${maxima[0]}`);
    await page.getByRole("button", { name: "Готово: передать в результаты" }).click();
    await expect(first.getByRole("textbox")).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.keyboard.press("Backspace");
  await expectValue(first, "");
  await expect(saving(page)).toContainText("Сохранено", AGAIN);
});

test("a cut line loses nothing: the state says so, and what waits goes out by itself", async ({
  pageOf,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const page = await pageOf("deputy");
  await open(page);
  await firstTask(page, 3).click();
  await page.keyboard.type("1");
  await page.context().setOffline(true);
  await page.keyboard.type("10");
  await expect(saving(page)).toContainText("Ждёт связи", AGAIN);
  await expect(saving(page)).toContainText("хранится на этом компьютере");
  await page.context().setOffline(false);
  await expect(saving(page)).toContainText("Сохранено", AGAIN);
  await page.reload();
  await expectValue(firstTask(page, 3), "1");
});

test("a page that is loaded again, or another tab after this one died, still has what was not sent", async ({
  browserOf,
  expected,
}) => {
  expected.push(/ERR_FAILED|Failed to load resource/);
  const context = await browserOf("deputy");
  await context.route(`**${cells}`, (route) => route.abort());
  let page = await context.newPage();
  await open(page);
  await firstTask(page, 4).click();
  await page.keyboard.type("1");
  await page.reload();
  await expectValue(firstTask(page, 4), "1");
  await page.close();
  page = await context.newPage();
  await open(page);
  await expectValue(firstTask(page, 4), "1");
  await expect(saving(page)).toContainText("Ждёт связи", AGAIN);
  await context.unroute(`**${cells}`);
  await expect(saving(page)).toContainText("Сохранено", AGAIN);
});

test("a session that ended keeps the queue: sign in again in another tab and it goes out", async ({
  browserOf,
  expected,
}) => {
  expected.push(/401/);
  const context = await browserOf("deputy");
  const page = await context.newPage();
  await open(page);
  await context.clearCookies();
  await firstTask(page, 5).click();
  await page.keyboard.type("1");
  await expect(saving(page)).toContainText("Сеанс закончился", AGAIN);
  const [second] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: /Войти снова/ }).click(),
  ]);
  await second.waitForURL("**/sign-in**");
  await signIn(second, accountOf("deputy"));
  await expect(saving(page)).toContainText("Сохранено", AGAIN);
});

test("two tabs of one browser show each other's values; two browsers are asked which is right", async ({
  browserOf,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const context = await browserOf("deputy");
  const [page, neighbour] = [await context.newPage(), await context.newPage()];
  await open(page);
  await open(neighbour);
  await firstTask(page, 6).click();
  await page.keyboard.type("1");
  await expectValue(firstTask(neighbour, 6), "1");

  const far = await (await browserOf("deputy")).newPage();
  await open(far);
  await far.context().setOffline(true);
  await firstTask(far, 7).click();
  await far.keyboard.type("0");
  await firstTask(page, 7).click();
  await page.keyboard.type("1");
  // The other tab is told when the server has taken it; «Сохранено» may still speak of what was typed before.
  await expectValue(firstTask(neighbour, 7), "1");
  await far.context().setOffline(false);
  await expect(saving(far)).toContainText("Конфликт", AGAIN);
  const question = far.getByRole("region", { name: "Пока вы вводили, ячейку изменили" });
  await expect(question).toContainText("У вас: 0. На сервере: 1");
  expect(await violationsOf(far)).toEqual([]);
  await question.getByRole("button", { name: "Взять другое: 1" }).click();
  await expect(question).toHaveCount(0);
  await expectValue(firstTask(far, 7), "1");
});

test("a block from a spreadsheet fills the class, and the class becomes the analysis", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await open(page);
  const rows = (await page.getByRole("row").count()) - 1;
  const block = Array.from({ length: rows }, (_, row) =>
    maxima.map((max, i) => String((row + i) % (max + 1))),
  );
  await paste(firstTask(page, 1), block);
  await expect(page.getByText(`Вставлено значений: ${rows * maxima.length}, с ошибкой: 0`)).toBeVisible();
  await expect(page.getByText(`Готово строк: ${rows}`)).toBeVisible();
  await expect(saving(page)).toContainText("Сохранено", AGAIN);

  await page.getByRole("link", { name: "Печать кодов" }).click();
  await expect(page.getByRole("columnheader", { name: "ФИО (от руки)" })).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveCount(rows);
  await page.getByRole("link", { name: "Вернуться к вводу" }).click();

  await page.getByRole("button", { name: "Готово: передать в результаты" }).click();
  await page.waitForURL(/\/results\/imports\/\d+/);
  await page.getByRole("link", { name: /^Анализ: / }).click();
  await expect(page.getByRole("region", { name: "Кто писал работу?" })).toContainText(`${rows} участник`);

  await page.goBack();
  await page.getByRole("group").filter({ hasText: "Отменить загрузку?" }).locator("summary").click();
  await page.getByRole("button", { name: /^Отменить загрузку файла/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Загрузка отменена" }).first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says that typing needs them and offers the template", async ({ pageOf }) => {
    const page = await pageOf("deputy");
    await page.goto(place);
    await expect(page.getByText("в браузере нужен включённый JavaScript")).toBeVisible();
    await expect(page.getByRole("link", { name: "Скачать шаблон этой работы" })).toBeVisible();
  });
});

test("the grid is reached by its name, the field with the name of its cell", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await open(page);
  // Of the head «Задание 1 из 2» the name of the first task is what its own text node says.
  const task = await page
    .locator("th.entry-task")
    .first()
    .evaluate((head) => [...head.childNodes].find((node) => node.nodeType === Node.TEXT_NODE)?.textContent);
  await firstTask(page, 1).click();
  // Read when the field has gone on from it: a cell that is being typed into holds the field, not its text.
  const code = await page.getByRole("row").nth(1).locator("td.entry-code").textContent();
  expect(code).toMatch(/^\d+$/);
  await expect(field(page, `Код ${code}, задание ${task}, от 0 до ${maxima[0]}`)).toBeVisible();
});
