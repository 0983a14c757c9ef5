import type { WriteTx } from "../access/as-viewer.ts";

/** What the portal does later, and with what. Handlers stand in jobs/handlers of the features (scripts and Next start them). */
export interface Jobs {
  /** Read and check an uploaded file; the bytes wait in the data folder. */
  "results.stage": { importId: number; personId: number };
  /** Apply a large file that a person has asked for. */
  "results.apply": { importId: number; personId: number };
  /** Read a report that carries only ready totals; its cells are kept already. */
  "reported.stage": { importId: number; personId: number };
  /** Read and check a protocol of a state examination; the bytes wait in the data folder. */
  "exams.stage": { importId: number; personId: number };
  /** Check the results of these schools for these works by the rules in force. */
  "checks.run": { targets: readonly { schoolId: number; workId: number }[] };
  /** Check what was never checked in its present state, and what a rule that begins today is about. */
  "checks.nightly": Record<string, never>;
  /** Compute the values of indicators whose facts have changed. */
  "indicators.compute": Record<string, never>;
  /** Compute every value of every indicator anew. */
  "indicators.recompute": Record<string, never>;
  /** Compare every stored summary with a fresh count. */
  "results.recount": Record<string, never>;
  /** Compose today's letters; asked every hour. */
  "mail.digest": Record<string, never>;
  /** Send one letter. */
  "mail.send": { letterId: number };
}

/** Enqueues a job in the same transaction as the change that makes it necessary. A `key` replaces a waiting job of the same key. */
export async function enqueue<Name extends keyof Jobs>(
  tx: WriteTx,
  name: Name,
  payload: Jobs[Name],
  key?: string,
): Promise<void> {
  await tx.$executeRaw`SELECT portal_enqueue(${name}, ${JSON.stringify(payload)}::json, ${key ?? null})`;
}
