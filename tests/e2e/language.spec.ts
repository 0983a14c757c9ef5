import { readdirSync } from "node:fs";
import { addressesFrom } from "./support/addresses.ts";
import { expect, test } from "./support/journey.ts";
import { isSignedInPage } from "./support/routes.ts";

const namespaces = readdirSync("messages/ru").map((file) => file.replace(".json", ""));
/** «results.review.apply»: what stands where a sentence is missing. */
const missing = new RegExp(`(?<![\\w./@-])(?:${namespaces.join("|")})(?:\\.[a-z]\\w*)+(?![\\w/])`, "g");
/** Letters that Ukrainian does not have. */
const RUSSIAN = /[ыэъё]/i;

test("a person who chooses Ukrainian reads every page in it", async ({ browserOf }) => {
  test.setTimeout(120_000);
  const context = await browserOf("municipality");
  const page = await context.newPage();
  await page.goto("/desk");
  await page.getByRole("link", { name: "Укр" }).click();
  await expect(page.getByRole("navigation", { name: "Розділи" })).toBeVisible();
  const found: string[] = [];
  // Public pages carry their language in the address; their own links are tried below.
  const addresses = await addressesFrom(context.request, ["/desk"]);
  for (const { path, kind } of addresses.filter(({ path }) => isSignedInPage(path))) {
    await page.goto(path);
    const said = await page.evaluate(() => ({
      language: document.documentElement.lang,
      text: document.querySelector(".frame")?.textContent ?? "",
      // Questions of pages and words of forms come from the portal; names of schools and columns of files stay as they are.
      // A document stays in the language in which it was adopted, and says so.
      own: [...document.querySelectorAll("h2, label, legend, button, summary")]
        .filter((one) => one.closest('article[lang="ru"]') === null)
        .map((one) => one.textContent),
    }));
    if (said.language !== "uk") found.push(`${kind}: ${said.language}`);
    for (const key of said.text.match(missing) ?? []) found.push(`${kind}: ${key}`);
    // What a person or a file is called stands in «…»; Russian state examinations keep their own short names.
    for (const words of said.own.map((one) => one.replace(/«.*»/, "").replace(/ОГЭ|ЕГЭ|ГВЭ/g, "")))
      if (RUSSIAN.test(words)) found.push(`${kind}: «${words}»`);
  }
  expect(found).toEqual([]);
});

test("public pages have a Ukrainian twin that leads on in Ukrainian", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Укр" }).click();
  for (const name of ["Школи", "Батькам", "Як ми рахуємо"]) {
    await page.getByRole("navigation", { name: "Розділи" }).getByRole("link", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "uk");
    expect((await page.getByRole("main").textContent())?.match(missing) ?? []).toEqual([]);
  }
});

test("a page in Russian has a sentence for everything it says", async ({ browserOf }) => {
  test.setTimeout(120_000);
  const { request } = await browserOf("admin");
  const found: string[] = [];
  for (const { path, kind } of await addressesFrom(request, ["/desk", "/"])) {
    const html = await (await request.get(path)).text();
    const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ");
    for (const key of text.match(missing) ?? []) found.push(`${kind}: ${key}`);
  }
  expect(found).toEqual([]);
});
