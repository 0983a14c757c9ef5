import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";

/**
 * Takes a picture for docs/guide-submit.md where the journey stands. Only when asked (GUIDE_PICTURES=1): a journey must not
 * change the project. Afterwards the page is as wide as it was.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.GUIDE_PICTURES !== "1") return;
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1024, height: 720 });
  mkdirSync("docs/pictures", { recursive: true });
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: "disabled" });
  if (before) await page.setViewportSize(before);
}
