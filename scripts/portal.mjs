import { launch } from "./setup/launch.mjs";

// A hundred workbooks in a row: young objects are swept early and freed memory goes back to the system, so that a workbook of
// 25,000 rows stays under 400 MB and the hundredth needs no more than the first (measured; the C library is glibc's).
await launch("scripts/portal.ts", process.argv.slice(2), {
  options: ["--max-semi-space-size=4"],
  env: { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_MMAP_THRESHOLD_: "131072" },
});
