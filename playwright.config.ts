import { defineConfig, devices } from "@playwright/test";
import { env } from "#lib/platform/env.ts";
import { chromiumArguments, findChromium } from "#tests/support/chromium.ts";

const executablePath = findChromium();

/** The walk over all pages only reads, and takes as long as everything else: it goes on beside the journeys. */
const walk = "**/accessibility.spec.ts";
const desktop = devices["Desktop Chrome"];

/** `npm test -- --only=e2e` starts a portal with a demo region of its own and runs this against it. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // Journeys change the same demo region, so they go one after another; so do the pages of the walk.
  workers: 2,
  // A machine that is busy with something else may be too slow once; a journey that fails twice is broken.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  reporter: "line",
  use: {
    baseURL: env.PORTAL_URL,
    locale: "ru-RU",
    timezoneId: "Asia/Vladivostok",
    // Recording every step of every walk costs a good part of the time; a journey that fails is walked once more, with a record.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { args: chromiumArguments, ...(executablePath === null ? {} : { executablePath }) },
  },
  projects: [
    { name: "walk", testMatch: walk, workers: 1, use: { ...desktop } },
    { name: "journeys", testIgnore: walk, workers: 1, use: { ...desktop } },
  ],
});
