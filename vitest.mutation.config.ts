import usual from "./vitest.config.ts";

// Only the pure tests of the statistics: they need no database, so nothing is set up before them.
export default {
  ...usual,
  test: { ...usual.test, include: ["tests/statistics/**/*.test.ts"], globalSetup: [] },
};
