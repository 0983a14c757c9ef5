import type { Page } from "@playwright/test";
import { sidewaysPixels } from "./support/accessibility.ts";
import { accountOf } from "./support/accounts.ts";
import { expect, test } from "./support/journey.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

/** The school of the tour, as the list of demo accounts names it. */
const SCHOOL = accountOf("head").title.replace(/^.*?: /, "");

test("a parent finds the school on a phone, without scripts, and reads what its report means", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Номер, название школы или посёлок" }).fill(SCHOOL);
  // One hit is the school itself.
  await page.getByRole("button", { name: "Найти школу" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(SCHOOL);
  const reports = page.getByRole("region", { name: "Какие отчёты школа опубликовала?" });
  await reports.getByRole("link").first().click();

  const meaning = page.getByRole("region", { name: "Что это значит?" });
  await expect(meaning).toContainText("По ним не оценивают учителей и школы");
  await expect(page.getByRole("region", { name: "Что не показано и почему?" })).toContainText(
    "нельзя узнать результат",
  );
  await expect(page.getByRole("region", { name: "Как сделан этот отчёт?" })).toContainText(
    "Постоянный адрес",
  );
  await page.getByText("Таблица и файл").first().click();
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("public pages hold no script, weigh at most 100 kB and do not move sideways on the narrowest phones", async ({
  browser,
}) => {
  const weights: string[] = [];
  for (const address of await publicAddresses()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const weigh = await startWeighing(page);
    const response = await page.goto(address, { waitUntil: "networkidle" });
    const bytes = weigh();
    weights.push(`${address}: ${Math.round(bytes / 1000)} kB`);
    expect(bytes, address).toBeLessThanOrEqual(100_000);
    expect(await response?.text(), address).not.toMatch(/<script|\son\w+=|javascript:/i);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await sidewaysPixels(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
  console.log(weights.join("\n"));

  async function publicAddresses(): Promise<string[]> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto("/");
    const report = await page.getByRole("region", { name: "Какие отчёты вышли?" }).getByRole("link").first();
    const addresses = [
      "/",
      "/schools",
      "/reports",
      "/method",
      "/families",
      await report.getAttribute("href"),
    ];
    await page.goto("/schools");
    const school = page.getByRole("main").getByRole("listitem").getByRole("link").first();
    addresses.push(await school.getAttribute("href"));
    await context.close();
    return addresses.filter((address) => address !== null);
  }
});

/** Counts what comes over the wire, headers and all, from now on. */
async function startWeighing(page: Page): Promise<() => number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}
