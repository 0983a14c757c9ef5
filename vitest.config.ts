import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests of modules without a state of their own: they share one process, which spares each file the start of another. */
const pure = [
  "tests/statistics/**",
  "tests/schedule/load/**",
  "tests/indicators/formula/**",
  "tests/regulations/docx/**",
  "tests/results/{layouts,cells,mapping}/**",
  "tests/platform/format/**",
].map((folder) => `${folder}/*.test.ts`);
const everything = ["tests/**/*.test.{ts,tsx}"];

export default defineConfig({
  // Outside of Next this package only throws; its own empty module is what Next's server sees.
  resolve: { alias: { "server-only": resolve("node_modules/server-only/empty.js") } },
  test: {
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      { extends: true, test: { name: "portal", include: everything, exclude: pure } },
    ],
    environment: "node",
    pool: "forks",
    globalSetup: ["tests/support/test-run.ts"],
    setupFiles: ["tests/support/property-seed.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: {
      PORTAL_DATA: join(tmpdir(), `portal-test-${process.pid}`),
      PORTAL_URL: "http://localhost:3000",
      PORTAL_SECRET: "a secret for tests only, long enough to be taken",
      TIME_ZONE: "Europe/Moscow",
      LOG_LEVEL: "error",
      // Far from everybody's own zone, so that code which forgets to name one is caught.
      TZ: "Pacific/Chatham",
    },
  },
});
