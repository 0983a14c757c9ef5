import * as worker from "../worker/run-in-worker.ts";
import { fileFinding } from "./file-findings.ts";
import type { Finding } from "./finding.ts";
import type { Limits } from "./limits.ts";
import { type ReadOutcome, shownName } from "./workbook.ts";

export interface WorkerBounds extends worker.WorkerBounds {
  /** the file's name as it stands in a refusal */
  fileName: string;
}

export type WorkerOutcome<Result> = { ok: true; value: Result } | { ok: false; refusal: Finding };

/**
 * A task about a file, in a thread of its own (`runInWorker` of lib/platform/worker): too slow or too large is a refusal of
 * the file, said by its name.
 */
export async function runInWorker<Result>(
  module: string,
  exportName: string,
  args: readonly unknown[],
  bounds: Partial<WorkerBounds> = {},
): Promise<WorkerOutcome<Result>> {
  return refused(await worker.runInWorker<Result>(module, exportName, args, bounds), bounds);
}

/** The same piece by piece (`streamFromWorker` of lib/platform/worker). */
export async function* streamFromWorker<Piece, Result, Reply = undefined>(
  module: string,
  exportName: string,
  args: readonly unknown[],
  bounds: Partial<WorkerBounds> = {},
): AsyncGenerator<Piece, WorkerOutcome<Result>, Reply | undefined> {
  return refused(
    yield* worker.streamFromWorker<Piece, Result, Reply>(module, exportName, args, bounds),
    bounds,
  );
}

/** Reads a workbook in a worker. For a large file prefer a task that reads, recognises and checks in one go and returns less. */
export async function readInWorker(
  source: Uint8Array | string,
  fileName: string,
  bounds: Partial<Omit<WorkerBounds, "fileName">> & { limits?: Partial<Limits> } = {},
): Promise<ReadOutcome> {
  const args = [source, fileName, bounds.limits ?? {}];
  const all = { ...bounds, fileName };
  const outcome = await runInWorker<ReadOutcome>("lib/platform/workbook/read-task.ts", "readTask", args, all);
  return outcome.ok ? outcome.value : outcome;
}

function refused<Result>(
  outcome: worker.WorkerOutcome<Result>,
  { fileName = "" }: Partial<WorkerBounds>,
): WorkerOutcome<Result> {
  if (outcome.ok) return outcome;
  const { reason, ...params } = outcome.stopped;
  const code = reason === "ended" ? "readingFailed" : reason;
  return { ok: false, refusal: fileFinding(code, { file: shownName(fileName), ...params }) };
}
