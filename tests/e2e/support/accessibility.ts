import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag21a", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA, a line each: rule, how bad, the first elements. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Legacy mode: without it axe opens a blank page after every look; there are no frames here that it could be for.
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target.join(" ")} — ${failureSummary}`);
    return `${id}: ${help} (${nodes.length})\n      ${places.join("\n      ").replaceAll(/\n\s*/g, " ")}`;
  });
}

/** By how many pixels the page can be moved sideways; 0 when it cannot. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
}

/** What every page has exactly one of, as words when it has not: a title of its own, a first heading, a language. */
export function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const headings = [...document.querySelectorAll("h1, h2, h3, h4")].map((one) => Number(one.tagName[1]));
    const count = headings.filter((level) => level === 1).length;
    if (count !== 1) faults.push(`${count} first headings`);
    if (headings.some((level, i) => level > (headings[i - 1] ?? 0) + 1))
      faults.push(`levels ${headings.join(" ")}`);
    if (!/\S — \S/.test(document.title)) faults.push(`title «${document.title}»`);
    if (!/^(ru|uk)$/.test(document.documentElement.lang)) faults.push("no language");
    // A label finds its field by id, and the first one wins.
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
    if (twice.size > 0) faults.push(`the same id twice: ${[...twice].join(" ")}`);
    if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
    return faults;
  });
}
