import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A heap that holds so much is worth a collection, bytes. */
const WORTH = 96 * 1024 * 1024;

/**
 * Lets go of what the last file left in the heap. Left to itself, the engine of a machine with much memory lets the heap grow
 * from workbook to workbook.
 */
export function forgetGarbage(): void {
  if (process.memoryUsage().heapUsed < WORTH) return;
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}
