import { readFileSync } from "node:fs";
import type { Limits } from "./limits.ts";
import { type ReadOutcome, readWorkbook } from "./workbook.ts";

/** What `readInWorker` runs: reads a workbook from bytes or from a path on this machine. */
export function readTask(
  source: Uint8Array | string,
  fileName: string,
  limits: Partial<Limits>,
): ReadOutcome {
  return readWorkbook(typeof source === "string" ? readFileSync(source) : source, fileName, limits);
}
