import type { Locator, Page } from "@playwright/test";
import { sidewaysPixels, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

/** The checks run in the background; a busy machine takes its time. */
const CHECKED = { timeout: 40_000, intervals: [500, 1_000, 2_000] };
const mark = Date.now().toString(36);
const title = `Сверка с протоколом ${mark}`;
let rule = "";
let finding = "";

test.describe.configure({ mode: "serial" });

test("an officer drafts a rule, sees whom it would have caught last year, and adopts it", async ({
  pageOf,
}) => {
  const page = await pageOf("municipality");
  await page.goto("/checks/rules");
  await page.getByRole("link", { name: "Новое правило" }).click();
  await page.getByRole("link", { name: "Доля или среднее за пределом" }).click();
  await page.getByLabel("Название").fill(title);
  await page
    .getByLabel("Что прочитает школа")
    .fill("Сверьте десять работ с протоколом и подтвердите сверку.");
  await page.getByLabel("Показатель").selectOption({ label: "Процент выполнения работы" });
  await page.getByLabel("Предел", { exact: true }).fill("1000");
  await page.getByLabel("Не меньше участников").fill("1");
  await page.getByRole("checkbox", { name: "Русский язык" }).check();
  await page.getByRole("button", { name: /^Сохранить/ }).click();

  // What was typed wrong is said beside its field, and nothing typed is lost.
  await expect(page.getByRole("alert", { name: "Исправьте 1 поле" })).toContainText("Введите число");
  await expect(page.getByLabel("Название")).toHaveValue(title);
  await expect(page.getByRole("checkbox", { name: "Русский язык" })).toBeChecked();
  await page.getByLabel("Предел", { exact: true }).fill("0,5");
  await page.getByRole("button", { name: /^Сохранить/ }).click();

  await page.waitForURL(/\/checks\/rules\/own-\d+\/preview$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByText("Процент выполнения работы: не меньше 0,5 %", { exact: false })).toBeVisible();
  const caught = page.getByRole("region", { name: "Какие школы отметило бы правило?" });
  await expect(caught.getByRole("rowheader").filter({ hasText: "МБОУ СОШ № 7" })).toBeVisible();
  await expect(caught).toContainText(/Правило отметило бы \d+ школ/);
  await unfold(caught.getByRole("group").first());
  await expect(
    caught.getByRole("listitem").filter({ hasText: "Процент выполнения работы" }).first(),
  ).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByLabel("Зачем это правило").fill("Поручение совещания руководителей");
  await page.getByRole("button", { name: "Принять правило" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Правило принято" })).toBeVisible();
  rule = new URL(page.url()).pathname;
});

test("the deputy finds it, with its numbers", async ({ pageOf }) => {
  const page = await pageOf("deputy");
  await expect
    .poll(async () => {
      await page.goto("/checks?show=open");
      const works = page.getByRole("rowheader").getByRole("link", { name: /Русский язык/ });
      for (const href of await works.evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
        await page.goto(href ?? "");
        if ((await page.getByRole("heading", { level: 3 }).filter({ hasText: title }).count()) > 0)
          return "found";
      }
      return "not yet";
    }, CHECKED)
    .toBe("found");
  finding = new URL(page.url()).pathname;
  const card = cardOf(page);
  await expect(card).toContainText("Сверьте десять работ с протоколом");
  await expect(card.getByRole("term").filter({ hasText: "Процент выполнения работы" })).toBeVisible();
  await expect(card).toContainText("Школе нужно исправить данные или подтвердить их с причиной.");
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysPixels(page)).toBe(0);
  await page.goto("/desk");
  await expect(page.getByRole("region", { name: "Замечания к результатам" })).toContainText("решения школы");
});

test("the officer asks, the deputy answers, the officer closes", async ({ pageOf }) => {
  const officer = await pageOf("municipality");
  await officer.goto(finding);
  await say(officer, "Задать вопрос", "Вопрос", "Сколько работ сверили?");
  await expect(cardOf(officer)).toContainText("Ждём ответа школы.");

  const deputy = await pageOf("deputy");
  await deputy.goto("/checks");
  await deputy.getByRole("link", { name: await linkTo(deputy) }).click();
  await expect(cardOf(deputy).getByRole("listitem")).toContainText("Сколько работ сверили?");
  await say(deputy, "Ответить", "Ответ", "Десять, расхождений нет.");

  await officer.goto("/checks");
  await expect(officer.getByRole("row").filter({ hasText: "МБОУ СОШ № 7" }).first()).toBeVisible();
  await officer.goto(finding);
  await expect(cardOf(officer).getByRole("listitem").filter({ hasText: "отвечает" })).toContainText(
    "Десять, расхождений нет.",
  );
  await say(officer, "Закрыть вопрос", "Примечание", "");
  await expect(cardOf(officer).getByRole("listitem").filter({ hasText: "закрывает вопрос" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a warning is confirmed with a reason, and not without one", async ({ pageOf }) => {
    const page = await pageOf("deputy");
    await page.goto(finding);
    await say(page, "Подтвердить с причиной", "Причина", "да");
    await expect(page.getByText("Напишите хотя бы пять знаков.").first()).toBeVisible();
    await page.goto(finding);
    await say(page, "Подтвердить с причиной", "Причина", "Сверили с протоколом 12 работ.");
    await expect(cardOf(page)).toContainText("Подтверждено: Сверили с протоколом 12 работ.");
  });

  test("a rule is written and previewed all the same", async ({ pageOf }) => {
    const page = await pageOf("municipality");
    await page.goto("/checks/rules/new?kind=journalShare");
    await page.getByLabel("Название").fill(`Журнал ${mark}`);
    await page.getByLabel("Что прочитает школа").fill("Проверьте столбец с отметками по журналу.");
    await page.getByRole("button", { name: /^Сохранить/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Журнал ${mark}`);
    await page.getByRole("link", { name: "Вернуться к правке" }).click();
    await page.getByRole("button", { name: "Удалить черновик" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Правила проверок");
  });
});

test("a rule that is switched off leaves what was said where it was", async ({ pageOf }) => {
  const page = await pageOf("municipality");
  await page.goto(rule);
  await unfold(page.getByRole("group").filter({ hasText: "Выключить правило" }));
  await page.getByLabel("Зачем", { exact: true }).fill("Проба закончена");
  await page.getByRole("button", { name: "Выключить правило" }).click();
  await expect(page.getByRole("region", { name: "Какие были редакции?" })).toContainText("выключено");
  await expect
    .poll(async () => {
      await page.goto(finding);
      return await page.getByRole("region", { name: "Что больше не находится?" }).count();
    }, CHECKED)
    .toBe(1);
  await unfold(page.getByRole("group").filter({ hasText: "прежн" }).first());
  await expect(cardOf(page)).toContainText("Сколько работ сверили?");
});

/** The first finding of the journey's rule on this page. */
function cardOf(page: Page): Locator {
  return page.getByRole("article").filter({ hasText: title }).first();
}

/** Where the deputy's table leads to the work of the journey. */
async function linkTo(page: Page): Promise<string> {
  const link = page.getByRole("rowheader").locator(`a[href="${finding}"]`);
  return (await link.textContent()) ?? "";
}

async function say(page: Page, act: string, field: string, text: string): Promise<void> {
  const fold = cardOf(page)
    .getByRole("group")
    .filter({ hasText: `${act}: ` });
  await unfold(fold);
  await fold.getByLabel(field).fill(text);
  await fold.getByRole("button", { name: act }).click();
}

async function unfold(fold: Locator): Promise<void> {
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
}
