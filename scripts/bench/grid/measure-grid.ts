import type { CDPSession, Page } from "@playwright/test";
import { Refusal } from "../../setup/say.mjs";
import { later } from "../cleanup.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { buildPage } from "./build-page.ts";
import { measureClass } from "./measure-class.ts";
import { CLASS, servePage } from "./serve-page.ts";

/** How much slower than this machine the one of a school is. */
const SLOWED = 6;
const KEYS_A_RUN = 20;
/** Before what waits for the hand to rest (150 ms). */
const FRAME_MS = 80;
/** A quick hand: what waits for it to rest comes now and then (every 600 ms), as it does in life. */
const PAUSE_MS = 60;

/** What a key costs: milliseconds until its effect is on the screen, and of those the processor's. */
interface KeyCost {
  painted: number[];
  busy: number[];
}

/** Typing into a class of forty pupils and thirty tasks, in a real Chromium on a processor slowed down six times. */
export async function measureGrid(options: Options, tell: (text: string) => void): Promise<Ratio[]> {
  return [...(await measureKeys(options, tell)), ...(await measureClass(options, tell))];
}

async function measureKeys({ runs }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  tell("grid: bundling the page of the grid");
  const url = await servePage(await buildPage());
  const page = await openPage(url);
  const session = await page.context().newCDPSession(page);
  // Of the processor, not of the clock: other programs do not count.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  tell(`grid: typing, ${runs} runs of ${KEYS_A_RUN} keys, as it is and slowed ${SLOWED} times`);
  await typeKeys(page, session, 2);
  const plain = await typeKeys(page, session, runs);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await typeKeys(page, session, 1);
  const slowed = await typeKeys(page, session, runs);
  return [
    {
      name: `grid cost per key, ${CLASS.rows} × ${CLASS.tasks} cells, processor slowed ${SLOWED} times`,
      value: median(slowed.painted),
      goal: { kind: "atMost", value: 50 },
      unit: "ms",
      behind: `from the key to the painted frame ${spread(slowed.painted, "ms")}, 95 of 100 within ${share(slowed.painted, 0.95)} ms; the least ${Math.min(...slowed.painted).toFixed(0)} ms; not slowed ${spread(plain.painted, "ms")}, of the processor ${spread(plain.busy, "ms", 1)} a key: ${(SLOWED * median(plain.busy)).toFixed(0)} ms on a slowed one with nothing beside it`,
    },
  ];
}

async function openPage(url: string): Promise<Page> {
  const { chromium } = await import("@playwright/test");
  const { chromiumArguments, findChromium } = await import("#tests/support/chromium.ts");
  const executablePath = findChromium();
  if (executablePath === null) throw new Refusal("noChromium");
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  later(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  await page.getByRole("grid").waitFor();
  return page;
}

/** Types points from the first task on; the hand moves on by itself. */
async function typeKeys(page: Page, session: CDPSession, runs: number): Promise<KeyCost> {
  const cost: KeyCost = { painted: [], busy: [] };
  await page.locator("td[data-at='5']").click();
  for (let run = 0; run < runs; run += 1) {
    await page.evaluate(() => {
      window.benchKeys = [];
    });
    for (let key = 0; key < KEYS_A_RUN; key += 1) {
      const before = await processorMs(session);
      await page.keyboard.press(String((key + run) % 4));
      await page.waitForTimeout(FRAME_MS);
      cost.busy.push((await processorMs(session)) - before);
      await page.waitForTimeout(PAUSE_MS);
    }
    cost.painted.push(...(await page.evaluate(() => window.benchKeys)));
  }
  return cost;
}

/** What the page has used of the processor so far, without what the questions of this measuring cost it. */
async function processorMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = (metric: string) => metrics.find(({ name }) => name === metric)?.value ?? 0;
  return 1000 * (seconds("TaskDuration") - seconds("DevToolsCommandDuration"));
}

/** The value that this share of the samples does not exceed. */
function share(samples: readonly number[], part: number): string {
  const sorted = [...samples].sort((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length * part) - 1] ?? 0).toFixed(0);
}
