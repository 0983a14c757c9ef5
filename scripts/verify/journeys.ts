import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ensureChromium } from "#tests/support/chromium.ts";
import { inside } from "../setup/places.mjs";
import { say } from "../setup/say.mjs";
import { run } from "./run.ts";
import { nothing, one, sum, type Tally } from "./tally.ts";
import { startTemporaryPortal, type TemporaryPortal } from "./temporary-portal.ts";

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Builds the portal, starts it with a demo region of its own, and lets a real Chromium do people's jobs. */
export async function checkJourneys(): Promise<Tally> {
  say("test.build");
  const portal = await startTemporaryPortal();
  if (portal === null) return one(false);
  try {
    return sum([one(true), await walk(portal)]);
  } finally {
    await portal.stop();
  }
}

async function walk(portal: TemporaryPortal): Promise<Tally> {
  const folder = inside("tests", "e2e");
  const specs = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => /\.spec\.ts$/.test(String(name)))
    : [];
  if (specs.length === 0) {
    say("test.noJourneys");
    return nothing;
  }
  const chromium = ensureChromium(() => say("test.chromiumInstalling"));
  if (chromium === null) {
    say("test.chromiumMissing");
    return one(false);
  }
  say("test.journeys");
  return runPlaywright(portal, chromium);
}

async function runPlaywright(portal: TemporaryPortal, chromium: string): Promise<Tally> {
  const file = join(tmpdir(), `portal-journeys-${process.pid}.json`);
  const { succeeded } = await run("@playwright/test/cli.js", ["test", "--reporter=line,json"], {
    env: {
      PORTAL_URL: portal.url,
      PORTAL_DATA: portal.dataFolder,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  });
  if (!existsSync(file)) return one(false);
  const { stats } = Report.parse(JSON.parse(readFileSync(file, "utf8")));
  rmSync(file);
  return { passed: stats.expected + stats.flaky, failed: succeeded ? 0 : Math.max(1, stats.unexpected) };
}
