import { launch } from "./setup/launch.mjs";

// Many workbooks in a row: young objects are swept early and freed memory goes back to the system (glibc's settings). Measured
// with twenty of 25,745 × 37 cells: 302 MB after the first, level at 400 to 415 MB from the fifteenth on; without this 550 to 770 MB.
await launch("scripts/portal.ts", process.argv.slice(2), {
  options: ["--max-semi-space-size=4"],
  env: { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_MMAP_THRESHOLD_: "131072" },
});
