import { undoEverything } from "./bench/cleanup.ts";
import { machine } from "./bench/machine.ts";
import { options, usage } from "./bench/options.ts";
import type { Ratio } from "./bench/ratio.ts";
import { lines } from "./bench/report.ts";
import { Refusal } from "./setup/say.mjs";

/** What can be measured; each part is loaded only when it is asked for. */
const PARTS = {
  import: async () => (await import("./bench/import/measure-import.ts")).measureImport,
  statistics: async () => (await import("./bench/statistics/measure-statistics.ts")).measureStatistics,
  pages: async () => (await import("./bench/pages/measure-pages.ts")).measurePages,
  grid: async () => (await import("./bench/grid/measure-grid.ts")).measureGrid,
  indicators: async () => (await import("./bench/indicators/measure-indicators.ts")).measureIndicators,
  schedule: async () => (await import("./bench/schedule/measure-schedule.ts")).measureSchedule,
  files: async () => (await import("./bench/files/measure-files.ts")).measureFiles,
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void undoEverything().finally(() => process.exit(130)));
}
process.on("disconnect", () => void undoEverything().finally(() => process.exit(1)));

const asked = options(process.argv.slice(2));
if (asked === null) {
  console.log(usage);
  process.exit(1);
}
try {
  const before = machine();
  const ratios: Ratio[] = [];
  for (const part of asked.parts) {
    const measure = await PARTS[part]();
    ratios.push(...(await measure(asked, (text) => asked.json || console.error(text))));
  }
  const after = machine();
  if (asked.json) console.log(JSON.stringify({ before, after, quick: asked.quick, ratios }, null, 2));
  else for (const line of lines(before, after, ratios)) console.log(line);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
} finally {
  await undoEverything();
}
process.exit();
