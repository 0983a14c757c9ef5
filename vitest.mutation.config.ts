import usual from "./vitest.config.ts";

// Only the pure tests of the statistics: they need no database, so nothing is set up before them. Their table in docs/ is
// read as text, and says nothing about mistakes planted in the code.
const { projects: _all, ...test } = usual.test ?? {};
export default {
  ...usual,
  test: {
    ...test,
    include: ["tests/statistics/**/*.test.ts"],
    exclude: ["tests/statistics/documented.test.ts"],
    globalSetup: [],
  },
};
