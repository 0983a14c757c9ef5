import { sidewaysPixels, violationsOf } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

const code = `T${Date.now().toString(36)}`;
const name = `Доля без двоек ${code}`;

test.describe.configure({ mode: "serial" });

test("a deputy head finds an indicator in the catalogue and writes one of the school's own", async ({
  pageOf,
}) => {
  const page = await pageOf("deputy");
  await page.goto("/indicators?q=якість+знань");
  await page.getByRole("link", { name: "Качество знаний", exact: true }).first().click();
  await expect(page.getByRole("region", { name: "Как считается?" })).toContainText("(year_n5 + year_n4) /");
  expect(await violationsOf(page)).toEqual([]);

  await page.goto("/indicators/new");
  await page.getByLabel("Код", { exact: true }).fill(code);
  await page.getByLabel("Название по-русски").fill(name);
  await page.getByLabel("Название по-украински").fill(`Частка без двійок ${code}`);
  await page.getByLabel("Определение", { exact: true }).fill("Ученики без «2» среди аттестованных.");
  await page.getByLabel("Числитель").fill("year_n5 + year_n4 + year_n3 +");
  await page.getByLabel("Знаменатель").fill("year_n5 + year_n4 + year_n3 + year_n2");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  // A formula that cannot be computed is refused with its place, and nothing typed is lost.
  await expect(page.getByRole("alert").filter({ hasText: "Числитель нельзя посчитать" })).toBeVisible();
  await expect(page.getByLabel("Название по-русски")).toHaveValue(name);
  await page.getByLabel("Числитель").fill("year_n5 + year_n4 + year_n3");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await page.waitForURL(/~s\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByText("Черновик редакции 1")).toBeVisible();
});

test("the head puts it into force, adopts it, and sees who changes level before borders are saved", async ({
  pageOf,
}) => {
  const page = await pageOf("head");
  await page.goto(`/indicators?q=${code}`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Продолжить черновик" }).click();
  await page.getByRole("button", { name: "Ввести редакцию 1 в действие" }).click();
  await page.waitForURL(/~s\d+$/);
  await expect(page.getByText("Редакция 1, действует с")).toBeVisible();
  await page.getByRole("button", { name: "Принять показатель" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Показатель принят" })).toBeVisible({
    timeout: 20_000,
  });

  await page.getByRole("link", { name: "Задать пределы" }).click();
  await page.waitForURL(/levels$/);
  await page.getByLabel("Оптимальный").fill("90");
  await page.getByLabel("Достаточный").fill("95");
  await page.getByLabel("Допустимый").fill("60");
  await page.getByRole("button", { name: "Посмотреть, у кого изменится" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "оптимальный больше достаточного" })).toBeVisible();
  await page.getByLabel("Достаточный").fill("75");
  await page.getByRole("button", { name: "Посмотреть, у кого изменится" }).click();
  await expect(page.getByRole("region", { name: "У кого изменится уровень?" })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByLabel("Чем установлены").fill("решение педсовета");
  await page.getByRole("button", { name: "Сохранить пределы" }).click();
  await page.waitForURL(/~s\d+#levels$/);
  await expect(page.getByRole("region", { name: "Какие уровни и цели?" })).toContainText("90 и выше");
});

test("the catalogue reads in Ukrainian, on a phone, and without any script", async ({ browserOf }) => {
  const context = await browserOf("teacher");
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/language/uk?to=/indicators?family=order1324");
  const order = page.getByRole("region", { name: "Наказ № 1324, додаток 2", exact: true });
  await expect(order.getByRole("link", { name: "Загальна чисельність учнів" })).toBeVisible({
    timeout: 20_000,
  });
  expect(await sidewaysPixels(page)).toBe(0);
  const html = await (await context.request.get("/indicators/K1")).text();
  expect(html).toContain("Відкритість і доступність інформації");
  expect(html).toContain("перевірити");
});
